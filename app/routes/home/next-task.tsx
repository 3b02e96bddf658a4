// The next thing due, as a card with the one primary action of Home.
import type { Task } from "#app/server/home/task.server.ts";
import { formatDue } from "#app/ui/format.ts";
import { Icon } from "#app/ui/icon.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";

export function NextTask({ task, today }: { task: Task; today: string }) {
  const { what, vendor, service, tier, dueOn, href, button } = task;
  return (
    <section className="card next" aria-labelledby="next-h">
      <div className="next__text">
        {dueOn !== null && (
          <p className={dueOn < today ? "late" : "muted"}>
            <Icon name={dueOn < today ? "clock-alert" : "clock"} />{" "}
            {dueOn < today ? formatDue(dueOn, today) : `Due ${formatDue(dueOn, today)}`}
          </p>
        )}
        <h2 id="next-h">
          {what}: {vendor}
        </h2>
        <p className="muted">
          Tier {tier}, {service}
        </p>
      </div>
      <LinkButton href={href} tone="primary" large>
        {button}
      </LinkButton>
    </section>
  );
}
