import { describe, expect, test } from "vitest";
import { determinerRefusal } from "#app/domain/access/separation-of-duties.ts";
import { type AnswerSource, isVendorsOwn, typingRole } from "#app/domain/assessment/answer-source.ts";
import { assessmentStatuses, transition } from "#app/domain/assessment/assessment-status.ts";
import { answererIds, documentAnswer, documentProblem, notFound } from "#app/domain/assessment/document-answers.ts";
import { howAnswered } from "#app/domain/report/how-answered.ts";
import type { ReportQuestion, ReportSection } from "#app/domain/report/report-facts.ts";
import { aReport } from "#tests/support/report-facts.ts";

const given = { value: "yes", reason: "" };
const scored = { isScored: true, type: "choice" } as const;
const found = { evidenceId: "evd_soc2", page: "12" };

describe("an answer read in a document", () => {
  test("names document and page where it scores; without a score it may name none, but a document only with its page", () => {
    expect(documentProblem(scored, given, found)).toBeUndefined();
    expect(documentProblem(scored, given, { ...found, evidenceId: undefined })).toBe("needs_document");
    expect(documentProblem(scored, given, { ...found, page: "" })).toBe("needs_page");
    expect(documentProblem(scored, given, { ...found, page: "1".repeat(101) })).toBe("needs_page");
    expect(documentProblem({ ...scored, isScored: false }, given, { evidenceId: undefined, page: "" })).toBeUndefined();
    expect(documentProblem({ ...scored, isScored: false }, given, { ...found, page: "" })).toBe("needs_page");
  });
  test("may be missing: not found, not applicable with a reason, or a document as the whole answer", () => {
    const nothing = { evidenceId: undefined, page: "" };
    expect(documentProblem(scored, { value: "declined", reason: "" }, nothing)).toBeUndefined();
    expect(documentProblem(scored, { value: null, reason: "" }, nothing)).toBeUndefined();
    expect(documentProblem(scored, { value: "na", reason: "" }, nothing)).toBe("needs_reason");
    expect(documentProblem(scored, { value: "na", reason: "No cards" }, nothing)).toBeUndefined();
    expect(documentProblem({ isScored: true, type: "file" }, { value: null, reason: "" }, { ...found, page: "" })).toBeUndefined();
  });
  test("keeps a reason when nothing was found, and promises nothing in the vendor's name", () => {
    const later = { is: "later", on: "2026-12-01" } as const;
    expect(documentAnswer({ value: "declined", comment: "", reason: "", instead: later })).toMatchObject({
      reason: notFound,
      instead: null,
    });
    expect(documentAnswer({ value: "declined", comment: "", reason: "Only in German", instead: null }).reason).toBe("Only in German");
  });
});

describe("who answered from documents", () => {
  const by = (byId: string, document: AnswerSource extends infer S ? (S extends { document: infer D } ? D : never) : never) =>
    ({ is: "documents", byId, byRole: "compliance_officer", document }) as const;
  test("is whoever read something, in any revision; emptying answers is no answering", () => {
    expect(
      answererIds([
        { value: null, source: by("per_took_over", null) },
        { value: "yes", source: by("per_read", { ...found, name: "soc2.pdf" }) },
        { value: null, source: by("per_attached", { ...found, name: "soc2.pdf", page: "" }) },
        { value: "declined", source: by("per_read", null) },
        { value: "yes", source: null },
      ]),
    ).toEqual(["per_read", "per_attached"]);
  });
  test("does not determine it at tiers 1 and 2", () => {
    for (const tier of [1, 2, 3, 4]) {
      expect(determinerRefusal("per_read", { tier, answererIds: ["per_read", "per_b"] })).toBe(tier <= 2 ? "answered_it" : undefined);
      expect(determinerRefusal("per_c", { tier, answererIds: ["per_read", "per_b"] })).toBeUndefined();
    }
  });
});

test("what we typed stands against what is carried over, never against the vendor's own word", () => {
  expect(["vendor", "clarification", "on_behalf"].every((origin) => isVendorsOwn(origin as "vendor"))).toBe(true);
  expect(isVendorsOwn("carried") || isVendorsOwn("documents")).toBe(false);
  expect(typingRole(["compliance_officer", "procurement"])).toBe("procurement");
  expect(typingRole(["compliance_officer", "approver"])).toBe("compliance_officer");
});

test("a vendor that will not answer is answered for from documents, and may take it back until that is finished", () => {
  for (const status of ["draft", "sent", "in_progress"] as const) expect(transition(status, "turn_to_documents")).toBe("from_documents");
  expect(transition("from_documents", "finish_from_documents")).toBe("submitted");
  expect(transition("submitted", "answer_again")).toBe("from_documents");
  expect(transition("from_documents", "return_to_vendor")).toBe("in_progress");
  for (const verb of ["answer", "submit", "review"] as const) expect(() => transition("from_documents", verb)).toThrow("assessment");
  expect(assessmentStatuses).toContain("from_documents");
});

describe("the first page of a report", () => {
  const attestation = { name: "Florian Teasel", role: "Owner", at: "2026-11-24T10:00:00.000Z" };
  const asking = { vendor: "Quillpay", attestation };
  const any = aReport().sections[0]?.questions[0] as ReportQuestion;
  const sections = (...answers: Partial<ReportQuestion["answer"]>[]): ReportSection[] => [
    {
      id: "s",
      questionnaire: "q",
      title: "S",
      weight: 1,
      questions: answers.map((answer) => ({ ...any, answer: { ...any.answer, source: "vendor", document: null, ...answer } })),
    },
  ];
  test("says that nobody attested to what we read in documents, and how much of it there is", () => {
    const read = { source: "from_documents", document: { evidenceId: "evd_1", page: "3" } } as const;
    const said = howAnswered(sections(read, read, { source: "from_documents" }), { ...asking, method: "from_documents" });
    expect(said).toMatchObject({ mode: "from_documents", attestation: null });
    expect(said.note?.replaceAll("\u00a0", " ")).toContain("2 answers in 1 document");
  });
  test("says how many answers we typed that the vendor confirmed, and nothing where it typed all of them", () => {
    expect(howAnswered(sections({ source: "on_behalf" }, {}), { ...asking, method: null })).toMatchObject({
      mode: "on_behalf",
      attestation,
    });
    expect(howAnswered(sections({}, {}), { ...asking, method: null })).toMatchObject({ mode: "vendor", note: null, attestation });
  });
});
