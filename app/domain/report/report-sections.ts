// The sections of a report with every visible question: what was answered, by whom, what the review made of it, what proves it.
// Names of people never come in here: everybody appears as a role.
import type { Instead } from "#app/domain/assessment/answer-input.ts";
import { type AnswerOrigin, type AnswerSource, takenFrom } from "#app/domain/assessment/answer-source.ts";
import type { AssessmentForm } from "#app/domain/assessment/assessment-form.ts";
import type { ScoreInput } from "#app/domain/assessment/score-input.ts";
import type { ScoreResult } from "#app/domain/assessment/score-result.ts";
import { type AnswerValue, isAnswer } from "#app/domain/questionnaire/answer.ts";
import type { CompiledQuestion } from "#app/domain/questionnaire/compiled.ts";
import { textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { answerWords } from "./answer-words.ts";
import type {
  ReportAnswer,
  ReportAnswerKind,
  ReportAnswerSource,
  ReportDetermination,
  ReportQuestion,
  ReportSection,
} from "./report-facts.ts";
import { typingRoleWords } from "./report-words.ts";

/** One stored answer, newest or earlier. */
export interface AnswerRecord {
  value: AnswerValue;
  comment: string;
  reason: string;
  instead: Instead | null;
  origin: AnswerOrigin;
  source: AnswerSource | null;
  revision: number;
  givenAt: Date;
}

export interface DeterminationRecord {
  verdict: "accepted" | "adjusted" | "clarify" | "rejected";
  value: unknown;
  naAccepted: boolean;
  reason: string;
  at: Date;
  byRole: string;
}

/** What is known of the answers of one assessment, all by question key. */
export interface SectionSource {
  form: AssessmentForm;
  result: ScoreResult;
  /** The evidence states the result was computed with. */
  input: ScoreInput;
  answers: ReadonlyMap<string, AnswerRecord>;
  /** Oldest first, the newest included. */
  revisions: ReadonlyMap<string, readonly AnswerRecord[]>;
  determinations: ReadonlyMap<string, DeterminationRecord>;
  evidenceIds: ReadonlyMap<string, readonly string[]>;
  /** Of assessments that answers were taken from. */
  services: ReadonlyMap<string, string>;
}

/** In file order; sections without a visible question are left out. */
export function reportSections(source: SectionSource): ReportSection[] {
  const { set } = source.form;
  return set.sections
    .map(({ index, key, section, questionnaire, weight }) => {
      const { questionnaire: file } = set.files[questionnaire]!;
      const questions = set.questions.filter(
        (question) => question.section === index && question.owner === question.index && source.result.questions[question.index]?.visible,
      );
      return {
        id: key,
        questionnaire: file.id,
        title: textIn(section.title, "en", file.languages[0] ?? "en"),
        weight,
        questions: questions.map((question) => questionOf(source, question)),
      };
    })
    .filter(({ questions }) => questions.length > 0);
}

function questionOf(source: SectionSource, question: CompiledQuestion): ReportQuestion {
  const { form, answers, revisions, determinations, evidenceIds, services } = source;
  const { questionnaire: file } = form.set.files[question.questionnaire]!;
  const stored = form.keys[question.index]!;
  const answer = answers.get(stored);
  const determination = determinations.get(stored);
  const words = (value: AnswerValue) => answerWords(question, file, value);
  return {
    id: question.key,
    text: textIn(question.question.text, "en", file.languages[0] ?? "en"),
    isKnockOut: question.isBlocker,
    isGate: question.isGate,
    isRequired: question.isRequired,
    answer: asDocuments(question, answer ? answerOf(answer, words, services) : unanswered, evidenceIds.get(stored)?.length ?? 0),
    earlier: (revisions.get(stored) ?? [])
      .filter(({ revision }) => revision < (answer?.revision ?? 0))
      .map(({ value, source, givenAt }) => ({ words: wordsOrKind(value, words), byRole: roleOf(source), at: givenAt.toISOString() })),
    determination: determination ? determinationOf(determination, words) : null,
    notApplicable:
      answer?.value === "na" && determination
        ? { isAccepted: determination.naAccepted, byRole: determination.byRole, reason: determination.reason || null }
        : null,
    evidenceState: evidenceStateOf(question, source),
    evidenceIds: [...(evidenceIds.get(stored) ?? [])],
    controls: question.question.controls ?? [],
  };
}

/** The state the score was computed with; null where no evidence rule holds. */
function evidenceStateOf(
  { key, index, type, hasEvidenceRule }: CompiledQuestion,
  { input, result }: SectionSource,
): ReportQuestion["evidenceState"] {
  if (!hasEvidenceRule) return null;
  const stated = input.answers[key]?.evidence;
  if (stated) return stated;
  const lowers = (result.questions[index]?.factorBps ?? 10_000) < 10_000;
  return lowers ? (type === "file" ? "provided" : "attested") : null;
}

const vendorRole = "Vendor contact";

const sourceOf: Record<AnswerOrigin, ReportAnswerSource> = {
  vendor: "vendor",
  clarification: "vendor",
  correction: "vendor",
  carried: "carried_over",
  report: "from_report",
  on_behalf: "on_behalf",
  documents: "from_documents",
  elsewhere: "other_engagement",
};

/** Whose hand typed it. */
const roleOf = (source: AnswerSource | null): string =>
  source === null || source.is === "elsewhere" ? vendorRole : typingRoleWords[source.byRole];

const unanswered: ReportAnswer = {
  kind: "unanswered",
  words: "",
  comment: null,
  source: "vendor",
  byRole: null,
  at: null,
  document: null,
  promisedOn: null,
  revision: 0,
};

/** A question that asks for a file is answered by what is attached to it. */
function asDocuments({ type }: CompiledQuestion, answer: ReportAnswer, files: number): ReportAnswer {
  if (type !== "file" || files === 0 || answer.kind !== "unanswered") return answer;
  return { ...answer, kind: "answered", words: files === 1 ? "One document" : `${files} documents`, byRole: answer.byRole ?? vendorRole };
}

function kindOf(value: AnswerValue): ReportAnswerKind {
  if (value === "na") return "not_applicable";
  if (value === "declined") return "declined";
  return isAnswer(value) ? "answered" : "unanswered";
}

const kindWords: Record<ReportAnswerKind, string> = {
  answered: "",
  not_applicable: "Not applicable",
  declined: "We do not answer this",
  unanswered: "Not answered",
};

const wordsOrKind = (value: AnswerValue, words: (value: AnswerValue) => string): string => words(value) || kindWords[kindOf(value)];

/** Where an answer comes from, and the document of the vendor one of ours read it in. */
export function givenBy({ origin, source }: Pick<AnswerRecord, "origin" | "source">): Pick<ReportAnswer, "source" | "document"> {
  const read = source?.is === "documents" ? source.document : null;
  return { source: sourceOf[origin], document: read ? { evidenceId: read.evidenceId, page: read.page || null } : null };
}

function answerOf(
  { value, comment, reason, instead, origin, source, revision, givenAt }: AnswerRecord,
  words: (value: AnswerValue) => string,
  services: ReadonlyMap<string, string>,
): ReportAnswer {
  const given = givenBy({ origin, source });
  const taken = takenFrom({ origin, source });
  const covering = instead?.is === "covered" ? { evidenceId: instead.evidenceId ?? instead.document, page: instead.page || null } : null;
  return {
    kind: kindOf(value),
    words: words(value),
    comment: [reason, comment].filter((text) => text !== "").join("\n") || null,
    source: given.source,
    byRole: roleOf(source),
    at: givenAt.toISOString(),
    document: given.document ?? covering,
    promisedOn: instead?.is === "later" ? instead.on : null,
    ...(taken ? { takenFrom: { service: services.get(taken.assessmentId) ?? "", signedOn: taken.signedOn } } : {}),
    revision,
  };
}

function determinationOf(
  { verdict, value, reason, at, byRole }: DeterminationRecord,
  words: (value: AnswerValue) => string,
): ReportDetermination {
  return {
    is: verdict,
    words: verdict === "adjusted" ? wordsOrKind(value as AnswerValue, words) : null,
    reason: reason || null,
    byRole,
    at: at.toISOString(),
  };
}
