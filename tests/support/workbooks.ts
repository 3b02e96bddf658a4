// Workbooks in the layout of CSA's CAIQ and EDUCAUSE's HECVAT with invented texts, written by another library than the one that reads
// them, and workbooks of hand-made XML. The real texts are not ours to ship.
import { type CellObject, utils, type WorkSheet, write } from "@e965/xlsx";
import type { NamedBytes } from "#app/server/questionnaires/import/import-questionnaire.server.ts";
import { writeStoredArchive } from "#app/server/questionnaires/import/write-stored-archive.server.ts";

export type Value = string | number | boolean | null | CellObject;

export interface SheetOf {
  name: string;
  rows: Value[][];
  isHidden?: boolean;
  merges?: string[];
}

export function aWorkbook(name: string, sheets: readonly SheetOf[]): NamedBytes {
  const book = utils.book_new();
  for (const { name: title, rows, merges = [] } of sheets) {
    const sheet: WorkSheet = utils.aoa_to_sheet(rows);
    sheet["!merges"] = merges.map((range) => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, title);
  }
  book.Workbook = { Sheets: sheets.map(({ isHidden }) => ({ Hidden: isHidden ? 1 : 0 })) };
  return { name, bytes: new Uint8Array(write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer) };
}

/** Questions per domain, by edition. */
export const caiqDomains = {
  "4.0.3": {
    "A&A": 8,
    AIS: 12,
    BCR: 18,
    CCC: 11,
    CEK: 23,
    DCS: 23,
    DSP: 24,
    GRC: 9,
    HRS: 20,
    IAM: 21,
    IPY: 8,
    IVS: 14,
    LOG: 18,
    SEF: 11,
    STA: 15,
    TVM: 12,
    UEM: 15,
  },
  "4.1.0": {
    "A&A": 8,
    AIS: 13,
    BCR: 19,
    CCC: 12,
    CEK: 23,
    DCS: 28,
    DSP: 24,
    GRC: 10,
    HRS: 20,
    IAM: 19,
    IPY: 8,
    "I&S": 15,
    LOG: 19,
    SEF: 16,
    STA: 19,
    TVM: 15,
    UEM: 15,
  },
} as const;

export const caiqHeader = [
  "Question ID",
  "Question",
  "CSP CAIQ Answer",
  "SSRM Control Ownership",
  "CSP Implementation Description (Optional/Recommended)",
  "CSC Responsibilities  (Optional/Recommended)",
  "",
  "",
  "CCM Control ID",
  "Control Specification",
  "Control Title",
  "Domain Title",
];

export const notice = "© 2026 Makers of Invented Questions. For use inside one organisation; not for sale, not to be changed.";

export interface Given {
  answer?: string;
  ownership?: string;
  description?: string;
  customer?: string;
}

/** A control has up to two questions; what belongs to the control stands in its first row and is merged downward. */
export function aCaiq(edition: keyof typeof caiqDomains = "4.0.3", given: Record<string, Given> = {}): NamedBytes {
  const rows: Value[][] = [[`v${edition}`, "INVENTED QUESTIONS ABOUT CLOUDS"], caiqHeader];
  const merges: string[] = [];
  for (const [domain, count] of Object.entries(caiqDomains[edition])) {
    for (let n = 0; n < count; n += 1) {
      const control = `${domain}-${String(Math.floor(n / 2) + 1).padStart(2, "0")}`;
      const id = `${control}.${(n % 2) + 1}`;
      const { answer = null, ownership = null, description = null, customer = null } = given[id] ?? {};
      const isFirst = n % 2 === 0;
      const ofControl = isFirst
        ? [control, `Invented rule of ${control}.`, `Rule ${control}`, `Domain ${domain}`]
        : [null, null, null, null];
      rows.push([id, `Is the invented rule\nof ${id} kept?`, answer, ownership, description, customer, null, null, ...ofControl]);
      if (!isFirst) for (const column of "IJKL") merges.push(`${column}${rows.length - 1}:${column}${rows.length}`);
    }
  }
  rows.push(["End of Standard"], [notice]);
  return aWorkbook(`CAIQv${edition}.xlsx`, [
    { name: "Introduction", rows: [["How to fill this in."]] },
    { name: `CAIQv${edition}`, rows, merges },
  ]);
}

/** The same as JSON, with a row or two: as much of a CAIQ as a story needs. */
export const aCaiqFile = (answers: Record<string, string>): { name: string; bytes: Uint8Array } => {
  const questions = Object.entries(answers).map(([id, csp_caiq_answer]) => ({
    id,
    control_id: id.replace(/\.\d+$/, ""),
    body: `Is the invented rule of ${id} kept?`,
    csp_caiq_answer,
  }));
  return { name: "caiq.json", bytes: Buffer.from(JSON.stringify({ name: "Invented", version: "4.1.0", questions })) };
};

