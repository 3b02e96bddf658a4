// The audit report as a document: complete, the same every time, adding up on paper, and unmoved by hostile text.
import { expect, test } from "vitest";
import { parseReportFacts } from "#app/domain/report/report-facts.schema.ts";
import { reportJson } from "#app/domain/report/report-json.ts";
import { addSheet, finishPaper, openPaper } from "#app/server/reports/paper.server.ts";
import { columns, drawTable } from "#app/server/reports/paper-table.server.ts";
import { renderReport } from "#app/server/reports/render-report.server.ts";
import { embeddedJson, pdfSource } from "#tests/support/pdf-streams.ts";
import { findPoppler } from "#tests/support/poppler.ts";
import { aReport } from "#tests/support/report-facts.ts";

const hostileName = `Ünïcode & <b>Söhne</b> ${"Wolkenkratzerbauunternehmungsgesellschaft ".repeat(12)}`.slice(0, 500);
const hostileTexts = [
  hostileName,
  "x".repeat(500),
  "ספק תשלומים בעמ \u202e\u202dgnp.exe \u2066\u200f",
  "شركة الدفع المحدودة",
  "😀👩‍👩‍👧‍👦 支付宝 ກຂຄ \ud83d\ude80",
  `z${"\u0335\u0336\u0337".repeat(30)}algo`,
  "a\u0000b\u0001c\u001b[31m\r\n\td\u2028e",
  "javascript:alert(1) https://evil.example/ data:text/html,<script>",
  "/ByteRange [0 1 2 3] endobj stream >> (\\) %%EOF",
  "]]><xpacket/>&amp;\ufffe\uffff\ud800",
];

function hostileReport() {
  let turn = 0;
  const spoil = (value: unknown, key = ""): unknown => {
    if (Array.isArray(value)) return value.map((item) => spoil(item, key));
    if (value && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, spoil(item, name)]));
    const isFreeText = [
      "text",
      "words",
      "comment",
      "reason",
      "rationale",
      "name",
      "service",
      "fileName",
      "title",
      "note",
      "where",
      "answer",
      "owner",
      "proof",
      "subject",
      "statement",
      "classification",
      "audience",
      "number",
      "website",
      "role",
      "what",
      "byRole",
    ].includes(key);
    return typeof value === "string" && isFreeText ? hostileTexts[turn++ % hostileTexts.length] : value;
  };
  return spoil(aReport()) as ReturnType<typeof aReport>;
}

test("the same facts give the same bytes", async () => {
  const [first, second] = [await renderReport("audit-report", aReport()), await renderReport("audit-report", aReport())];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  const other = await renderReport(
    "audit-report",
    aReport((facts) => ({ ...facts, vendor: { ...facts.vendor, name: "Quillpay" } })),
  );
  expect(Buffer.from(first).equals(Buffer.from(other))).toBe(false);
});

test("the attachment report.json holds exactly the facts", async () => {
  const facts = aReport();
  const json = embeddedJson(await renderReport("audit-report", facts));
  expect(json).toBe(reportJson(facts));
  expect(parseReportFacts(JSON.parse(json))).toEqual(facts);
});

test("the document is tagged, has a language, a title and an outline, and its attachment is marked as data", async () => {
  const source = pdfSource(await renderReport("audit-report", aReport()));
  for (const part of [
    "/Marked true",
    "/StructTreeRoot",
    "/Lang (en)",
    "/DisplayDocTitle true",
    "/Outlines",
    "/AFRelationship /Data",
    "/S /Table",
    "/S /TH",
    "/S /H1",
    "/S /Figure",
    "/Alt (Score 69.00 of 100)",
    "(report.json)",
  ]) {
    expect(source, part).toContain(part);
  }
});

test("no text becomes a link, a script or a form", async () => {
  const source = pdfSource(await renderReport("audit-report", hostileReport()));
  for (const part of ["/URI", "/JavaScript", "/JS ", "/Launch", "/SubmitForm", "/OpenAction", "/AcroForm", "/RichMedia"])
    expect(source, part).not.toContain(part);
});

test("a report of twenty pages and more is made while somebody waits", async () => {
  const facts = aReport((all) => ({
    ...all,
    sections: all.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => ({
        ...question,
        answer: {
          ...question.answer,
          comment: "The control is described in the handbook and is tested every quarter by the second line. ".repeat(4),
        },
      })),
    })),
  }));
  const started = performance.now();
  const pdf = await renderReport("audit-report", facts);
  const pages = pdfSource(pdf).match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
  console.info(`audit report: ${pages} pages in ${Math.round(performance.now() - started)} ms, ${Math.round(pdf.length / 1000)} KB`);
  expect(pages).toBeGreaterThanOrEqual(18);
});

test("an answer longer than a page goes on over the next ones", async () => {
  const long = "Line of a very long answer. ".repeat(700);
  const facts = aReport((all) => ({
    ...all,
    sections: all.sections.map((section, index) =>
      index
        ? section
        : {
            ...section,
            questions: section.questions.map((question, q) =>
              q ? question : { ...question, answer: { ...question.answer, comment: long } },
            ),
          },
    ),
  }));
  const pages = (pdf: Uint8Array) => pdfSource(pdf).match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
  expect(pages(await renderReport("audit-report", facts))).toBeGreaterThan(pages(await renderReport("audit-report", aReport())) + 4);
});

