// Evidence first, as the vendor sees it: which reports would save it how much, those it gave, and what one of them answers.
import {
  type CoverRole,
  coveredByReport,
  isOnlyFromReport,
  type ReportsNote,
  reachOf,
  reportPiece,
  reportsNote,
  restsOnReport,
} from "#app/domain/assessment/covered.ts";
import { sectionTitle } from "#app/domain/assessment/section-titles.ts";
import type { VendorFrame, VendorQuestionView } from "#app/domain/assessment/vendor-page.ts";
import { acceptAttribute } from "#app/domain/evidence/accepted-types.ts";
import { evidenceStateOn } from "#app/domain/evidence/evidence-expiry.ts";
import { type EvidenceKind, evidenceKindRow, isEvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import { isProof } from "#app/domain/evidence/evidence-states.ts";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import { answerWords } from "#app/i18n/answer-words.ts";
import type { EvidenceRow } from "../../evidence/evidence.queries.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { wordsOf } from "../../platform/words-of.server.ts";
import { portalFacts } from "./portal-facts.queries.server.ts";
import { questionView } from "./question-views.server.ts";
import { vendorDocument, vendorDocuments } from "./vendor-documents.queries.server.ts";
import { vendorQuestions } from "./vendor-questions.server.ts";

export interface GivenReport {
  id: string;
  name: string;
  kind: string;
  /** Answers that came from it. */
  confirmed: number;
  /** Questions it would answer or prove now. */
  open: number;
}

export interface ReportsPage {
  frame: VendorFrame;
  note: ReportsNote;
  kinds: { code: EvidenceKind; label: string; hint: string | null; clock: string; answers: number; proves: number }[];
  /** Some of these kinds names its own last day. */
  mayStateExpiry: boolean;
  accept: string;
  given: GivenReport[];
  maxUploadBytes: number;
}

export async function viewReports(ctx: VendorContext): Promise<ReportsPage> {
  const facts = await portalFacts(ctx);
  const { vendor, frame, assessment, answers } = facts;
  const { language } = frame;
  const { kinds } = reachOf(vendor);
  const documents = await vendorDocuments(ctx.portal.store.read, assessment);
  const given = documents.map((row) => ({
    id: row.id,
    name: row.fileName,
    kind: kindLabel(row, language),
    confirmed: [...answers.values()].filter((answer) => restsOnReport(answer, row.id)).length,
    open: coveredByReport(vendor, reportPiece(row), frame.today).length,
  }));
  return {
    frame,
    note: reportsNote(vendor, answers.values()),
    kinds: kinds.map(({ kind, answers: n, proves }) => {
      const { label, hint, clock } = evidenceKindRow(kind);
      return { code: kind, label: label[language], hint: hint?.[language] ?? null, clock: clock[language], answers: n, proves };
    }),
    mayStateExpiry: kinds.some(({ kind }) => evidenceKindRow(kind).validity.rule === "stated"),
    accept: acceptAttribute([...new Set(kinds.flatMap(({ kind }) => evidenceKindRow(kind).accept))]),
    given: given.filter(({ confirmed, open }) => confirmed + open > 0),
    maxUploadBytes: ctx.portal.config.uploadMaxBytes,
  };
}

const kindLabel = ({ kind }: EvidenceRow, language: Language): string =>
  isEvidenceKind(kind) ? evidenceKindRow(kind).label[language] : kind;

export interface ReportItem {
  role: CoverRole;
  /** With "answer": the code that is proposed, and in words; both null where the report itself is the answer. */
  proposal: string | null;
  proposalWords: string | null;
  section: string;
  view: VendorQuestionView;
}

export interface ReportPage {
  frame: VendorFrame;
  report: Pick<EvidenceRow, "id" | "bytes" | "sha256" | "startsOn" | "expiresOn"> & { name: string; kind: string };
  /** Old proof counts as none, so an expired report answers nothing. */
  isExpired: boolean;
  items: ReportItem[];
  confirmed: { questionKey: string; text: string; said: string; page: string; sectionKey: string }[];
  /** What taking it back would do: answers that become open again, and others that lose their document. */
  rest: { alone: number; others: number };
}

/** Throws not_found for a document of another assessment or of ours. */
export async function viewReport(ctx: VendorContext, evidenceId: string): Promise<ReportPage> {
  const facts = await portalFacts(ctx);
  const { vendor, frame, assessment, answers, files } = facts;
  const { form } = vendor;
  const { language } = frame;
  const questions = vendorQuestions(form, language);
  const report = await vendorDocument(ctx.portal.store.read, assessment, evidenceId);
  const piece = reportPiece(report);
  const say = (index: number, value: AnswerValue) => answerWords(questions[index]!, value, wordsOf(ctx));
  const sectionOf = (index: number) => form.sections[form.set.questions[index]!.section]!.key;
  const covered = frame.isOpen ? coveredByReport(vendor, piece, frame.today) : [];
  // Numbered as they are shown: what only the vendor knows comes last.
  const inOrder = [...covered.filter(({ role }) => role !== "fill"), ...covered.filter(({ role }) => role === "fill")];
  const items = inOrder.map(({ index, role, proposal }, n) => ({
    role,
    proposal: proposal === null ? null : String(proposal),
    proposalWords: proposal === null ? null : say(index, proposal),
    section: sectionTitle(form, sectionOf(index), language),
    view: questionView(facts, index, n + 1, []),
  }));
  const resting = [...answers.values()].filter((answer) => restsOnReport(answer, evidenceId));
  const alone = resting.filter((answer) => isOnlyFromReport(answer, evidenceId)).length;
  const attached = new Set(files.filter(({ id }) => id === evidenceId).map(({ questionKey }) => questionKey));
  const { id, fileName: name, bytes, sha256, startsOn, expiresOn } = report;
  return {
    frame,
    report: { id, name, bytes, sha256, startsOn, expiresOn, kind: kindLabel(report, language) },
    isExpired: !isProof(evidenceStateOn(piece, frame.today)),
    items,
    confirmed: resting.flatMap(({ questionKey, value, instead }) => {
      const index = form.indexOf.get(questionKey) ?? -1;
      if (vendor.state.visible[index] !== 1) return [];
      const page = instead?.is === "covered" ? instead.page : "";
      return [{ questionKey, text: questions[index]!.text, said: say(index, value), page, sectionKey: sectionOf(index) }];
    }),
    rest: { alone, others: attached.size - alone },
  };
}
