// One thing that waits for a person: what, about whom, until when, where it is done, and the words on the button that leads there.
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import type { Reader } from "../platform/store.server.ts";

export type TaskKind =
  | "acceptance"
  | "ask"
  | "condition"
  | "confirm"
  | "decide"
  | "document"
  | "draft"
  | "duty"
  | "finding"
  | "fix"
  | "late"
  | "review"
  | "second"
  | "send"
  | "start";

export interface Task {
  id: string;
  kind: TaskKind;
  /** "Review answers". */
  what: string;
  vendor: string;
  service: string;
  tier: number;
  /** Null where no day is set: then its age counts. */
  dueOn: Day | null;
  /** Since when it waits. */
  since: Date;
  href: string;
  /** Words on the button of the first card. */
  button: string;
}

/** Whose tasks are looked for. */
export interface Asked {
  from: Reader;
  organisationId: string;
  personId: string;
  today: Day;
}

/** Read at most per kind; Home shows the first ones and says when there are more. */
export const mostPerKind = 100;

/** Due ones by day, then what has no day by age. What is late comes first of all. */
export function inOrder(tasks: readonly Task[], today: Day): Task[] {
  const key = ({ dueOn, since }: Task) => `${dueOn ?? today}${dueOn === null ? "1" : "0"}${since.toISOString()}`;
  return [...tasks].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
