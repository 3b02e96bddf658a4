// One question of a vendor's page, put together from form, answer, documents and messages.
import { takenFrom } from "#app/domain/assessment/answer-source.ts";
import { isOnlyFromReport } from "#app/domain/assessment/covered.ts";
import type {
  VendorAnswer,
  VendorFile,
  VendorFrame,
  VendorMessage,
  VendorPrepared,
  VendorQuestionView,
} from "#app/domain/assessment/vendor-page.ts";
import { needsEvidence, wouldNeedEvidence } from "#app/domain/assessment/vendor-state.ts";
import { isAnswer } from "#app/domain/questionnaire/answer.ts";
import type { Messages } from "#app/i18n/en.ts";
import { messages } from "#app/i18n/messages.ts";
import type { AnswerRow } from "../answers.queries.server.ts";
import type { MessageRow } from "../messages.repo.server.ts";
import type { PreparedRow } from "../on-behalf/prepared-answers.repo.server.ts";
import { giverOf } from "./giver-of.server.ts";
import type { PortalFacts } from "./portal-facts.queries.server.ts";
import { vendorQuestions } from "./vendor-questions.server.ts";

export function questionView(
  facts: Pick<PortalFacts, "assessment" | "vendor" | "answers" | "files"> &
    Partial<Pick<PortalFacts, "prepared" | "services">> & { frame?: Pick<VendorFrame, "language"> },
  index: number,
  number: number,
  sent: readonly MessageRow[],
): VendorQuestionView {
  const { vendor } = facts;
  const { form } = vendor;
  const { language = "en" } = facts.frame ?? {};
  const question = vendorQuestions(form, language)[index]!;
  const { key } = question;
  const answer = facts.answers.get(key);
  const prepared = facts.prepared?.open.find(({ questionKey }) => questionKey === key);
  return {
    question,
    number,
    isRequired: form.set.questions[index]!.isRequired,
    answer: answer ? answerView(answer, messages[language].portal, facts.services) : null,
    prepared: prepared ? preparedView(prepared) : null,
    typed: null,
    errors: {},
    conflict: null,
    ...proofOf(facts, index),
    files: facts.files.filter(({ questionKey }) => questionKey === key).map((file) => fileView(file, facts.assessment.id)),
    messages: sent.filter(({ questionKey }) => questionKey === key).map(messageView),
  };
}

/** `services`: names of other services of the vendor that this contact may see, by assessment. Who answered for one of them is not told. */
export function answerView(row: AnswerRow, words: Messages["portal"], services: ReadonlyMap<string, string> = new Map()): VendorAnswer {
  const { value, comment, reason, instead, revision, givenAt, origin } = row;
  const taken = takenFrom(row);
  return {
    ...{ value, comment, reason, instead, revision },
    givenBy: giverOf(row, words),
    givenAt: givenAt.toISOString(),
    isCarried: origin === "carried",
    elsewhere: taken ? { service: services.get(taken.assessmentId) ?? null, on: taken.signedOn } : null,
    isFromReport: isOnlyFromReport({ origin, instead }),
  };
}

function preparedView({ value, comment, reason, instead, revision, byRole }: PreparedRow): VendorPrepared {
  return { value, comment, reason, instead, revision, byRole };
}

function fileView({ id, name, bytes, kind, sha256, expiresOn, assessmentId }: PortalFacts["files"][number], current: string): VendorFile {
  return { id, name, bytes, kind, sha256, expiresOn, isCarried: assessmentId !== current };
}

export function messageView({ id, from, by, at, text }: MessageRow): VendorMessage {
  return { id, isYours: from === "vendor", by, at: at.toISOString(), text };
}

/** When a document is asked for: with which options, or whatever is answered, or not at all as things stand. */
function proofOf({ vendor }: Pick<PortalFacts, "vendor">, index: number): Pick<VendorQuestionView, "proofWhen" | "proofOptions"> {
  const question = vendorQuestions(vendor.form)[index]!;
  if (question.evidence === null) return { proofWhen: "never", proofOptions: [] };
  if (question.type === "file") return { proofWhen: "always", proofOptions: [] };
  const codes = question.type === "boolean" ? ["true", "false"] : question.options.map(({ code }) => code);
  const asking = codes.filter((code) => {
    const value = question.type === "boolean" ? code === "true" : question.type === "multichoice" ? [code] : code;
    return wouldNeedEvidence(vendor, index, value);
  });
  if (codes.length > 0) {
    const isNow = needsEvidence(vendor, index);
    const chosen = vendor.state.values[index];
    const coveredByOptions = !isNow || [chosen].flat().some((value) => asking.includes(String(value)));
    if (!coveredByOptions) return { proofWhen: "always", proofOptions: [] };
    return asking.length > 0 ? { proofWhen: "options", proofOptions: asking } : { proofWhen: "never", proofOptions: [] };
  }
  const isUnconditional = vendor.form.set.questions[index]!.evidenceWhen === null;
  const asksNow = isAnswer(vendor.state.values[index]) && needsEvidence(vendor, index);
  return { proofWhen: isUnconditional || asksNow ? "always" : "never", proofOptions: [] };
}
