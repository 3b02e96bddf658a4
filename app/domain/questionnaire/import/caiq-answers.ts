// What a filled CAIQ says, row by row, with the control each row belongs to: the part of it that our own questionnaires can use.
import type { CcmEdition } from "../ccm-editions.ts";

export interface CaiqRow {
  /** As the file has it, such as `IAM-02.1`. */
  id: string;
  /** Control of CCM v4.1, without the framework's name; null where v4.1 has none. */
  control: string | null;
  /** Null: left empty, or neither yes, no nor not applicable. */
  answer: "yes" | "no" | "na" | null;
  /** What stands in the answer's cell. */
  said: string;
  /** The vendor's own words. */
  explanation: string;
}

export interface CaiqAnswers {
  edition: CcmEdition;
  /** Rows that say anything, in the order of the file. */
  rows: CaiqRow[];
}
