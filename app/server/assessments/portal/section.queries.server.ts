// One section of the vendor's questionnaire with its answers, and one question by itself.
import { sectionTitle } from "#app/domain/assessment/section-titles.ts";
import type { VendorFrame, VendorQuestionView, VendorSectionView } from "#app/domain/assessment/vendor-page.ts";
import { missingBefore, progressOf, shownQuestions, shownSections } from "#app/domain/assessment/vendor-state.ts";
import type { Messages } from "#app/i18n/en.ts";
import { refusal } from "../../platform/refusal.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { wordsOf } from "../../platform/words-of.server.ts";
import { listMessages } from "../messages.repo.server.ts";
import { type PortalFacts, portalFacts } from "./portal-facts.queries.server.ts";
import { questionView } from "./question-views.server.ts";
import { unknownQuestion } from "./save-answer.server.ts";

export interface SectionPage {
  frame: VendorFrame;
  section: VendorSectionView;
  /** Where **Save and continue** leads. */
  next: string;
  maxUploadBytes: number;
}

/** `withMissing`: fields say what is missing before submitting. Throws not_found for a section that is not shown. */
export async function viewSection(ctx: VendorContext, key: string, withMissing: boolean): Promise<SectionPage> {
  const facts = await portalFacts(ctx);
  const { vendor, frame, assessment } = facts;
  const { language } = frame;
  const shown = shownSections(vendor);
  const at = shown.findIndex((section) => section.key === key);
  const section = shown[at];
  if (!section) throw refusal("not_found", ({ refusals }) => refusals.noSection);
  const messages = await listMessages(ctx.portal.store.read, assessment.organisationId, assessment.id);
  const questions = shownQuestions(vendor, section.questions).map((index, n) => questionView(facts, index, n + 1, messages));
  if (withMissing) markMissing(facts, questions, wordsOf(ctx).blockers);
  const following = shown[at + 1];
  return {
    frame,
    section: {
      key,
      title: sectionTitle(vendor.form, key, language),
      number: at + 1,
      of: shown.length,
      progress: progressOf(vendor, section.questions),
      questions,
    },
    next: following ? `/vendor/sections/${following.key}` : "/vendor/check",
    maxUploadBytes: ctx.portal.config.uploadMaxBytes,
  };
}

function markMissing({ vendor }: PortalFacts, questions: VendorQuestionView[], words: Messages["portal"]["blockers"]): void {
  const fields = { no_answer: "value", no_comment: "comment", no_reason: "reason", no_evidence: "evidence" } as const;
  for (const { questionKey, code } of missingBefore(vendor)) {
    const view = questions.find(({ question }) => question.key === questionKey);
    if (view) view.errors[fields[code]] = words[code];
  }
}

export interface QuestionPage {
  frame: VendorFrame;
  view: VendorQuestionView;
  /** Address of the question in its section. */
  back: string;
  maxUploadBytes: number;
}

/** One question with its documents and messages. Throws not_found when it is not shown. */
export async function viewQuestion(ctx: VendorContext, key: string): Promise<QuestionPage> {
  const facts = await portalFacts(ctx);
  const { vendor, frame, assessment } = facts;
  const index = vendor.form.indexOf.get(key);
  if (index === undefined || vendor.state.visible[index] === 0) throw unknownQuestion();
  const messages = await listMessages(ctx.portal.store.read, assessment.organisationId, assessment.id);
  const section = vendor.form.sections[vendor.form.set.questions[index]!.section]!;
  const number = shownQuestions(vendor, section.questions).indexOf(index) + 1;
  return {
    frame,
    view: questionView(facts, index, number, messages),
    back: frame.isOpen ? `/vendor/sections/${section.key}` : "/vendor",
    maxUploadBytes: ctx.portal.config.uploadMaxBytes,
  };
}
