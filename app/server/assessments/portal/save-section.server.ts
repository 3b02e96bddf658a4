// Saves a whole section, as a form without script sends it: all of its answers or none. A field nobody touched here never overwrites what
// a colleague saved meanwhile; a field both changed comes back with both answers and a choice.
import type { AnswerFields } from "#app/domain/assessment/answer-fields.ts";
import { type AnswerInput, isSameAnswer, keepsReport, readAnswer } from "#app/domain/assessment/answer-input.ts";
import { type AnswerProblems, refuseProblems } from "#app/domain/assessment/answer-problems.ts";
import { isVendorsOwn } from "#app/domain/assessment/answer-source.ts";
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import type { VendorConflict } from "#app/domain/assessment/vendor-page.ts";
import { missingBefore, progressOf, type StoredAnswer, vendorState } from "#app/domain/assessment/vendor-state.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import { problemWords } from "#app/i18n/answer-words.ts";
import type { Messages } from "#app/i18n/en.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { consumeInTx } from "../../platform/limit-in-tx.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import { refusal } from "../../platform/refusal.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { wordsOf } from "../../platform/words-of.server.ts";
import { formOf } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { type AnswerRow, listAnswers } from "../answers.queries.server.ts";
import { countFiles, findRevision } from "../answers.repo.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { listPrepared, type PreparedRow } from "../on-behalf/prepared-answers.repo.server.ts";
import { markProgress } from "./mark-progress.step.server.ts";
import { isNothing, submitted, theirsOf, unknownQuestion } from "./save-answer.server.ts";
import { vendorQuestions } from "./vendor-questions.server.ts";
import { writeAnswer } from "./write-answer.step.server.ts";

export interface SaveSectionInput {
  /** Key of the section, `questionnaire~section`. */
  section: string;
  answers: readonly AnswerFields[];
  /** The vendor is done with the section: comments and reasons that answers given here still need are asked for, too. */
  isFinal: boolean;
}

/** Throws invalid (data.problems) or conflict (data.conflicts); nothing is saved then. Returns how many answers changed. */
export async function saveSection(ctx: VendorContext, input: SaveSectionInput): Promise<number> {
  const { organisationId, assessmentId, name, language } = ctx.actor;
  const { portal, now } = ctx;
  const words = wordsOf(ctx);
  return portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.save", guardedAssessment(assessment));
    if (!takesAnswers(assessment.status as AssessmentStatus)) throw submitted(assessment.status);
    const form = await formOf(portal, tx, organisationId, assessmentId);
    const section = form.sections.find(({ key }) => key === input.section);
    const own = new Set(section?.questions.map((index) => form.keys[index]!));
    if (input.answers.some(({ questionKey }) => !own.has(questionKey))) throw unknownQuestion();
    await consumeInTx(tx, portal, "answer_save_vendor", ctx.actor.vendorId, now);
    const current = new Map((await listAnswers(tx, organisationId, assessmentId)).map((row) => [row.questionKey, row]));
    const today = await todayIn(tx, organisationId, now);
    const prepared = new Map((await listPrepared(tx, organisationId, assessmentId)).map((row) => [row.questionKey, row]));
    const changes: { given: AnswerFields; answer: AnswerInput }[] = [];
    const problems: AnswerProblems = {};
    const conflicts: Record<string, VendorConflict> = {};
    for (const given of input.answers) {
      const question = vendorQuestions(form, language)[form.indexOf.get(given.questionKey)!]!;
      const read = readAnswer(question, given.raw, today);
      if (!read.ok) {
        problems[given.questionKey] = { [read.field]: problemWords(read.problem, words) };
        continue;
      }
      const fate = await fateOf(tx, current.get(given.questionKey), prepared.get(given.questionKey), given, read.answer);
      if (fate === "conflict") conflicts[given.questionKey] = theirsOf(current.get(given.questionKey)!, question, words);
      if (fate === "write") changes.push({ given, answer: keepsReport(read.answer, current.get(given.questionKey)?.instead) });
    }
    const stored = new Map<string, StoredAnswer>(current);
    for (const { given, answer } of changes) stored.set(given.questionKey, { questionKey: given.questionKey, ...answer });
    const files = await countFiles(tx, organisationId, assessmentId);
    const after = vendorState(form, assessment.facts as KnownFacts, stored.values(), (key) => files.get(key) ?? 0);
    if (input.isFinal) addMissing(problems, missingBefore(after), input.answers, words.blockers);
    refuseProblems(problems);
    if (Object.keys(conflicts).length > 0) throw refusal("conflict", ({ conflict }) => conflict.summary, { conflicts });
    for (const { given, answer } of changes) {
      const follows = current.get(given.questionKey)?.revision ?? 0;
      await writeAnswer(
        tx,
        grant,
        { assessment, questionKey: given.questionKey, after: follows, answer, origin: "vendor", givenBy: name },
        now,
      );
    }
    if (changes.length > 0) await markProgress(tx, grant, assessment, progressOf(after), now);
    return changes.length;
  });
}

async function fateOf(
  tx: Tx,
  current: AnswerRow | undefined,
  prepared: PreparedRow | undefined,
  given: AnswerFields,
  answer: AnswerInput,
): Promise<"leave" | "write" | "conflict"> {
  // The form shows what we filled in; sending it back unread confirms nothing.
  if (prepared && !isVendorsOwn(current?.origin ?? "carried") && isSameAnswer(answer, prepared)) return "leave";
  if (!current) return isNothing(answer) ? "leave" : "write";
  if (isSameAnswer(answer, current)) return "leave";
  if (current.revision === given.baseRevision) return "write";
  const { organisationId, assessmentId, questionKey } = current;
  const base = given.baseRevision === 0 ? undefined : await findRevision(tx, organisationId, assessmentId, questionKey, given.baseRevision);
  const isUntouched = base ? isSameAnswer(answer, base) : isNothing(answer);
  return isUntouched ? "leave" : "conflict";
}

function addMissing(
  problems: AnswerProblems,
  missing: ReturnType<typeof missingBefore>,
  answers: readonly AnswerFields[],
  words: Messages["portal"]["blockers"],
): void {
  for (const { questionKey, code } of missing) {
    if (code !== "no_comment" && code !== "no_reason") continue;
    if (!answers.some((given) => given.questionKey === questionKey)) continue;
    const field = code === "no_comment" ? "comment" : "reason";
    problems[questionKey] = { [field]: words[code], ...problems[questionKey] };
  }
}