const visibleSheets = ["START HERE", "Organization", "Product", "Infrastructure", "IT Accessibility", "Case-Specific", "AI", "Privacy"];

export const hecvatHeader = [
  "New ID",
  "Question",
  ...visibleSheets,
  "Score Mapping",
  "Score Location",
  "Additional Info",
  "If/then",
  "Standard Guidance",
  "No Guidance",
  "Yes Guidance",
  "N/A Guidance",
  "Reason",
  "Follow-Up",
  "Compliant Response",
  "Compliant",
  "Default Importance",
  "Default Weight",
];

interface HecvatQuestion {
  id: string;
  text: string;
  sheet: number;
  good: "Yes" | "No" | null;
  importance: "Critical" | "Standard" | "Minor" | null;
}

/** 332 ids in 35 categories: 247 whose good answer is yes, 40 no, 45 unscored, of these eight that switch sections. */
export function hecvatQuestions(): HecvatQuestion[] {
  const list: HecvatQuestion[] = [];
  const add = (id: string, text: string, sheet: number, good: HecvatQuestion["good"], importance: HecvatQuestion["importance"]) =>
    list.push({ id, text, sheet, good, importance });
  for (let n = 1; n <= 8; n += 1) add(`REQU-0${n}`, `Does the invented product have side ${n}?`, 0, null, null);
  for (let n = 1; n <= 37; n += 1) add(`GNRL-${String(n).padStart(2, "0")}`, `Name of invented thing ${n}`, 0, null, null);
  for (let n = 0; n < 287; n += 1) {
    const category = n % 33;
    const id = `C${String.fromCharCode(65 + Math.floor(category / 26), 65 + (category % 26))}X-${String(Math.floor(n / 33) + 1).padStart(2, "0")}`;
    const importance = n < 87 ? "Critical" : n < 222 ? "Standard" : "Minor";
    add(id, `Is invented matter ${n} in order?`, 1 + (category % 7), n % 7 === 3 && n < 280 ? "No" : "Yes", importance);
  }
  return list;
}

const weights = { Critical: 20, Standard: 10, Minor: 5 };

/** Visible sheets show the questions by formulas without saved values, as a blank workbook does. */
export function aHecvat(given: Record<string, { answer?: Value; information?: string }> = {}): NamedBytes {
  const questions = hecvatQuestions();
  const sheets = visibleSheets.map((name, s): SheetOf => {
    const rows: Value[][] = [
      [`HECVAT - ${name}`],
      s === 0 ? ["HECVAT Version 4.1.4"] : [],
      ["", "", "Answer", "Additional Information", "Guidance"],
    ];
    let prefix = "";
    for (const { id, sheet } of questions) {
      if (sheet !== s) continue;
      if (!id.startsWith(prefix) || prefix === "") {
        prefix = id.slice(0, 4);
        rows.push([`Invented category ${prefix}`]);
      }
      const formula = { t: "z", f: `VLOOKUP(A${rows.length + 1},Questions!A:B,2,FALSE)` } as unknown as CellObject;
      rows.push([id, formula, given[id]?.answer ?? null, given[id]?.information ?? null]);
    }
    rows.push(["Copyright © 2026 Makers of Invented Questions"]);
    return { name, rows };
  });
  const master: Value[][] = [["Master list"], hecvatHeader];
  for (const { id, text, sheet, good, importance } of questions) {
    const flags = visibleSheets.map((_, s) => (s === sheet ? 1 : null));
    const guidance = [`How to answer ${id}.`, good === "No" ? null : "Say when it will be.", null, null];
    const isText = good === null && id.startsWith("GNRL");
    const words = isText ? [`How to answer ${id}.`, null, null, null] : guidance;
    const weight = importance ? weights[importance] : null;
    master.push([id, text, ...flags, null, null, 1, null, ...words, `Why ${id}.`, null, good, null, importance, weight]);
  }
  return aWorkbook("HECVAT414.xlsx", [
    ...sheets,
    { name: "Institution Evaluation", rows: [["Evaluation"]] },
    { name: "Questions", rows: master, isHidden: true },
    { name: "Auto Responses", rows: [["none"]], isHidden: true },
  ]);
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** A workbook of one sheet of hand-made XML; `more` replaces or adds parts. */
export function rawWorkbook(sheetData: string, more: Record<string, string | Uint8Array> = {}): NamedBytes {
  const bytes = (content: string | Uint8Array) => (typeof content === "string" ? new TextEncoder().encode(content) : content);
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="CAIQv4.0.3" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
    ...more,
  };
  return { name: "raw.xlsx", bytes: writeStoredArchive(new Map(Object.entries(parts).map(([name, content]) => [name, bytes(content)]))) };
}

/** A row of cells with texts in place. */
export const rawRow = (row: number, ...texts: string[]): string =>
  `<row r="${row}">${texts.map((text, i) => `<c r="${String.fromCharCode(65 + i)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`;
