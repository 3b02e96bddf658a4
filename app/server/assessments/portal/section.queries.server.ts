// One section of the vendor's questionnaire with its answers, and one question by itself.
import { sectionTitle } from "#app/domain/assessment/section-titles.ts";
import type { VendorFrame, VendorQuestionView, VendorSectionView } from "#app/domain/assessment/vendor-page.ts";
import { missingBefore, progressOf, shownQuestions, shownSections } from "#app/domain/assessment/vendor-state.ts";
import { DomainError } from "#app/domain/errors.ts";
import { en } from "#app/i18n/en.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { listMessages } from "../messages.repo.server.ts";
import { type PortalFacts, portalFacts } from "./portal-facts.queries.server.ts";
import { questionView } from "./question-views.server.ts";

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
  const shown = shownSections(vendor);
  const at = shown.findIndex((section) => section.key === key);
  const section = shown[at];
  if (!section) throw new DomainError("not_found", "There is no such section, or nothing in it is asked for the service concerned.");
  const messages = await listMessages(ctx.portal.store.read, assessment.organisationId, assessment.id);
  const questions = shownQuestions(vendor, section.questions).map((index, n) => questionView(facts, index, n + 1, messages));
  if (withMissing) markMissing(facts, questions);
  const following = shown[at + 1];
  return {
    frame,
    section: {
      key,
      title: sectionTitle(vendor.form, key),
      number: at + 1,
      of: shown.length,
      progress: progressOf(vendor, section.questions),
      questions,
    },
    next: following ? `/vendor/sections/${following.key}` : "/vendor/check",
    maxUploadBytes: ctx.portal.config.uploadMaxBytes,
  };
}

function markMissing({ vendor }: PortalFacts, questions: VendorQuestionView[]): void {
  const fields = { no_answer: "value", no_comment: "comment", no_reason: "reason", no_evidence: "evidence" } as const;
  for (const { questionKey, code } of missingBefore(vendor)) {
    const view = questions.find(({ question }) => question.key === questionKey);
    if (view) view.errors[fields[code]] = en.portal.blockers[code];
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
  if (index === undefined || vendor.state.visible[index] === 0) throw new DomainError("not_found", "This question is not asked here.");
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
