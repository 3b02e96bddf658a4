import { describe, expect, test } from "vitest";
import {
  assessmentDrivenVerbs,
  engagementLifeCycle,
  engagementStatuses,
  engagementVerbs,
  initialStatus,
  isActive,
  isOver,
  personVerbsFrom,
  statusAfter,
  transition,
} from "#app/domain/engagement/engagement-status.ts";
import { isDomainError } from "#app/domain/errors.ts";

const verbs = [...assessmentDrivenVerbs, ...engagementVerbs];
const refusalOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isDomainError(error)) return error;
  }
  throw new Error("was not refused");
};

test("an engagement goes from requested to offboarded", () => {
  let status = initialStatus(null);
  const path = (["screen", "send", "close_review", "approve", "offboard", "finish_offboarding"] as const).map(
    (verb) => (status = transition(status, verb)),
  );
  expect(path).toEqual(["screening", "due_diligence", "decision", "active", "offboarding", "offboarded"]);
});

test("a service already in use enters as active, not assessed, and becomes active by its decision", () => {
  expect(initialStatus("2024-03-01")).toBe("active_not_assessed");
  expect((["send", "close_review", "approve"] as const).reduce(transition, initialStatus("2024-03-01"))).toBe("active");
});

test("a running reassessment leaves an engagement in use", () => {
  for (const status of ["active", "active_not_assessed", "suspended"] as const)
    for (const verb of ["send", "close_review", "put_on_hold"] as const) expect(transition(status, verb)).toBe(status);
});

test("whatever is not in the table is refused and names the current state", () => {
  for (const status of engagementStatuses)
    for (const verb of verbs) {
      const to = engagementLifeCycle[verb][status];
      if (to) expect(transition(status, verb)).toBe(to);
      else {
        const refusal = refusalOf(() => transition(status, verb));
        expect(refusal.code).toBe("illegal_transition");
        expect(refusal.data).toEqual({ state: status, verb });
      }
    }
});

describe("no step", () => {
  test("makes a declined vendor active without a new decision", () => {
    for (const status of ["declined", "withdrawn", "on_hold", "requested", "screening", "due_diligence"] as const)
      expect(verbs.filter((verb) => engagementLifeCycle[verb][status] === "active")).toEqual([]);
  });
  test("leads out of offboarded", () => expect(verbs.filter((verb) => engagementLifeCycle[verb].offboarded)).toEqual([]));
  test("of a person stands for a decision", () => {
    for (const status of engagementStatuses)
      expect(personVerbsFrom(status).filter((verb) => (assessmentDrivenVerbs as readonly string[]).includes(verb))).toEqual([]);
    expect(personVerbsFrom("decision")).toEqual(["hold", "withdraw"]);
    expect(personVerbsFrom("active")).toEqual(["suspend", "offboard"]);
  });
});

test("declining a service in use suspends it, because it must stop and then be offboarded", () => {
  expect(transition("active", "decline")).toBe("suspended");
  expect(transition("suspended", "offboard")).toBe("offboarding");
});

test("withdrawing a decision stops what it approved, and never lets anything go on", () => {
  for (const status of engagementStatuses) expect(engagementLifeCycle.withdraw_decision[status]).not.toBe("active");
  expect(transition("active", "withdraw_decision")).toBe("suspended");
  expect(transition("declined", "withdraw_decision")).toBe("decision");
});

test("every status is reachable from a beginning", () => {
  const reached = new Set([initialStatus(null), initialStatus("2024-01-01")]);
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    for (const verb of verbs)
      for (const from of [...reached]) if (engagementLifeCycle[verb][from]) reached.add(engagementLifeCycle[verb][from]);
  }
  expect([...reached].sort()).toEqual([...engagementStatuses].sort());
});

test("active means in use; declined, withdrawn and offboarded are over", () => {
  expect(engagementStatuses.filter(isActive)).toEqual(["active", "active_not_assessed"]);
  expect(engagementStatuses.filter(isOver)).toEqual(["offboarded", "declined", "withdrawn"]);
});

test("A service suspended before anybody assessed it is active and not assessed again when reinstated, a decided one is active", () => {
  expect([statusAfter("suspended", "reinstate", false), statusAfter("suspended", "reinstate", true)]).toEqual([
    "active_not_assessed",
    "active",
  ]);
  expect(statusAfter("active", "suspend", false)).toBe("suspended");
});
