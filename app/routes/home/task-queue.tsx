// What waits for this person, by due day; what has no day stands with today.
import type { Task, TaskKind } from "#app/server/home/task.server.ts";
import { daysUntil, formatCount, formatDay, formatDue } from "#app/ui/format.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { IconName } from "#app/ui/icon-names.ts";
import { Section } from "#app/ui/section.tsx";
import { Table } from "#app/ui/table.tsx";

const icons: Record<TaskKind, IconName> = {
  acceptance: "shield-alert",
  ask: "message-circle-question-mark",
  condition: "hourglass",
  confirm: "scale",
  decide: "scale",
  document: "file-warning",
  draft: "send",
  duty: "shield-check",
  finding: "flag",
  fix: "wrench",
  late: "clock-alert",
  review: "clipboard-check",
  second: "signature",
  send: "send",
  start: "calendar-clock",
};

export function TaskQueue({ tasks, total, today }: { tasks: readonly Task[]; total: number; today: string }) {
  return (
    <Section id="queue" title="My queue" link={{ href: "/calendar", label: "Calendar" }}>
      {tasks.length === 0 ? (
        <p className="muted">Nothing. Work arrives here when it is your turn.</p>
      ) : (
        <Table caption="What waits for you, the most urgent first" plain>
          <thead className="sr">
            <tr>
              <td />
              <th scope="col">Task</th>
              <th scope="col">Due</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map(({ id, kind, what, vendor, href, dueOn }) => (
              <tr key={id}>
                <td className="q-icon">
                  <Icon name={icons[kind]} />
                </td>
                <th scope="row">
                  <a className="name" href={href}>
                    {what}
                  </a>{" "}
                  <span className="quiet">{vendor}</span>
                </th>
                <td className={`nowrap tab ${dueOn === null ? "quiet" : dueOn < today ? "late" : dueOn === today ? "" : "muted"}`}>
                  {dueOn === null ? "No day set" : dueText(dueOn, today)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {total > tasks.length && <p className="quiet">and {formatCount(total - tasks.length)} more</p>}
    </Section>
  );
}

/** Near days in words, farther ones as a date. */
const dueText = (on: string, today: string) => (daysUntil(on, today) <= 7 ? capital(formatDue(on, today)) : formatDay(on, today));

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
