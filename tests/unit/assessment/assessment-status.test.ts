import { expect, test } from "vitest";
import {
  type AssessmentStatus,
  assessmentLifeCycle,
  assessmentStatuses,
  assessmentVerbs,
  isRunning,
  takesAnswers,
  takesDeterminations,
  transition,
  turnOf,
} from "#app/domain/assessment/assessment-status.ts";
import { DomainError } from "#app/domain/errors.ts";

test("an assessment goes from draft to decided, with a round of clarifications", () => {
  let status: AssessmentStatus = "draft";
  const path = (["send", "answer", "answer", "submit", "review", "clarify", "answer_clarification", "close_review", "decide"] as const).map(
    (verb) => (status = transition(status, verb)),
  );
  expect(path).toEqual([
    "sent",
    "in_progress",
    "in_progress",
    "submitted",
    "in_review",
    "clarification",
    "in_review",
    "reviewed",
    "decided",
  ]);
});

test("whatever is not in the table is refused", () => {
  for (const status of assessmentStatuses)
    for (const verb of assessmentVerbs) {
      const to = assessmentLifeCycle[verb][status];
      if (to) expect(transition(status, verb)).toBe(to);
      else expect(() => transition(status, verb)).toThrow(DomainError);
    }
});

test("it can be cancelled or closed unanswered from any state before decided, and from no other", () => {
  for (const status of assessmentStatuses)
    for (const verb of ["cancel", "close_unanswered"] as const)
      expect(assessmentLifeCycle[verb][status] !== undefined).toBe(isRunning(status));
});

test("cancelled and closed unanswered are final; a decided one waits for a decision again only when its decision is withdrawn", () => {
  for (const status of ["cancelled", "closed_unanswered"] as const)
    expect(assessmentVerbs.filter((verb) => assessmentLifeCycle[verb][status])).toEqual([]);
  expect(assessmentVerbs.filter((verb) => assessmentLifeCycle[verb].decided)).toEqual(["withdraw_decision"]);
  expect(transition("decided", "withdraw_decision")).toBe("reviewed");
});

test("a correction leaves a review where it is, and opens a closed one", () => {
  for (const status of ["submitted", "in_review", "clarification"] as const) expect(transition(status, "correct")).toBe(status);
  expect(transition("reviewed", "correct")).toBe("in_review");
});

test("a vendor changes answers only before it submits, and reviewers determine only after", () => {
  expect(assessmentStatuses.filter(takesAnswers)).toEqual(["sent", "in_progress"]);
  expect(assessmentStatuses.filter(takesDeterminations)).toEqual(["submitted", "in_review", "clarification"]);
});

test("while it runs it is somebody's turn", () => {
  for (const status of assessmentStatuses) expect(turnOf[status] !== null).toBe(isRunning(status));
});
