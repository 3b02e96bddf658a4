// From the fields of a determination form to the answer the reviewer gives, by the same rules as a vendor's answer.
import { type RawAnswer, readAnswer } from "#app/domain/assessment/answer-input.ts";
import { DomainError } from "#app/domain/errors.ts";
import { type AnswerValue, isReserved } from "#app/domain/questionnaire/answer.ts";
import { problemWords } from "#app/i18n/answer-words.ts";
import { en } from "#app/i18n/en.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { formOf } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { vendorQuestions } from "../portal/vendor-questions.server.ts";

const nothing: RawAnswer = { values: [], rows: [], stands: "", comment: "", reason: "", instead: "", document: "", page: "", on: "" };

/** Throws invalid on the field `value`. */
export async function readDeterminedValue(
  ctx: PersonContext,
  assessmentId: string,
  questionKey: string,
  values: readonly string[],
): Promise<AnswerValue> {
  const { organisationId } = ctx.actor;
  const from = ctx.portal.store.read;
  const form = await formOf(ctx.portal, from, organisationId, assessmentId);
  const index = form.indexOf.get(questionKey);
  if (index === undefined) throw new DomainError("not_found", "This question is not asked here.");
  const given = values.filter((value) => value.trim() !== "");
  const stands = given.find(isReserved) ?? "";
  const read = readAnswer(
    vendorQuestions(form)[index]!,
    { ...nothing, values: stands ? [] : given, stands },
    await todayIn(from, organisationId, ctx.now),
  );
  if (read.ok) return read.answer.value;
  const message = problemWords(read.problem, en.portal);
  throw new DomainError("invalid", message, { fields: { value: message } });
}
