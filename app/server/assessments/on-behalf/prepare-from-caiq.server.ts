// Fills in for a vendor what its own filled CAIQ says, where the rows allow one answer. The vendor confirms each, as all we fill in for it;
// what it or we answered already stays.
import { caiqProposals, caiqReference } from "#app/domain/assessment/caiq-proposals.ts";
import { typedAnswer } from "#app/domain/assessment/typed-answer.ts";
import type { CaiqAnswers } from "#app/domain/questionnaire/import/caiq-answers.ts";
import { textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { prepareAnswers } from "./prepare-answers.server.ts";
import { readPrepared } from "./prepared.queries.server.ts";

export interface PreparedFromCaiq {
  assessmentId: string;
  /** How many answers wait for the vendor now. */
  prepared: number;
  /** Questions the CAIQ speaks of that only the vendor can answer, with its rows in words. */
  left: { text: string; rows: string }[];
}

/** Throws illegal_transition when the vendor may not answer any more. */
export async function prepareFromCaiq(ctx: PersonContext, assessmentId: string, caiq: CaiqAnswers): Promise<PreparedFromCaiq> {
  const { portal, actor } = ctx;
  const assessment = await getAssessment(portal.store.read, actor.organisationId, assessmentId);
  authorize(ctx, "answer.prepare", guardedAssessment(assessment));
  const { vendor } = await readPrepared(portal, portal.store.read, assessment);
  const proposals = caiqProposals(vendor, caiq);
  const answers = proposals
    .filter(({ role }) => role === "answer")
    .map(({ index, proposal, rows }) => {
      const said = caiqReference(caiq.edition, rows);
      const isNa = proposal === "na";
      const answer = { value: proposal, comment: isNa ? "" : said, reason: isNa ? said : "", instead: null };
      return { questionKey: vendor.form.keys[index]!, raw: typedAnswer(answer) };
    });
  const { prepared } = await prepareAnswers(ctx, assessmentId, answers, "caiq");
  const { questions, files } = vendor.form.set;
  const left = proposals
    .filter(({ role }) => role !== "answer")
    .map(({ index, rows }) => {
      const { question, questionnaire } = questions[index]!;
      const text = textIn(question.text, "en", files[questionnaire]!.questionnaire.languages[0]!);
      return { text, rows: caiqReference(caiq.edition, rows).split("\n", rows.length).join("; ") };
    });
  return { assessmentId, prepared: prepared.length, left };
}
