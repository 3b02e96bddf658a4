// What each worksheet asks for, and what it lets through. The invented documents of the demo are complete and without fault; every row
// below changes one thing.
import { describe, expect, test } from "vitest";
import { inventedWorksheet } from "#app/cli/demo/worksheets.ts";
import { type EvidenceKind, evidenceKindCodes, evidenceKindRow } from "#app/domain/evidence/evidence-kinds.ts";
import { judgeWorksheet } from "#app/domain/evidence/worksheets/judge-worksheet.ts";
import { readWorksheet } from "#app/domain/evidence/worksheets/read-worksheet.ts";
import { worksheetFacts } from "#app/domain/evidence/worksheets/worksheet-facts.ts";
import { worksheetView } from "#app/domain/evidence/worksheets/worksheet-view.ts";
import { worksheetCodeOf, worksheetOf } from "#app/domain/evidence/worksheets/worksheets.ts";

const today = "2026-11-26";
const kinds = evidenceKindCodes.filter((kind) => worksheetCodeOf(kind) !== undefined);

function filled(kind: EvidenceKind, change: Record<string, string | string[]> = {}, extra: Record<string, string[]> = {}) {
  const code = worksheetCodeOf(kind)!;
  const worksheet = worksheetOf(code);
  const typed = {
    ...inventedWorksheet(code, { kind, vendor: "Quillpay GmbH", service: "Card payments", on: "2026-10-20" }, change),
    ...extra,
  };
  const { fields, errors } = readWorksheet(worksheet, typed, today);
  return { worksheet, fields, unread: errors, ...judgeWorksheet(worksheet, fields, { kind, service: "Card payments", today }) };
}

describe("a worksheet", () => {
  test.each(kinds)("of %s that is filled and without fault lets its document be verified", (kind) => {
    const { unread, errors, refusals, checks, fields, worksheet } = filled(kind);
    expect({ unread, errors, refusals }).toEqual({ unread: {}, errors: {}, refusals: [] });
    // What it answers by itself is asked of this kind of document, or stands beside it.
    expect(checks.length).toBeGreaterThan(2);
    expect(Object.hasOwn(worksheet.fields, worksheet.clock)).toBe(true);
    expect(worksheetFacts(kind, fields).length).toBe(Object.keys(fields).length);
  });

  test.each(kinds)("of %s that is empty says what it needs, field by field", (kind) => {
    const worksheet = worksheetOf(worksheetCodeOf(kind)!);
    const { errors } = judgeWorksheet(worksheet, {}, { kind, service: "Card payments", today });
    const required = Object.entries(worksheet.fields).filter(([, { isRequired }]) => isRequired === true);
    expect(Object.keys(errors)).toEqual(expect.arrayContaining(required.map(([name]) => `v:${name}`)));
  });

  test.each<[string, EvidenceKind, Record<string, string | string[]>, string]>([
    ["a merchant's attestation", "pci-aoc-sp", { form: "merchant_roc" }, "v:form"],
    ["SAQ A", "pci-aoc-sp", { form: "merchant_saq" }, "v:form"],
    ["a self-assessment under the wrong kind", "pci-aoc-sp", { form: "sp_saq_d" }, "v:form"],
    ["an attestation that does not name our service", "pci-aoc-sp", { serviceCovered: "no" }, "v:serviceCovered"],
    ["one that covers a part, without saying which", "pci-aoc-sp", { serviceCovered: "partly" }, "v:notCovered"],
    ["one against a retired version", "pci-aoc-sp", { dssVersion: "4.0" }, "v:dssVersion"],
    ["one nobody signed", "pci-aoc-sp", { signedByVendor: "no" }, "v:signedByVendor"],
    ["one without the assessor's signature", "pci-aoc-sp", { signedByAssessor: "no" }, "v:signedByAssessor"],
    ["one without an assessor", "pci-aoc-sp", { assessor: "" }, "v:assessor"],
    ["a type I report under type II", "soc2-t2", { type: "I" }, "v:type"],
    ["a type II period under three months", "soc2-t2", { periodFrom: "2026-08-15" }, "v:periodTo"],
    ["a period that ends before it begins", "soc2-t2", { periodFrom: "2026-10-21" }, "v:periodTo"],
    ["an adverse opinion", "soc2-t2", { opinion: "adverse" }, "v:opinion"],
    ["no opinion", "soc2-t2", { opinion: "disclaimer" }, "v:opinion"],
    ["a qualified one without its exceptions", "soc2-t2", { opinion: "qualified" }, "v:exceptions"],
    ["a report without the security criteria", "soc2-t2", { criteria: ["privacy"] }, "v:criteria"],
    ["a certificate to an edition that ended", "iso27001", { edition: "2013" }, "v:edition"],
    ["a certificate for more than three years", "iso27001", { validTo: "2030-11-01" }, "v:validTo"],
    [
      "one nobody surveyed for more than fourteen months",
      "iso27001",
      { issuedOn: "2024-10-20", validTo: "2027-10-19" },
      "v:surveillanceOn",
    ],
    ["a failed scan", "asv", { passed: "no" }, "v:passed"],
    ["a scan without its components", "asv", { components: "" }, "v:components"],
    ["a test by the builders", "pentest", { independent: "no" }, "v:independent"],
    ["a test that ends before it begins", "pentest", { testedFrom: "2026-10-21" }, "v:testedTo"],
    ["a retest before the test", "pentest", { retestOn: "2026-10-01" }, "v:retestOn"],
  ])("does not let %s through", (_, kind, change, field) => {
    expect(Object.keys(filled(kind, change).errors)).toEqual([field]);
  });

  test("lets a surveyed certificate through, and a self-assessment D without an assessor", () => {
    expect(filled("iso27001", { issuedOn: "2024-10-20", validTo: "2027-10-19", surveillanceOn: "2026-09-30" }).errors).toEqual({});
    expect(filled("pci-saq-d-sp").errors).toEqual({});
  });

  test("says in one place why a document as a whole proves nothing", () => {
    expect(filled("pci-aoc-sp", { form: "merchant_saq" }).refusals).toEqual([expect.stringContaining("This is a merchant's form")]);
    expect(filled("pci-aoc-sp", { dssVersion: "4.0" }).refusals).toEqual([]);
  });
});

