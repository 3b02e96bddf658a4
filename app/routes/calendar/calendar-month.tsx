// One month of the calendar as a table: day, what, about whom, why that day.
import type { CalendarEntry, CalendarKind } from "#app/domain/monitoring/calendar-entries.ts";
import { dayOf, formatDay, formatDue, formatMonth } from "#app/ui/format.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { IconName } from "#app/ui/icon-names.ts";
import { Section } from "#app/ui/section.tsx";
import { Table } from "#app/ui/table.tsx";

const icons: Record<CalendarKind, IconName> = {
  review: "clipboard-check",
  start: "calendar-clock",
  document: "file-badge",
  request: "file-search",
  vendor: "send",
  finding: "flag",
  duty: "shield-check",
  condition: "hourglass",
  acceptance: "shield-alert",
};

interface CalendarMonthProps {
  /** `YYYY-MM`, or "late". */
  month: string;
  entries: readonly CalendarEntry[];
  today: string;
  timeZone: string;
}

export function CalendarMonth({ month, entries, today, timeZone }: CalendarMonthProps) {
  const isLate = month === "late";
  const title = isLate ? "Past and still open" : formatMonth(`${month}-01`);
  return (
    <Section id={`m-${month}`} className="home" title={title} note={String(entries.length)}>
      <Table caption={`${title}, by day`} className="agenda" plain>
        <colgroup>
          <col className="w-28" />
          <col className="w-8" />
          <col />
          <col className="w-2/5" />
        </colgroup>
        <thead className="sr">
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Kind</th>
            <th scope="col">What</th>
            <th scope="col">Why this day</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, kind, on, what, why, vendor, service, href, remindedAt }) => (
            <tr key={id}>
              <td className={isLate ? "agenda__day nowrap tab late" : "agenda__day nowrap tab"}>
                {formatDay(on, today)}
                {isLate && <span className="quiet">{formatDue(on, today)}</span>}
                {on === today && <span className="quiet">today</span>}
              </td>
              <td className="q-icon">
                <Icon name={icons[kind]} />
              </td>
              <th scope="row">
                <a className="name" href={href}>
                  {what}
                </a>
                <span className="quiet agenda__who">
                  {vendor}
                  {service === "" ? "" : `, ${service}`}
                </span>
              </th>
              <td className="agenda__why muted">
                {why}
                {remindedAt && (
                  <span className="quiet">
                    <Icon name="mail-check" /> reminded {formatDay(dayOf(remindedAt, timeZone), today)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
