// The sections a vendor sees with its answers, to read: on the check page, the receipt and in the copy.

import { sectionTitle } from "#app/domain/assessment/section-titles.ts";
import type { VendorQuestionView } from "#app/domain/assessment/vendor-page.ts";
import { shownQuestions, shownSections } from "#app/domain/assessment/vendor-state.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { listMessages } from "../messages.repo.server.ts";
import type { PortalFacts } from "./portal-facts.queries.server.ts";
import { questionView } from "./question-views.server.ts";

export interface AnsweredSection {
  key: string;
  title: string;
  questions: VendorQuestionView[];
}

export async function answeredSections(ctx: VendorContext, facts: PortalFacts): Promise<AnsweredSection[]> {
  const { vendor, assessment } = facts;
  if (facts.frame.isFromDocuments) return [];
  const messages = await listMessages(ctx.portal.store.read, assessment.organisationId, assessment.id);
  return shownSections(vendor).map(({ key, questions }) => ({
    key,
    title: sectionTitle(vendor.form, key, facts.frame.language),
    questions: shownQuestions(vendor, questions).map((index, n) => questionView(facts, index, n + 1, messages)),
  }));
}