test("the decision page is one page, whatever the names and however many conditions", async () => {
  const hostile = hostileReport();
  const many = {
    ...hostile,
    decision: {
      ...hostile.decision,
      conditions: Array.from({ length: 30 }, () => hostile.decision.conditions).flat(),
      approvers: Array.from({ length: 5 }, () => hostile.decision.approvers).flat(),
    },
    riskAcceptances: Array.from({ length: 9 }, () => hostile.riskAcceptances).flat(),
  };
  for (const facts of [aReport(), hostile, many]) {
    expect(pdfSource(await renderReport("decision-page", facts)).match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  }
});

const poppler = findPoppler(5);
if (poppler) {
  test("every part an auditor asks for is on paper", async () => {
    const text = poppler.textOf(await renderReport("audit-report", aReport())).replace(/\s+/g, " ");
    for (const part of [
      "Quillpay Checkout B.V.",
      "Approved with conditions",
      "Confidential",
      "rep_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b",
      "payment-provider 3.2.0",
      "vouchsafe-1",
      "Engaged before assessment",
      "Odile Marchbanks (Compliance officer) and Bertil Quist",
      "Marguerite Pell, Head of Trust, attested",
      "Why the inherent risk is critical",
      "Assumed, not confirmed",
      "Why this score",
      "Limited by 4.1 at 69.00",
      "Knock-outs",
      "Not applicable and not answered",
      "100 % coverage",
      "The export lists 41 administrators",
      "F-117",
      "Accepted risks",
      "Read off it",
      "Service provider, with a report on compliance",
      "28(3)(h)",
      "7051(a)(10)",
      "12.8.2",
      "12.8.5",
      "Not in place for us",
      "What changed since last time",
      "Controls of ISO/IEC 27001:2022",
      "Entry 48,213",
      "How to check this document",
      "Page 1 of",
    ]) {
      expect(text, part).toContain(part);
    }
    for (const question of aReport().sections.flatMap((section) => section.questions)) expect(text).toContain(question.id);
    for (const item of aReport().evidence) expect(text.replaceAll(" ", "")).toContain(item.sha256.slice(0, 32));
  });

  test("no table leaves its last row alone on a page", async () => {
    for (let count = 34; count < 48; count += 1) {
      const paper = openPaper({ title: "Rows", subject: "", author: "", language: "en", createdAt: new Date("2026-11-12T10:00:00Z") });
      addSheet(paper, "Rows");
      const rows = Array.from({ length: count }, (_, index) => ({ cells: [`Row ${index + 1}`, "One"] }));
      drawTable(paper, columns(["Name", 60], ["What", 40]), rows);
      const pages = poppler.layoutOf(await finishPaper(paper, () => undefined)).split("\f");
      const counts = pages.map((page) => page.match(/Row \d+/g)?.length ?? 0).filter((rowsOnPage) => rowsOnPage > 0);
      expect(counts.at(-1), `${count} rows as ${counts.join(" + ")}`).toBeGreaterThan(1);
      expect(counts.reduce((sum, rowsOnPage) => sum + rowsOnPage, 0)).toBe(count);
    }
  });

  test("people who did not sign appear by role only", async () => {
    const text = poppler.textOf(await renderReport("audit-report", aReport()));
    expect(text).toContain("Vendor contact");
    expect(text).toContain("Compliance officer: 11");
  });

  test("the printed points column adds up to the printed score, the cap line included", async () => {
    const text = poppler.layoutOf(await renderReport("audit-report", aReport()));
    const table = text.slice(text.indexOf("Why this score"), text.indexOf("Where points were lost"));
    const number = (line: string) =>
      Math.round(Number((/([\u2212-]?\d+\.\d\d)\s*$/.exec(line)?.[1] ?? "NaN").replace("\u2212", "-")) * 100);
    const lines = table.split("\n").filter((line) => /\d+\.\d\d\s*$/.test(line));
    const sections = lines.filter((line) => /^\s*\d\s+\D/.test(line)).map(number);
    const find = (start: string) => number(lines.find((line) => line.trim().startsWith(start)) ?? "");
    expect(sections).toHaveLength(9);
    expect(sections.reduce((sum, value) => sum + value, 0)).toBe(find("Sum"));
    expect(find("Sum") + find("Limited by")).toBe(find("Score"));
    expect(find("Score")).toBe(6900);
  });

  test("hostile text stays on its page: same page size, no line lost, readable by others", async () => {
    const pdf = await renderReport("audit-report", hostileReport());
    expect(poppler.infoOf(pdf)).toMatch(/Page size:\s+595\.28 x 841\.89/);
    const text = poppler.textOf(pdf);
    expect(text).toContain("cannot draw are shown as");
    for (const hidden of ["\u0000", "\u0001", "\u001b", "\u202d", "\u2066"]) expect(text).not.toContain(hidden);
  });
}
