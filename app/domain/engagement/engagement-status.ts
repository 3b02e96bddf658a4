// The life cycle of an engagement: one vendor, one service (docs: product, "The life cycle").
// A running reassessment never takes an engagement out of use: steps of an assessment leave `active` and its kin where they are.
import { type LifeCycle, step, verbsFrom } from "#app/domain/life-cycle.ts";

export const engagementStatuses = [
  "requested",
  "screening",
  "due_diligence",
  "decision",
  "active",
  "active_not_assessed",
  "suspended",
  "on_hold",
  "offboarding",
  "offboarded",
  "declined",
  "withdrawn",
] as const;
export type EngagementStatus = (typeof engagementStatuses)[number];

/** Steps of an assessment: taken by the verbs that send, review and decide it. */
export const assessmentDrivenVerbs = ["screen", "send", "close_review", "approve", "decline", "put_on_hold", "withdraw_decision"] as const;
/** Steps a person takes on the engagement itself. */
export const engagementVerbs = [
  "hold",
  "resume",
  "withdraw",
  "reconsider",
  "suspend",
  "reinstate",
  "offboard",
  "finish_offboarding",
] as const;
export type EngagementVerb = (typeof assessmentDrivenVerbs)[number] | (typeof engagementVerbs)[number];

const inUse = { active: "active", active_not_assessed: "active_not_assessed", suspended: "suspended" } as const;

export const engagementLifeCycle: LifeCycle<EngagementStatus, EngagementVerb> = {
  // The inherent-risk questionnaire is filled in.
  screen: { requested: "screening", screening: "screening" },
  send: { ...inUse, requested: "due_diligence", screening: "due_diligence", due_diligence: "due_diligence", on_hold: "due_diligence" },
  close_review: { ...inUse, screening: "decision", due_diligence: "decision", on_hold: "decision", decision: "decision" },
  approve: { decision: "active", active: "active", active_not_assessed: "active", suspended: "active" },
  // Declined while in use: it must stop, and be offboarded from there.
  decline: { decision: "declined", active: "suspended", active_not_assessed: "suspended", suspended: "suspended" },
  put_on_hold: { ...inUse, decision: "on_hold" },

  // What was approved must not go on by itself; what is not in use waits for a decision again.
  withdraw_decision: {
    active: "suspended",
    active_not_assessed: "active_not_assessed",
    suspended: "suspended",
    on_hold: "decision",
    declined: "decision",
    decision: "decision",
  },

  hold: { requested: "on_hold", screening: "on_hold", due_diligence: "on_hold", decision: "on_hold" },
  resume: { on_hold: "screening" },
  withdraw: { requested: "withdrawn", screening: "withdrawn", due_diligence: "withdrawn", decision: "withdrawn", on_hold: "withdrawn" },
  reconsider: { declined: "requested", withdrawn: "requested" },
  // An incident, or a condition that lapsed.
  suspend: { active: "suspended", active_not_assessed: "suspended" },
  reinstate: { suspended: "active" },
  offboard: { active: "offboarding", active_not_assessed: "offboarding", suspended: "offboarding" },
  finish_offboarding: { offboarding: "offboarded" },
};

export const engagementStatusTexts: Record<EngagementStatus, string> = {
  requested: "Requested",
  screening: "Screening",
  due_diligence: "Due diligence",
  decision: "Decision",
  active: "Active",
  active_not_assessed: "Active, not assessed",
  suspended: "Suspended",
  on_hold: "On hold",
  offboarding: "Offboarding",
  offboarded: "Offboarded",
  declined: "Declined",
  withdrawn: "Withdrawn",
};

/** Throws illegal_transition with the current state. */
export const transition = (from: EngagementStatus, verb: EngagementVerb): EngagementStatus =>
  step(engagementLifeCycle, "The engagement", from, verb);

/** As transition; what was never assessed is "active, not assessed" again once it is reinstated (PCI DSS 4.0.1 12.8.3 stays visible). */
export function statusAfter(from: EngagementStatus, verb: EngagementVerb, isDecided: boolean): EngagementStatus {
  const to = transition(from, verb);
  return verb === "reinstate" && !isDecided ? "active_not_assessed" : to;
}

/** Steps a person may take on the engagement from here. */
export const personVerbsFrom = (from: EngagementStatus): EngagementVerb[] =>
  verbsFrom(engagementLifeCycle, from).filter((verb) => (engagementVerbs as readonly string[]).includes(verb));

/** A service already in use enters as "active, not assessed", with the day it went live. */
export const initialStatus = (wentLiveOn: string | null): EngagementStatus => (wentLiveOn === null ? "requested" : "active_not_assessed");

/** In use with our data or customers, decided or not: these carry the vendor's risk and keep its clocks running. */
export const isActive = (status: EngagementStatus): boolean => status === "active" || status === "active_not_assessed";

/** Over for good, unless reconsidered: no reminders, no reviews. */
export const isOver = (status: EngagementStatus): boolean => status === "offboarded" || status === "declined" || status === "withdrawn";
