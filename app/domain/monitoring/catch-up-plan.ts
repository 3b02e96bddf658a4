// The catch-up plan: on which day the first assessment of each service is started that was in use before anybody looked at it
// (docs: product, "The life cycle"; PCI DSS 4.0.1 12.8.3 asks for due diligence before engagement, so these are late already).
// A plan orders and paces them; it sends nothing by itself and takes no engagement out of use.
import type { Tier } from "#app/domain/risk/risk-levels.ts";
import { addDays, addMonths, type Day, daysBetween, isDay } from "./calendar-days.ts";

/** Who chose a day: the plan spread it, or a person set it. A day set by hand is not moved by spreading anew. */
export type StartChosenBy = "plan" | "person";

export interface PlannedStart {
  readonly on: Day;
  readonly by: StartChosenBy;
}

/** An engagement in use whose first assessment was not started. */
export interface WaitingEngagement {
  readonly engagementId: string;
  readonly tier: Tier;
  /** Null only where nobody said it. */
  readonly wentLiveOn: Day | null;
  /** As saved last; null for one that joined since. */
  readonly planned: PlannedStart | null;
}

/** First assessments started in one week at most. */
export const mostPerWeek = 200;
const leastProposed = 3;
const weeksToCatchUp = 26;

/** A weekly number with which everything is started within half a year; a few services never take fewer than three a week. */
export const proposedPerWeek = (waiting: number): number =>
  Math.min(mostPerWeek, Math.max(leastProposed, Math.ceil(waiting / weeksToCatchUp)));

/** Strictest tier first; in one tier what has been in use longest. */
export function inCatchUpOrder<W extends WaitingEngagement>(waiting: readonly W[]): W[] {
  const live = ({ wentLiveOn }: W) => wentLiveOn ?? "9999";
  return [...waiting].sort(
    (a, b) => a.tier - b.tier || (live(a) < live(b) ? -1 : live(a) > live(b) ? 1 : a.engagementId < b.engagementId ? -1 : 1),
  );
}

const workingDays = 5;

/** Monday of the week a day is in. */
function mondayOf(day: Day): Day {
  // 1970-01-05 was a Monday.
  const since = daysBetween("1970-01-05", day);
  return addDays(day, -(((since % 7) + 7) % 7));
}

/** Places of one week, spread from Monday to Friday, that lie after today and are not taken. */
function freePlaces(monday: Day, perWeek: number, today: Day, taken: readonly Day[]): Day[] {
  const places = Array.from({ length: perWeek }, (_, place) => addDays(monday, Math.floor((place * workingDays) / perWeek)));
  const free = places.filter((day) => day > today);
  for (const day of taken) {
    const same = free.indexOf(day);
    free.splice(same === -1 ? free.length - 1 : same, 1);
  }
  return free;
}

export interface Pace {
  readonly perWeek: number;
  readonly today: Day;
  /** Days that stay as they are, by engagement; they take places of their week. */
  readonly kept?: ReadonlyMap<string, Day>;
}

/**
 * A start day for every waiting engagement: in catch-up order, never more than `perWeek` in a week, on working days after today.
 * The same input gives the same days, in whatever order it comes; run again with its own answer kept, it moves nothing.
 */
export function spreadFirstAssessments(
  waiting: readonly WaitingEngagement[],
  { perWeek, today, kept = new Map() }: Pace,
): Map<string, Day> {
  const days = new Map<string, Day>();
  const taken = new Map<Day, Day[]>();
  for (const { engagementId } of waiting) {
    const day = kept.get(engagementId);
    if (day === undefined) continue;
    days.set(engagementId, day);
    taken.set(mondayOf(day), [...(taken.get(mondayOf(day)) ?? []), day]);
  }
  let monday = mondayOf(today);
  const placesOf = (week: Day) => freePlaces(week, perWeek, today, taken.get(week) ?? []);
  let free = placesOf(monday);
  for (const { engagementId } of inCatchUpOrder(waiting)) {
    if (days.has(engagementId)) continue;
    while (free.length === 0) {
      monday = addDays(monday, 7);
      free = placesOf(monday);
    }
    days.set(engagementId, free.shift()!);
  }
  return days;
}

export interface PlanChange {
  readonly perWeek: number;
  readonly today: Day;
  /** True: everything is spread again but days set by hand that still lie ahead. False: saved days stay, only newcomers get one. */
  readonly isAnew: boolean;
  /** Days set by hand now; null gives the choice back to the plan. */
  readonly byHand?: ReadonlyMap<string, Day | null>;
}

/** The whole plan after a change, by engagement. */
export function revisedPlan(
  waiting: readonly WaitingEngagement[],
  { perWeek, today, isAnew, byHand = new Map() }: PlanChange,
): Map<string, PlannedStart> {
  const stays = ({ on, by }: PlannedStart) => !isAnew || (by === "person" && on >= today);
  const kept = new Map<string, PlannedStart>();
  for (const { engagementId, planned } of waiting) {
    const set = byHand.get(engagementId);
    if (set) kept.set(engagementId, { on: set, by: "person" });
    else if (set === undefined && planned && stays(planned)) kept.set(engagementId, planned);
  }
  const days = spreadFirstAssessments(waiting, { perWeek, today, kept: new Map([...kept].map(([id, { on }]) => [id, on])) });
  return new Map([...days].map(([id, on]) => [id, kept.get(id) ?? { on, by: "plan" }]));
}

/** Engagements whose day or chooser the plan changes, grouped by both. */
export function changedStarts(
  waiting: readonly WaitingEngagement[],
  plan: ReadonlyMap<string, PlannedStart>,
): (PlannedStart & { engagementIds: string[] })[] {
  const groups = new Map<string, PlannedStart & { engagementIds: string[] }>();
  for (const { engagementId, planned } of inCatchUpOrder(waiting)) {
    const next = plan.get(engagementId);
    if (!next || (planned?.on === next.on && planned.by === next.by)) continue;
    const key = `${next.on} ${next.by}`;
    const group = groups.get(key) ?? { ...next, engagementIds: [] };
    group.engagementIds.push(engagementId);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const yearsAhead = 10;

/** True for a day a person may set: it exists, has not passed and is no slip of the pen. */
export const isStartDay = (text: string, today: Day): boolean => isDay(text) && text >= today && text <= addMonths(today, 12 * yearsAhead);

/** Newcomers that come after a milder service which was planned before them: spreading anew puts them in front. */
export function overtakenNewcomers(waiting: readonly WaitingEngagement[], plan: ReadonlyMap<string, PlannedStart>, today: Day): number {
  /** The earliest day ahead of a saved plan, by tier. */
  const first = new Map<Tier, Day>();
  for (const { tier, planned } of waiting) {
    if (planned?.by !== "plan" || planned.on <= today) continue;
    const known = first.get(tier);
    if (known === undefined || planned.on < known) first.set(tier, planned.on);
  }
  const isOvertaken = ({ engagementId, tier, planned }: WaitingEngagement) =>
    planned === null && [...first].some(([other, on]) => other > tier && on < (plan.get(engagementId)?.on ?? ""));
  return waiting.filter(isOvertaken).length;
}