describe("what is typed into a worksheet", () => {
  test.each<[string, EvidenceKind, Record<string, string | string[]>, string]>([
    ["a day that does not exist", "pci-aoc-sp", { reportOn: "2026-02-30" }, "v:reportOn"],
    ["a day that has not come", "pci-aoc-sp", { reportOn: "2026-11-27" }, "v:reportOn"],
    ["a choice nobody offered", "pci-aoc-sp", { form: "anything" }, "v:form"],
    ["neither yes nor no", "asv", { passed: "perhaps" }, "v:passed"],
    ["half a number", "pentest", { openHighs: "1.5" }, "v:openHighs"],
    ["too long a text", "iso27001", { scope: "x".repeat(501) }, "v:scope"],
    ["too many lines", "asv", { components: Array.from({ length: 201 }, (_, n) => `host${n}`).join("\n") }, "v:components"],
    ["a box nobody offered", "soc2-t2", { criteria: ["security", "magic"] }, "v:criteria"],
  ])("is refused at its field when it is %s", (_, kind, change, field) => {
    expect(Object.keys(filled(kind, change).unread)).toEqual([field]);
  });

  test("a field that is none of the worksheet is named", () => {
    expect(filled("asv", {}, { "v:verdict": ["verified"] }).unread).toEqual({ "v:verdict": "This field is not part of the worksheet." });
  });

  test("a certificate may end in the future, and no other day may", () => {
    expect(filled("iso27001").fields.validTo?.value).toBe("2029-10-19");
  });

  test("lines are kept once each, and a page left empty is that of the field above", () => {
    const { fields } = filled(
      "asv",
      { components: "shop.example\n\n  SHOP.example \napi.example" },
      { "p:components": ["7–9"], "p:scanOn": ["2"] },
    );
    expect(fields.components).toEqual({ value: ["shop.example", "api.example"], page: "7–9" });
    expect(fields.passed?.page).toBe("2");
    expect(fields.serviceCovered?.page).toBe("7–9");
  });

  test("without any page it may be kept, and not be verified", () => {
    const { unread, errors } = filled("asv", {}, { "p:scanOn": [""] });
    expect({ unread, errors }).toEqual({ unread: {}, errors: { "p:scanOn": "Give the page of “Date of the scan”." } });
  });
});

test("the form starts with the days its uploader gave and what last year's document said, and leaves every judgement open", () => {
  const subject = { kind: "pci-aoc-sp", service: "Card payments", today } as const;
  const before = filled("pci-aoc-sp").fields;
  const view = worksheetView(worksheetOf("aoc"), {
    subject,
    filled: undefined,
    before,
    uploaded: { startsOn: "2026-11-01", statedExpiryOn: null },
    vendor: "Quillpay GmbH",
  });
  const value = (name: string) => view.fields.find((field) => field.name === name)?.value;
  expect(["reportOn", "assessor", "entity", "services"].map(value)).toEqual([
    "2026-11-01",
    "Kettleby Assurance",
    "Quillpay GmbH",
    "Card payments",
  ]);
  expect(["form", "serviceCovered", "dssVersion", "signedByVendor", "signedByAssessor"].map(value)).toEqual(["", "", "", "", ""]);
  // A minute: what is left to type is five choices and one page.
  expect(view.fields.filter(({ isRequired, value: known }) => isRequired && known === "")).toHaveLength(4);
  expect(view.checks.map((check) => check.value)).toEqual(["registry"]);
  expect(evidenceKindRow("pci-aoc-sp").checks).toContain("registry");
});
