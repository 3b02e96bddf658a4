// Check, clarifications and what was asked about the whole: what the vendor has said so far, what is missing, what we still ask.
import type { SubmissionBlockerCode } from "#app/domain/assessment/submission.ts";
import type { VendorFrame, VendorMessage, VendorQuestionView } from "#app/domain/assessment/vendor-page.ts";
import { missingBefore } from "#app/domain/assessment/vendor-state.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { listClarifications } from "../clarifications.queries.server.ts";
import { listMessages } from "../messages.repo.server.ts";
import { type AnsweredSection, answeredSections } from "./answered-sections.server.ts";
import { portalFacts } from "./portal-facts.queries.server.ts";
import { messageView, questionView } from "./question-views.server.ts";

export interface MissingItem {
  questionKey: string;
  /** The question, in words. */
  text: string;
  code: SubmissionBlockerCode;
  sectionKey: string;
  section: string;
}

export interface CheckView {
  frame: VendorFrame;
  status: string;
  sections: AnsweredSection[];
  missing: MissingItem[];
}

export async function viewCheck(ctx: VendorContext): Promise<CheckView> {
  const facts = await portalFacts(ctx);
  const sections = await answeredSections(ctx, facts);
  // What we typed for the vendor is asked for once, in its list.
  const waiting = new Set(facts.prepared.open.map(({ questionKey }) => questionKey));
  const open = missingBefore(facts.vendor).filter(({ questionKey }) => !waiting.has(questionKey));
  const missing = open.map(({ questionKey, code }) => {
    const section = sections.find(({ questions }) => questions.some(({ question }) => question.key === questionKey))!;
    const { question } = section.questions.find((view) => view.question.key === questionKey)!;
    return { questionKey, sectionKey: section.key, section: section.title, code, text: question.text };
  });
  return { frame: facts.frame, status: facts.assessment.status, sections, missing };
}

export interface ClarificationsView {
  frame: VendorFrame;
  status: string;
  items: { ask: string; view: VendorQuestionView }[];
}

/** The questions we sent back, each with its present answer. A question a changed answer has hidden is left out. */
export async function viewClarifications(ctx: VendorContext): Promise<ClarificationsView> {
  const facts = await portalFacts(ctx);
  const { organisationId, id, status } = facts.assessment;
  const from = ctx.portal.store.read;
  const [clarifications, messages] = await Promise.all([
    listClarifications(from, organisationId, id),
    listMessages(from, organisationId, id),
  ]);
  const sent = status === "clarification" ? clarifications.filter((each) => each.status === "sent") : [];
  const items = sent.flatMap(({ questionKey, ask }) => {
    const index = facts.vendor.form.indexOf.get(questionKey);
    return index === undefined ? [] : [{ ask, index }];
  });
  return {
    frame: facts.frame,
    status,
    items: items.map(({ ask, index }, n) => ({ ask, view: questionView(facts, index, n + 1, messages) })),
  };
}

/** What was asked about the whole. */
export async function viewGeneralMessages(ctx: VendorContext): Promise<{ frame: VendorFrame; messages: VendorMessage[] }> {
  const facts = await portalFacts(ctx);
  const { organisationId, id } = facts.assessment;
  const messages = await listMessages(ctx.portal.store.read, organisationId, id);
  return { frame: facts.frame, messages: messages.filter(({ questionKey }) => questionKey === "").map(messageView) };
}
