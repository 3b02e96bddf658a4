// When somebody is reminded of a due day. Derived from the day alone and keyed, so that a missed tick heals and a repeated one does nothing.
import { addDays, type Day } from "./calendar-days.ts";

export const reminderSteps = ["30_days", "7_days", "1_day", "on_the_day", "overdue", "escalation"] as const;
export type ReminderStep = (typeof reminderSteps)[number];

/** Days after the due day (before it when negative) at which each step is reached. */
const daysAfterDue: Record<ReminderStep, number> = { "30_days": -30, "7_days": -7, "1_day": -1, on_the_day: 0, overdue: 1, escalation: 14 };

/** Our own review: 30, 7, 1 days before, overdue, and escalation two weeks later. */
export const reviewReminderSteps: readonly ReminderStep[] = ["30_days", "7_days", "1_day", "overdue", "escalation"];
/** What a vendor owes us: 7 and 1 days before, and overdue. */
export const vendorReminderSteps: readonly ReminderStep[] = ["7_days", "1_day", "overdue"];
/** Our own start of a first assessment: on its day, and escalation two weeks later. */
export const startReminderSteps: readonly ReminderStep[] = ["on_the_day", "escalation"];

export interface DueReminder {
  readonly step: ReminderStep;
  /** Day on which it fell due. */
  readonly on: Day;
  /** Only the newest step is sent; the ones missed before it are recorded, so that nobody gets a bundle after downtime. */
  readonly isSent: boolean;
}

/** Steps reached by today. Steps that would have fallen before `since` (opening, sending) are left out. */
export function remindersDue(steps: readonly ReminderStep[], dueOn: Day, since: Day, today: Day): DueReminder[] {
  const reached = steps.map((step) => ({ step, on: addDays(dueOn, daysAfterDue[step]) })).filter(({ on }) => on >= since && on <= today);
  return reached.map((reminder, index) => ({ ...reminder, isSent: index === reached.length - 1 }));
}
