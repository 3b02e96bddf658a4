// The inherent-risk questionnaire in force, compiled: its questions, its presets, and what answers to it mean.
import { DomainError } from "#app/domain/errors.ts";
import { compile } from "#app/domain/questionnaire/compile.ts";
import type { CompiledSet } from "#app/domain/questionnaire/compiled.ts";
import type { Question } from "#app/domain/questionnaire/questionnaire.ts";
import { type Facts, factsOf, type IrqAnswers, levelsOf } from "#app/domain/risk/facts.ts";
import { irqProblems, visibleAnswers } from "#app/domain/risk/irq-answers.ts";
import type { Levels, Tier } from "#app/domain/risk/risk-levels.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { latestQuestionnaire } from "../questionnaires/questionnaire-versions.queries.server.ts";

export const inherentRiskId = "inherent-risk";

export interface InherentRiskForm {
  readonly set: CompiledSet;
  /** In order; the five that make the tier come first. */
  readonly questions: readonly Question[];
  presetsOf(category: Category): Record<string, unknown>;
  levelsOf(answers: IrqAnswers): Levels;
  /** `tier` is the one in force, when a person set another than computed. */
  factsOf(answers: IrqAnswers, category: Category, tier?: Tier): Facts;
  /** Throws invalid, naming the fields, when an answer is none. */
  requireAnswers(answers: IrqAnswers): void;
}

export async function inherentRiskForm(portal: Portal, from: Reader, organisationId: string): Promise<InherentRiskForm> {
  const file = await latestQuestionnaire(portal, from, organisationId, inherentRiskId);
  const set = compile([file]);
  const questions = file.questionnaire.sections.flatMap((section) => section.questions);
  return {
    set,
    questions,
    presetsOf: (category) =>
      Object.fromEntries(questions.flatMap(({ id, preset }) => (preset?.[category] === undefined ? [] : [[id, preset[category]]]))),
    levelsOf: (answers) => levelsOf(questions, answers),
    factsOf: (answers, category, tier) => factsOf(questions, visibleAnswers(set, answers, category), category, tier),
    requireAnswers(answers) {
      const fields = irqProblems(set, answers);
      if (Object.keys(fields).length > 0)
        throw new DomainError("invalid", "Please check the marked fields. Nothing was saved.", { fields });
    },
  };
}
