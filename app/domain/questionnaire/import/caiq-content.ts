// What a CAIQ holds, be it a workbook or JSON: a list of questions, each with its control where the file has it, and what was answered.
import type { Where } from "./foreign.ts";
import type { GivenCells } from "./given-answers.ts";

export interface CaiqItem {
  id: string;
  text: string;
  controlId: string;
  controlTitle: string;
  specification: string;
  domain: string;
  where: Where;
  given?: Omit<GivenCells, "question">;
}

export interface CaiqContent {
  title: string;
  version: string | undefined;
  notice: string | undefined;
  items: readonly CaiqItem[];
}
