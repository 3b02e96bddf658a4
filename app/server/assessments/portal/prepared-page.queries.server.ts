// The list of what we filled in for the vendor, to confirm or change, in the order of the questionnaire.

import { sectionTitle } from "#app/domain/assessment/section-titles.ts";
import type { VendorFrame, VendorPrepared } from "#app/domain/assessment/vendor-page.ts";
import { answerWords } from "#app/i18n/answer-words.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { wordsOf } from "../../platform/words-of.server.ts";
import { portalFacts } from "./portal-facts.queries.server.ts";
import { vendorQuestions } from "./vendor-questions.server.ts";

export interface PreparedItem extends Pick<VendorPrepared, "revision" | "byRole" | "comment" | "reason" | "instead"> {
  questionKey: string;
  text: string;
  /** The answer in words; empty where a document stands for it. */
  said: string;
  /** Key of its section, when the vendor sees it already: the answers that show it may wait for the vendor, too. */
  sectionKey: string | null;
  section: string;
}

export async function viewPrepared(ctx: VendorContext): Promise<{ frame: VendorFrame; items: PreparedItem[] }> {
  const { frame, prepared, vendor } = await portalFacts(ctx);
  const { form } = vendor;
  const { language } = frame;
  const items = prepared.open.map(({ questionKey, value, revision, byRole, comment, reason, instead }) => {
    const index = form.indexOf.get(questionKey)!;
    const question = vendorQuestions(form, language)[index]!;
    const { key } = form.sections[form.set.questions[index]!.section]!;
    return {
      questionKey,
      text: question.text,
      said: answerWords(question, value, wordsOf(ctx)),
      sectionKey: vendor.state.visible[index] === 1 ? key : null,
      section: sectionTitle(form, key, language),
      ...{ revision, byRole, comment, reason, instead },
    };
  });
  return { frame, items };
}
