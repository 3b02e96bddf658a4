// The condition of a section, of a question, of its evidence rule, or of a contradiction: read and exchanged.
import { DomainError, unknownObject } from "#app/domain/errors.ts";
import type { Cond, Question, Questionnaire } from "../questionnaire.ts";
import { refuseBrokenConditions } from "./conditions-hold.ts";
import type { Edited } from "./draft-edit.ts";
import { questionOf, sectionOf, withQuestion, withSection } from "./places.ts";

export const conditionHolders = ["section", "question", "evidence", "conflict"] as const;
export type ConditionHolder = (typeof conditionHolders)[number];

export interface ConditionPlace {
  holder: ConditionHolder;
  /** Id of the section or question; the number of a contradiction, from 0. */
  of: string;
}

/** Throws not_found for an address of no such place. */
export function conditionPlace(holder: string | undefined, of: string | undefined): ConditionPlace {
  if (!(conditionHolders as readonly string[]).includes(holder ?? "") || of === undefined) throw unknownObject();
  return { holder: holder as ConditionHolder, of };
}

/** Throws not_found, also for the evidence of a question without an evidence rule. */
export function conditionAt(questionnaire: Questionnaire, { holder, of }: ConditionPlace): Cond | undefined {
  if (holder === "section") return sectionOf(questionnaire, of).when;
  if (holder === "conflict") return conflictOf(questionnaire, of).when;
  const { question } = questionOf(questionnaire, of);
  if (holder === "question") return question.when;
  if (!question.evidence) throw unknownObject();
  return question.evidence.when;
}

/** Throws not_found. */
export function conflictOf({ conflicts = [] }: Questionnaire, number: string): NonNullable<Questionnaire["conflicts"]>[number] {
  const conflict = /^\d{1,4}$/.test(number) ? conflicts[Number(number)] : undefined;
  if (!conflict) throw unknownObject();
  return conflict;
}

/** What the file says contradicts itself is not said any more. */
export function removeConflict(before: Questionnaire, number: string): Edited {
  const conflict = conflictOf(before, number);
  const { conflicts = [], ...rest } = before;
  const left = conflicts.filter((each) => each !== conflict);
  return { questionnaire: left.length > 0 ? { ...rest, conflicts: left } : rest, of: before.id };
}

/** Undefined removes it: then it always holds. Throws `invalid` for one that asks a later question or an unknown option. */
export function setCondition(before: Questionnaire, place: ConditionPlace, when: Cond | undefined): Edited {
  conditionAt(before, place);
  const { holder, of } = place;
  if (holder === "conflict") return { questionnaire: refuseBrokenConditions(before, withConflict(before, of, when), "subject"), of };
  const after =
    holder === "section"
      ? withSection(before, of, (section) => conditioned(section, when))
      : withQuestion(before, of, (question) =>
          holder === "question" ? conditioned(question, when) : { ...question, evidence: conditioned(question.evidence!, when) },
        );
  return { questionnaire: refuseBrokenConditions(before, after, "subject"), of };
}

function withConflict(before: Questionnaire, number: string, when: Cond | undefined): Questionnaire {
  const conflict = conflictOf(before, number);
  if (!when) {
    const says = "A contradiction needs a condition. Remove the whole contradiction on the draft instead.";
    throw new DomainError("invalid", says, { fields: { subject: says } });
  }
  return { ...before, conflicts: (before.conflicts ?? []).map((each) => (each === conflict ? { ...each, when } : each)) };
}

function conditioned<T extends { when?: Cond }>({ when: _, ...holder }: T, when: Cond | undefined): T {
  return { ...holder, ...(when && { when }) } as T;
}

/** Questions a condition in this place may ask: the earlier ones, and for evidence its own question, too. */
export function askableFor({ sections }: Questionnaire, { holder, of }: ConditionPlace): Question[] {
  const found: Question[] = [];
  for (const section of sections) {
    if (holder === "section" && section.id === of) return found;
    for (const question of section.questions) {
      if (holder === "question" && question.id === of) return found;
      found.push(question);
      if (holder === "evidence" && question.id === of) return found;
    }
  }
  return found;
}
