// What the pages of the vendor portal show, as plain data: made by the portal's queries, drawn by app/ui/portal. Whatever stands here
// reaches the vendor's browser, so nothing of scoring, review or our own notes may be added.
import type { AnswerValue } from "../questionnaire/answer.ts";
import type { Language } from "../questionnaire/questionnaire.ts";
import type { VendorQuestion } from "../questionnaire/vendor-question.ts";
import type { AnswerField, Instead, RawAnswer } from "./answer-input.ts";
import type { TypingRole } from "./answer-source.ts";

export interface VendorMessage {
  id: string;
  /** Whether the vendor's side wrote it. */
  isYours: boolean;
  by: string;
  at: string;
  text: string;
}

export interface VendorFile {
  id: string;
  name: string;
  bytes: number;
  kind: string;
  sha256: string;
  expiresOn: string | null;
  /** Carried over from the assessment before. */
  isCarried: boolean;
}

/** A stored answer as its question shows it. */
export interface VendorAnswer {
  value: AnswerValue;
  comment: string;
  reason: string;
  instead: Instead | null;
  revision: number;
  givenBy: string;
  /** ISO instant; the page shows it in the reader's own time where script runs. */
  givenAt: string;
  isCarried: boolean;
  /** Given for another service of the vendor, and signed on that day; its name only for who was sent that one, too. */
  elsewhere: { service: string | null; on: string } | null;
  /** Proposed from the report named in `instead`, and confirmed by the vendor. */
  isFromReport: boolean;
}

/** What one of us typed for the vendor: no answer yet. */
export interface VendorPrepared {
  value: AnswerValue;
  comment: string;
  reason: string;
  instead: Instead | null;
  revision: number;
  byRole: TypingRole;
}

export interface VendorConflict {
  revision: number;
  by: string;
  at: string;
  /** Their answer in words. */
  shown: string;
}

/** When the document of a question is asked for: whatever is answered, with some of its options, or not (now). */
export type ProofWhen = "always" | "options" | "never";

export interface VendorQuestionView {
  question: VendorQuestion;
  /** Place in its section, from 1. */
  number: number;
  isRequired: boolean;
  answer: VendorAnswer | null;
  /** Shown in the fields until the vendor confirms it or says something else. */
  prepared?: VendorPrepared | null;
  /** As typed, when the form came back with errors. */
  typed: RawAnswer | null;
  errors: Partial<Record<AnswerField | "evidence", string>>;
  conflict: VendorConflict | null;
  proofWhen: ProofWhen;
  /** Options that ask for a document. */
  proofOptions: string[];
  files: VendorFile[];
  messages: VendorMessage[];
}

export interface VendorProgress {
  answered: number;
  required: number;
}

export interface VendorSectionView {
  key: string;
  title: string;
  /** Place among the sections that are shown, from 1. */
  number: number;
  of: number;
  progress: VendorProgress;
  questions: VendorQuestionView[];
}

/** The frame of every page: who asks, what about, until when, whom to ask. */
export interface VendorFrame {
  asker: string;
  vendor: string;
  service: string;
  dueOn: string | null;
  today: string;
  timeZone: string;
  help: { name: string; email: string } | null;
  /** What the reader reads. */
  language: Language;
  /** The name given at Start. */
  you: string;
  /** Answers can still be changed. */
  isOpen: boolean;
  /** We answer from its documents, because it will not: nothing of that is shown to it. */
  isFromDocuments?: boolean;
  /** How many answers we typed for it wait for its word. */
  prepared?: number;
  progress: VendorProgress;
}
