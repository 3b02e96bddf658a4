// The report of a filled workbook as its page shows it, as plain data: before anything is saved, what would be, and what would not and why.

export interface ReportLine {
  questionKey: string;
  question: string;
  /** Sheet and cell: `Answers!C12`. */
  place: string;
  /** What would be saved, or is wrong. */
  says: string;
}

export interface NewerLine extends ReportLine {
  /** The newer answer in words, who gave it and when. */
  theirs: string;
  by: string;
  at: string;
}

export interface ReportView {
  uploadId: string;
  fileName: string;
  saves: ReportLine[];
  /** Answered after the workbook was made; that answer stays unless chosen otherwise. */
  newer: NewerLine[];
  /** Answers that are not the reader's to change. */
  fixed: ReportLine[];
  invalid: ReportLine[];
  notAsked: ReportLine[];
  same: number;
  empty: number;
  stray: { place: string; says: string }[];
  /** Documents that will be attached, and the others with the reason. */
  files: { name: string; question: string; says: string; isTaken: boolean }[];
  unnamed: string[];
}
