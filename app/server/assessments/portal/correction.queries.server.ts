// The page **Ask to correct**: one submitted answer, why it is to be corrected, and what becomes of the correction.
import type { AssessmentStatus } from "#app/domain/assessment/assessment-status.ts";
import { type CorrectionWay, correctionWay } from "#app/domain/assessment/corrections.ts";
import type { VendorFrame, VendorQuestionView } from "#app/domain/assessment/vendor-page.ts";
import { shownQuestions } from "#app/domain/assessment/vendor-state.ts";
import { answerWords } from "#app/i18n/answer-words.ts";
import { findDecisionOf } from "../../decisions/decisions.queries.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { wordsOf } from "../../platform/words-of.server.ts";
import { listClarifications } from "../clarifications.queries.server.ts";
import { findOpenCorrection } from "../corrections.queries.server.ts";
import { listMessages } from "../messages.repo.server.ts";
import { notNow } from "./ask-correction.server.ts";
import { portalFacts } from "./portal-facts.queries.server.ts";
import { questionView } from "./question-views.server.ts";
import { unknownQuestion } from "./save-answer.server.ts";

export interface CorrectionPage {
  frame: VendorFrame;
  view: VendorQuestionView;
  /** The answer as it counts now, in words. */
  said: string;
  way: CorrectionWay;
  /** Said already, and the correction is to follow; null: first say why. */
  why: string | null;
  /** We asked about this answer ourselves: it is answered there. */
  isAsked: boolean;
  maxUploadBytes: number;
}

/** Throws not_found for a question that is not shown, illegal_transition where there is nothing to correct. */
export async function viewCorrection(ctx: VendorContext, key: string): Promise<CorrectionPage> {
  const facts = await portalFacts(ctx);
  const { vendor, assessment, frame } = facts;
  const { organisationId, id } = assessment;
  const from = ctx.portal.store.read;
  const status = assessment.status as AssessmentStatus;
  const index = vendor.form.indexOf.get(key);
  if (index === undefined || vendor.state.visible[index] === 0) throw unknownQuestion();
  const way = correctionWay(assessment, (await findDecisionOf(from, organisationId, id)) !== undefined);
  if (!way) throw notNow(status);
  const [open, asked, messages] = await Promise.all([
    way === "revise" ? findOpenCorrection(from, organisationId, id, key) : undefined,
    listClarifications(from, organisationId, id),
    listMessages(from, organisationId, id),
  ]);
  const section = vendor.form.sections[vendor.form.set.questions[index]!.section]!;
  const view = questionView(facts, index, shownQuestions(vendor, section.questions).indexOf(index) + 1, messages);
  return {
    frame,
    view,
    said: view.answer ? answerWords(view.question, view.answer.value, wordsOf(ctx)) : "",
    way,
    why: open?.why ?? null,
    isAsked: status === "clarification" && asked.some((each) => each.status === "sent" && each.questionKey === key),
    maxUploadBytes: ctx.portal.config.uploadMaxBytes,
  };
}
