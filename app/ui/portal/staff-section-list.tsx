// The sections of a questionnaire our own people answer, with how much of each is done.
import type { StaffSectionLink } from "#app/domain/assessment/staff-page.ts";
import { StatusPill } from "../status-pill.tsx";
import { TaskList } from "../task-list.tsx";

export interface StaffSectionListProps {
  sections: readonly StaffSectionLink[];
  /** Address of the page that lists them. */
  list: string;
}

export function StaffSectionList({ sections, list }: StaffSectionListProps) {
  return (
    <TaskList
      tasks={sections.map(({ key, title, done, total }, index) => ({
        id: key,
        number: index + 1,
        title,
        href: `${list}?section=${encodeURIComponent(key)}`,
        state: (
          <StatusPill
            bare
            tone={done === total ? "ok" : done > 0 ? "accent" : "plain"}
            icon={done === total ? "circle-check" : "circle-dot"}
          >
            {done} of {total}
          </StatusPill>
        ),
      }))}
    />
  );
}
