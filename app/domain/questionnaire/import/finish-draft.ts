// The last steps of every import: what can never be shown goes, limits are checked, what is scored gets its evidence rule, and the draft
// is one our own parser takes.
import { DomainError } from "#app/domain/errors.ts";
import { compile } from "../compile.ts";
import { questionsAreReachable } from "../lint/reachable.ts";
import type { Budget } from "../lint/worlds.ts";
import { optionsOf, type Questionnaire, questionnaireLimits } from "../questionnaire.ts";
import { questionsOf } from "../structure.ts";
import type { Draft, Notes, Where } from "./foreign.ts";
import { withoutQuestions } from "./prune.ts";
import { withEvidenceRule } from "./self-declared.ts";

/** Walks of the linter over a file of others together: less than a second. */
export const lintBudget = (): Budget => ({ left: 200_000 });

/** Of all questions together. */
export const mostOptions = 20_000;

const whole: Where = { file: 0, path: [] };

/** `places` says where each question comes from; `never` lists questions whose foreign condition is always false. */
export function finishDraft(raw: Questionnaire, notes: Notes, places: ReadonlyMap<string, Where>, never: Iterable<string>): Draft {
  checkLimits(raw);
  let questionnaire = raw;
  const take = (ids: readonly string[], why: string) => {
    const pruned = withoutQuestions(questionnaire, ids);
    questionnaire = pruned.questionnaire;
    for (const id of pruned.gone) notes.lost.push({ where: places.get(id) ?? whole, what: `the question “${id}”`, why });
  };
  const always = [...never];
  if (always.length > 0) take(always, "Its condition is always false: nobody would ever be asked.");
  const budget = lintBudget();
  for (;;) {
    if (questionnaire.sections.length === 0) throw new DomainError("invalid", "The file holds no question that can be asked.");
    const ids = unreachable(questionnaire, budget);
    if (ids.length === 0) break;
    take(ids, "No answers can show it: its condition contradicts itself, or answers that do not exist.");
  }
  return { questionnaire: withEvidenceRule(questionnaire, notes), notes };
}

function unreachable(questionnaire: Questionnaire, budget: Budget): string[] {
  const problems = questionsAreReachable(compile([{ questionnaire, sha256: "" }]), questionnaire, budget);
  return problems.flatMap(({ path }) => {
    const section = questionnaire.sections[path[1] as number]!;
    return path[2] === "questions" ? [section.questions[path[3] as number]!.id] : section.questions.map(({ id }) => id);
  });
}

function checkLimits(questionnaire: Questionnaire): void {
  const all = questionsOf(questionnaire);
  const { questions, options } = questionnaireLimits;
  if (all.length === 0) throw new DomainError("invalid", "The file holds no question.");
  if (all.length > questions) {
    throw new DomainError("too_large", `The file holds ${all.length} questions; ${questions} is the limit of one questionnaire. Split it.`);
  }
  let together = 0;
  for (const { question } of all) {
    together += Object.keys(question.options ?? {}).length;
    if (together > mostOptions)
      throw new DomainError("too_large", `The questions have more than ${mostOptions} options together. Split the file.`);
    const count = Object.keys(optionsOf(questionnaire, question) ?? {}).length;
    if (count > options) throw new DomainError("too_large", `The question “${question.id}” has ${count} options; ${options} is the limit.`);
  }
}
