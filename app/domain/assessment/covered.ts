// Evidence first: what the reports of a vendor answer or prove (docs: questionnaires, rule 5, `coveredBy`). A report proves, the vendor
// states: what is proposed here is no answer until the vendor confirms it, and hidden questions stay out until they are shown. Pure.
import { type EvidenceVerdict, evidenceStateOn } from "../evidence/evidence-expiry.ts";
import { type EvidenceKind, isEvidenceKind } from "../evidence/evidence-kinds.ts";
import { isProof } from "../evidence/evidence-states.ts";
import type { Day } from "../monitoring/calendar-days.ts";
import { type AnswerValue, isAnswer, isReserved } from "../questionnaire/answer.ts";
import type { Piece } from "./stored-review.ts";
import { needsEvidence, type VendorState, wouldNeedEvidence } from "./vendor-state.ts";

/**
 * answer: nothing is said yet, and one answer is the best the report can prove · fill: nothing is said yet, only the vendor knows what
 * (a number, a date, several equally good answers); the report will prove it · prove: the answer is there and lacks its document.
 */
export type CoverRole = "answer" | "fill" | "prove";

export interface CoveredQuestion {
  readonly index: number;
  readonly role: CoverRole;
  /** With "answer"; null where the report itself is the answer. */
  readonly proposal: AnswerValue;
}

/** Visible questions that a report of this kind answers or proves as things stand, in file order. */
export function coveredQuestions(vendor: VendorState, kind: string): CoveredQuestion[] {
  return vendor.form.set.questions.flatMap(({ index, owner, question }) => {
    const { evidence } = question;
    // Where several documents are asked for, one report alone proves nothing.
    if (owner !== index || vendor.state.visible[index] === 0 || (evidence?.min ?? 1) > 1) return [];
    return evidence?.coveredBy?.includes(kind) ? (covered(vendor, index) ?? []) : [];
  });
}

/** As `coveredQuestions`, but for one report on a day: not where it is older than the question allows. */
export function coveredByReport(vendor: VendorState, report: Piece, day: Day): CoveredQuestion[] {
  return coveredQuestions(vendor, report.kind).filter(({ index }) => {
    const { maxAgeDays } = vendor.form.set.questions[index]!.question.evidence ?? {};
    return isProof(evidenceStateOn({ ...report, maxAgeDays }, day));
  });
}

function covered(vendor: VendorState, index: number): CoveredQuestion | undefined {
  const { state, stored, files, form } = vendor;
  const given = stored[index];
  if (files[index]! > 0 || given?.instead?.is === "covered") return undefined;
  if (form.set.questions[index]!.type === "file" && !isReserved(given?.value)) return { index, role: "answer", proposal: null };
  if (isAnswer(state.values[index])) return needsEvidence(vendor, index) ? { index, role: "prove", proposal: null } : undefined;
  const proposal = bestProven(vendor, index);
  return { index, role: proposal === null ? "fill" : "answer", proposal };
}

/** The one answer that scores best among those the report can prove; null where it takes the vendor to know. */
function bestProven(vendor: VendorState, index: number): AnswerValue {
  const { type, options } = vendor.form.set.questions[index]!;
  if ((type !== "boolean" && type !== "choice") || options === null) return null;
  const proven = [...options].flatMap(([code, { bps }]) => {
    const value = type === "boolean" ? code === "true" : code;
    return bps !== null && bps > 0 && wouldNeedEvidence(vendor, index, value) ? [{ value, bps }] : [];
  });
  const best = Math.max(...proven.map(({ bps }) => bps));
  const [only, another] = proven.filter(({ bps }) => bps === best);
  return only !== undefined && another === undefined ? only.value : null;
}

/** What reports of one kind would do. */
export interface Reach {
  readonly kind: EvidenceKind;
  /** Questions answered with one confirmation. */
  readonly answers: number;
  /** Questions beside them whose document is then there. */
  readonly proves: number;
}

/** Kinds of reports that some visible question names, the most useful first; and how many questions all of them together would answer. */
export function reachOf(vendor: VendorState): { kinds: Reach[]; answers: number } {
  const named = new Set(vendor.form.set.questions.flatMap(({ question }) => question.evidence?.coveredBy ?? []).filter(isEvidenceKind));
  const answered = new Set<number>();
  const kinds = [...named].flatMap((kind): Reach[] => {
    const questions = coveredQuestions(vendor, kind);
    const answers = questions.filter(({ role }) => role === "answer");
    for (const { index } of answers) answered.add(index);
    return questions.length === 0 ? [] : [{ kind, answers: answers.length, proves: questions.length - answers.length }];
  });
  return { kinds: kinds.sort((a, b) => b.answers - a.answers || b.proves - a.proves), answers: answered.size };
}

/** An answer as far as it says where it came from. */
export interface Sourced {
  readonly questionKey: string;
  readonly origin: string;
  readonly instead: { readonly is: string; readonly evidenceId?: string } | null;
}

export const restsOnReport = ({ instead }: Pick<Sourced, "instead">, evidenceId?: string): boolean =>
  instead?.is === "covered" && instead.evidenceId !== undefined && (evidenceId === undefined || instead.evidenceId === evidenceId);

/** Without the report nothing is left of it: the vendor has not touched what was proposed. */
export const isOnlyFromReport = (answer: Omit<Sourced, "questionKey">, evidenceId?: string): boolean =>
  answer.origin === "report" && restsOnReport(answer, evidenceId);

/** Shown questions whose answer a report gave. */
export function savedByReports(vendor: VendorState, answers: Iterable<Sourced>): number {
  const { form, state } = vendor;
  return [...answers].filter((answer) => isOnlyFromReport(answer) && state.visible[form.indexOf.get(answer.questionKey) ?? -1] === 1)
    .length;
}

/** What reports did and could do, for the start page. */
export interface ReportsNote {
  /** Required questions they have answered, and could still answer. */
  saved: number;
  possible: number;
  /** Some report could prove an answer at least. */
  isUseful: boolean;
}

export function reportsNote(vendor: VendorState, answers: Iterable<Sourced>): ReportsNote {
  const { kinds, answers: possible } = reachOf(vendor);
  return { saved: savedByReports(vendor, answers), possible, isUseful: kinds.length > 0 };
}

/** A stored document as its state is read. */
export const reportPiece = (row: {
  id: string;
  kind: string;
  startsOn: Day | null;
  expiresOn: Day | null;
  verdict: EvidenceVerdict;
}): Piece => ({
  id: row.id,
  kind: row.kind as EvidenceKind,
  startsOn: row.startsOn ?? undefined,
  expiresOn: row.expiresOn ?? undefined,
  verdict: row.verdict,
});
