// What our own people see when they answer: for the vendor to confirm, or from its documents. Plain data, made by queries, drawn by the
// screens. Follows the vendor's pages (vendor-page.ts), whose parts are used.
import type { VendorQuestionView } from "./vendor-page.ts";

export interface StaffQuestion {
  view: VendorQuestionView;
  /** vendor: it answered itself, and what it said is not for everybody here. carried: last time's answer stands and the vendor checks it. */
  said: "vendor" | "carried" | null;
  /** Scored: an answer read in a document has to name it. */
  isScored: boolean;
}

export interface StaffSectionLink {
  key: string;
  title: string;
  /** Questions with an answer of ours or of the vendor, and all that are shown. */
  done: number;
  total: number;
}

export interface StaffSection {
  key: string;
  title: string;
  number: number;
  of: number;
  questions: StaffQuestion[];
  /** Key of the one after it. */
  next: string | null;
}
