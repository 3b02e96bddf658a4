// The table of worksheets, and which kinds of evidence have one. A kind in it is verified through its worksheet and in no other way.
import type { EvidenceKind } from "../evidence-kinds.ts";
import { aoc } from "./aoc.ts";
import { asv } from "./asv.ts";
import { iso } from "./iso.ts";
import { pentest } from "./pentest.ts";
import { soc2 } from "./soc2.ts";
import type { Worksheet, WorksheetCode, WorksheetFields } from "./worksheet.ts";

const worksheets: Readonly<Record<WorksheetCode, Worksheet>> = { aoc, soc2, iso, asv, pentest };

const worksheetOfKind: Readonly<Partial<Record<EvidenceKind, WorksheetCode>>> = {
  "pci-aoc-sp": "aoc",
  "pci-aoc": "aoc",
  "pci-saq-d-sp": "aoc",
  "soc2-t2": "soc2",
  "soc2-t1": "soc2",
  iso27001: "iso",
  iso27701: "iso",
  iso27017: "iso",
  iso27018: "iso",
  iso22301: "iso",
  asv: "asv",
  pentest: "pentest",
};

/** Undefined for a kind that is verified by its checks alone. */
export const worksheetCodeOf = (kind: string): WorksheetCode | undefined =>
  Object.hasOwn(worksheetOfKind, kind) ? worksheetOfKind[kind as EvidenceKind] : undefined;

export const worksheetOf = (code: WorksheetCode): Worksheet => worksheets[code];

/** The fields of a worksheet as far as they belong to this kind; undefined when nothing was filled in for it. */
export const fieldsFor = (kind: string, filled: { worksheet: string; fields: WorksheetFields } | undefined): WorksheetFields | undefined =>
  filled !== undefined && filled.worksheet === worksheetCodeOf(kind) ? filled.fields : undefined;
