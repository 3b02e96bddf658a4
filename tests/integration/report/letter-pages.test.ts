// Letters and addenda as documents: the same every time, in the vendor's language, on their pages whatever the texts.
import { expect, test } from "vitest";
import type { AddendumFacts } from "#app/domain/report/addendum.ts";
import { type LetterFacts, letterHelp } from "#app/domain/report/letter-facts.ts";
import { letterOf } from "#app/i18n/letter.ts";
import { renderReport } from "#app/server/reports/render-report.server.ts";
import { pdfSource } from "#tests/support/pdf-streams.ts";

const producedAt = "2026-12-24T10:00:00Z";
const long = "Ünïcode & <b>Söhne</b> Wolkenkratzerbauunternehmungsgesellschaft ".repeat(9);
const pages = (pdf: Uint8Array) => pdfSource(pdf).match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

function aLetter(language: "en" | "de", text = "Second factor", count = 2): LetterFacts {
  const times = Array.from({ length: count });
  return {
    document: { id: "rep_1", producedAt, timeZone: "Europe/Berlin", language },
    organisation: { name: "Lantern & Larch" },
    vendor: { name: `Quillpay ${text}` },
    engagement: { service: text },
    assessment: { number: "A-2026-1", isFromDocuments: false },
    decision: {
      outcome: "approved_with_conditions",
      decidedOn: "2026-11-24",
      nextReviewOn: "2027-11-24",
      signatories: [{ name: "Odile Marchbanks", role: "officer", on: "2026-11-23" }],
    },
    result: { scoreBps: 6900, grade: "D" },
    conditions: times.map((_, index) => ({
      number: `C-${index + 1}`,
      text,
      when: "by_date" as const,
      dueOn: "2027-02-01",
      isMet: index > 0,
    })),
    mend: times.map(() => ({ title: text, dueOn: "2027-01-12" })),
    moreToMend: 1,
    limits: [text],
    gains: times.map((_, index) => ({ question: `${text} ${index}`, help: "document" as const, gainBps: 412 - index })),
    moreGains: 3,
    verifyUrl: "https://risk.example/verify",
  };
}

function anAddendum(text: string, count: number): AddendumFacts {
  const times = Array.from({ length: count });
  const named = { id: "rep_1", sha256: "a3".repeat(32), storedAt: producedAt };
  return {
    document: { id: "rep_2", producedAt, classification: "Confidential", timeZone: "Europe/Berlin", language: "en" },
    organisation: { name: text },
    vendor: { name: text },
    engagement: { service: text },
    assessment: { number: "A-2026-1" },
    number: count,
    cause: "decision_withdrawn",
    statement: text,
    reason: text,
    at: producedAt,
    byRole: "Compliance officer",
    decision: { outcome: "approved", decidedAt: producedAt, isWithdrawn: true },
    conditions: times.map((_, index) => ({
      number: `C-${index}`,
      text,
      due: "by_date" as const,
      dueOn: "2027-02-01",
      state: "open" as const,
    })),
    acceptances: times.map(() => ({ subject: text, expiresOn: "2027-02-01", isInForce: false })),
    addsTo: times.map((_, index) => ({ ...named, name: `Addendum ${index}` })),
    verifyUrl: "https://risk.example/verify",
  };
}

test("a letter says the same in both languages: every part, every day and the exact points", () => {
  const [english, german] = [letterOf(aLetter("en")), letterOf(aLetter("de"))];
  expect(german.parts.map(({ table, items }) => [table?.rows.length, items?.length])).toEqual(
    english.parts.map(({ table, items }) => [table?.rows.length, items?.length]),
  );
  const cells = (letter: typeof english) => letter.parts.flatMap(({ table }) => table?.rows.flat() ?? []);
  expect(cells(english)).toEqual(expect.arrayContaining(["+4.12", "+4.11", "1\u00a0February\u00a02027", "a document that proves it"]));
  expect(cells(german)).toEqual(expect.arrayContaining(["+4,12", "+4,11", "1.\u00a0Februar\u00a02027", "ein Dokument als Nachweis"]));
  for (const letter of [english, german]) expect(JSON.stringify(letter)).not.toMatch(/undefined|null|NaN/);
});

test("a letter without findings, gains or a result says so", () => {
  const bare = { ...aLetter("en"), result: { scoreBps: null, grade: null }, conditions: [], mend: [], limits: [], gains: [], moreGains: 0 };
  const text = JSON.stringify(letterOf(bare));
  for (const part of ["No points", "Nothing has to be mended", "No single answer would raise"]) expect(text).toContain(part);
});

test("what helps a question is a better answer, a document, or both", () => {
  expect(letterHelp({ valueBps: 10_000, factorBps: 7000 })).toBe("document");
  expect(letterHelp({ valueBps: 5000, factorBps: 10_000 })).toBe("answer");
  expect(letterHelp({ valueBps: 0, factorBps: 7000 })).toBe("answer_and_document");
});

test("the same letter gives the same bytes, in one or two pages", async () => {
  const [first, second] = [await renderReport("decision-letter", aLetter("de")), await renderReport("decision-letter", aLetter("de"))];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  expect(pages(first)).toBeLessThanOrEqual(2);
  expect(pdfSource(first)).toContain("/Lang (de)");
});

test("an addendum is one page, whatever the texts and however many came before", async () => {
  for (const [text, count] of [["A condition", 2] as const, [long, 40] as const])
    expect(pages(await renderReport("addendum", anAddendum(text, count))), text.slice(0, 20)).toBe(1);
});

test("hostile text becomes no link, script or form", async () => {
  const hostile = "javascript:alert(1) https://evil.example/ ]]><xpacket/> \u202egnp.exe \ud800 /OpenAction";
  const source = pdfSource(await renderReport("decision-letter", aLetter("en", hostile)));
  for (const part of ["/URI", "/JavaScript", "/Launch", "/AcroForm"]) expect(source, part).not.toContain(part);
});
