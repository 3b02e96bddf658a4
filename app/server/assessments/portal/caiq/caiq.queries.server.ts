// A vendor's filled CAIQ beside our questions: what it proposes, and what it leaves to the vendor.
import { type CaiqProposal, caiqProposals, caiqReference } from "#app/domain/assessment/caiq-proposals.ts";
import { sectionTitle } from "#app/domain/assessment/section-titles.ts";
import type { VendorFrame, VendorQuestionView } from "#app/domain/assessment/vendor-page.ts";
import { unknownObject } from "#app/domain/errors.ts";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import { answerWords } from "#app/i18n/answer-words.ts";
import type { VendorContext } from "../../../platform/request-context.server.ts";
import { wordsOf } from "../../../platform/words-of.server.ts";
import { type PortalFacts, portalFacts } from "../portal-facts.queries.server.ts";
import { questionView } from "../question-views.server.ts";
import { vendorQuestions } from "../vendor-questions.server.ts";
import { openContent } from "../workbook/upload-content.server.ts";
import { findWorkbookUpload } from "../workbook/workbook-uploads.repo.server.ts";

export interface CaiqItem {
  view: VendorQuestionView;
  section: { key: string; title: string };
  /** Code of the answer, as its control sends it, and in words. */
  proposal: string;
  proposalWords: string;
  rows: string[];
}

export interface CaiqPage {
  frame: VendorFrame;
  fileName: string;
  edition: string;
  filledRows: number;
  proposed: CaiqItem[];
  /** Only the vendor knows, or the rows do not agree. */
  left: { key: string; number: number; text: string; section: { key: string; title: string }; isOpen: boolean; rows: string[] }[];
}

/** Undefined for a workbook of ours. Throws not_found for an upload of another assessment, or past its day. */
export async function viewCaiq(ctx: VendorContext, uploadId: string): Promise<CaiqPage | undefined> {
  const facts = await portalFacts(ctx);
  const { assessment, vendor, frame } = facts;
  const upload = await findWorkbookUpload(ctx.portal.store.read, assessment.organisationId, assessment.id, "vendor", uploadId, ctx.now);
  if (!upload) throw unknownObject();
  const { caiq } = openContent(ctx.portal, upload);
  if (!caiq) return undefined;
  const all = caiqProposals(vendor, caiq).map((each) => ({ ...each, section: sectionOf(facts, each) }));
  const answered = all.filter(({ role }) => role === "answer");
  const others = all.filter(({ role }) => role !== "answer");
  const rowsOf = ({ rows }: CaiqProposal) => caiqReference(caiq.edition, rows).split("\n");
  const questions = vendorQuestions(vendor.form, frame.language);
  const say = (index: number, value: AnswerValue) => answerWords(questions[index]!, value, wordsOf(ctx));
  return {
    frame,
    fileName: upload.fileName,
    edition: caiq.edition,
    filledRows: caiq.rows.length,
    // Numbered as they are shown: what is left to the vendor comes last.
    proposed: answered.map((each, n) => ({
      view: questionView(facts, each.index, n + 1, []),
      section: each.section,
      proposal: String(each.proposal),
      proposalWords: say(each.index, each.proposal),
      rows: rowsOf(each),
    })),
    left: others.map((each, n) => {
      const { key, text } = questions[each.index]!;
      const number = answered.length + n + 1;
      return { key, number, text, section: each.section, isOpen: each.role === "look", rows: rowsOf(each) };
    }),
  };
}

function sectionOf({ vendor: { form }, frame }: PortalFacts, { index }: CaiqProposal) {
  const { key } = form.sections[form.set.questions[index]!.section]!;
  return { key, title: sectionTitle(form, key, frame.language) };
}
