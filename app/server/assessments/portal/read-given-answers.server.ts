// Reads answers given again after submission: each by the rules of its question, then all together, because a changed answer may ask for a
// document or an explanation it did not ask for before.
import { type AnswerInput, keepsReport, type RawAnswer, readAnswer } from "#app/domain/assessment/answer-input.ts";
import { type AnswerProblems, refuseProblems } from "#app/domain/assessment/answer-problems.ts";
import type { AssessmentForm } from "#app/domain/assessment/assessment-form.ts";
import { missingBefore, type StoredAnswer, type VendorState, vendorState } from "#app/domain/assessment/vendor-state.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import { problemWords } from "#app/i18n/answer-words.ts";
import { messages } from "#app/i18n/messages.ts";
import { unknownQuestion } from "./save-answer.server.ts";
import { vendorQuestions } from "./vendor-questions.server.ts";

export interface GivenAgain {
  form: AssessmentForm;
  facts: KnownFacts;
  /** The newest answers, by question. */
  current: ReadonlyMap<string, StoredAnswer>;
  /** How many documents are attached to each question. */
  files: ReadonlyMap<string, number>;
  given: readonly { questionKey: string; raw: RawAnswer }[];
  today: string;
  language: Language;
}

/** Throws invalid with data.problems (question -> field -> text). Gives the answers, and where the vendor stands with them. */
export function readGivenAnswers({ form, facts, current, files, given, today, language }: GivenAgain): {
  read: Map<string, AnswerInput>;
  after: VendorState;
} {
  const words = messages[language].portal;
  const problems: AnswerProblems = {};
  const read = new Map<string, AnswerInput>();
  for (const { questionKey, raw } of given) {
    const index = form.indexOf.get(questionKey);
    if (index === undefined) throw unknownQuestion();
    const result = readAnswer(vendorQuestions(form, language)[index]!, raw, today);
    if (result.ok) read.set(questionKey, keepsReport({ ...result.answer, comment: raw.comment.trim() }, current.get(questionKey)?.instead));
    else problems[questionKey] = { [result.field]: problemWords(result.problem, words) };
  }
  const stored = new Map<string, StoredAnswer>(current);
  for (const [questionKey, answer] of read) stored.set(questionKey, { questionKey, ...answer });
  const after = vendorState(form, facts, stored.values(), (key) => files.get(key) ?? 0);
  for (const { questionKey, code } of missingBefore(after)) {
    if (!read.has(questionKey)) continue;
    const field = ({ no_answer: "value", no_comment: "comment", no_reason: "reason", no_evidence: "instead" } as const)[code];
    problems[questionKey] = { [field]: words.blockers[code], ...problems[questionKey] };
  }
  refuseProblems(problems);
  return { read, after };
}
