// OSCAL catalogs: what is asked of each control, worked out by hand from the files; and what other OSCAL files are told.
import { describe, expect, it } from "vitest";
import { questionsOf } from "#app/domain/questionnaire/structure.ts";
import { importQuestionnaire } from "#app/server/questionnaires/import/import-questionnaire.server.ts";
import { findSamples } from "#tests/support/samples.ts";

const catalog = (content: object, metadata: object = {}) => ({
  name: "catalog.json",
  bytes: new TextEncoder().encode(JSON.stringify({ catalog: { metadata: { title: "Rules", version: "2.1", ...metadata }, ...content } })),
});
const imported = (content: object) => importQuestionnaire("oscal", catalog(content));
const textOf = (content: object) => questionsOf(imported(content).questionnaire)[0]!.question.text.en;

const sample = findSamples(3);

if (sample) {
  describe("a real catalog", () => {
    it("MVSP gives its 25 controls in four sections, with why and guidance apart, under CC0", () => {
      const { questionnaire, report } = importQuestionnaire("oscal", sample("mvsp/mvsp_v3.0-20231109-catalog.json"));
      expect(questionnaire.sections.map(({ title, questions }) => [title.en, questions.length])).toEqual([
        ["1 Business controls", 8],
        ["2 Application design controls", 8],
        ["3 Application implementation controls", 5],
        ["4 Operational controls", 4],
      ]);
      expect(questionnaire).toMatchObject({ version: "3.0.0", source: { license: "CC0-1.0" } });
      const first = questionnaire.sections[0]!.questions[0]!;
      expect(first.id).toBe("ctl_1_1-mvsp");
      expect(first.text.en).toMatch(/^1\.1 External vulnerability reports\n\n- Publish a vulnerability disclosure policy/);
      expect(first.why?.en).toMatch(/^The ability for external parties/);
      expect(first.guidance?.en).toMatch(/^What this control measures\n/);
      expect(report.lost.map(({ what }) => what)).toContain("“back-matter”");
    });

    it("NIST's example fills its parameters in and keeps lists", () => {
      const { questionnaire, report } = importQuestionnaire("oscal", sample("oscal/basic-catalog.json"));
      const [first] = questionsOf(questionnaire);
      expect(questionsOf(questionnaire).map(({ question }) => question.id)).toEqual(["s1_1_1", "s1_1_2", "s2_1_1", "s2_1_2"]);
      expect(first!.question.text.en).toContain("initiating a device lock after [a duration] of inactivity / requiring");
      expect(first!.question.text.en).toContain("a choppy syntax: (choppy).");
      expect(first!.question.guidance?.en).toContain("1. the assets and information security processes");
      expect(report.warnings.map(({ message }) => message)).toContainEqual(expect.stringContaining("names no licence"));
    });
  });

  it("an assessment result is no catalog, and is told so", () => {
    expect(() => importQuestionnaire("oscal", sample("oscal/ifa_assessment-results-example.json"))).toThrow(
      "it holds “assessment-results”",
    );
  });
}

describe("a control", () => {
  const control = { id: "ac-1", title: "Access", parts: [{ name: "statement", prose: "Do it." }] };

  it("inside a control is a question of its own", () => {
    const { questionnaire } = imported({ controls: [{ ...control, controls: [{ ...control, id: "ac-1.1" }] }] });
    expect(questionsOf(questionnaire).map(({ question }) => question.id)).toEqual(["ac-1", "ac-1_1"]);
  });

  it("that is withdrawn is not asked about, and is reported", () => {
    const { report, questionnaire } = imported({ controls: [control, { id: "ac-2", props: [{ name: "status", value: "Withdrawn" }] }] });
    expect(questionsOf(questionnaire)).toHaveLength(1);
    expect(report.lost).toContainEqual({ place: "line 1, catalog.controls[1]", what: "the control “ac-2”", why: "It is withdrawn." });
  });

  it("keeps the items of its statement with their labels", () => {
    const item = (label: string, prose: string) => ({ name: "item", props: [{ name: "label", value: label }], prose });
    const parts = [{ name: "statement", prose: "The vendor:", parts: [item("a.", "has a rule;"), item("b.", "keeps it.")] }];
    expect(textOf({ controls: [{ id: "x", title: "Rules", parts }] })).toBe("Rules\n\nThe vendor:\na. has a rule;\nb. keeps it.");
  });

  it("takes the value of a parameter from the nearest place that defines it", () => {
    const parts = [{ name: "statement", prose: "After {{ insert: param, p }} at most." }];
    const controls = [{ id: "x", title: "T", params: [{ id: "p", values: ["ten minutes"] }], parts }];
    expect(textOf({ params: [{ id: "p", label: "a time" }], controls })).toContain("After ten minutes at most.");
    expect(textOf({ params: [{ id: "p", label: "a time" }], controls: [{ id: "x", title: "T", parts }] })).toContain(
      "After [a time] at most.",
    );
    expect(imported({ controls: [{ id: "x", title: "T", parts }] }).report.warnings[0]!.message).toContain(
      "The parameter “p” is not defined",
    );
  });

  it("whose parameters insert each other ends", () => {
    const choice = ["{{ insert: param, p }} {{ insert: param, p }}"];
    const params = [{ id: "p", select: { choice } }];
    expect(
      textOf({ controls: [{ id: "x", title: "T", params, parts: [{ name: "statement", prose: "{{ insert: param, p }}" }] }] }),
    ).toContain("[p]");
  });

  it("with parts for assessors loses them, with place and reason", () => {
    const { report } = imported({
      controls: [{ ...control, parts: [...control.parts, { name: "assessment-objective", prose: "Look." }] }],
    });
    expect(report.lost).toContainEqual({
      place: "line 1, catalog.controls[0].parts[1]",
      what: "the part “assessment-objective”",
      why: "Statement, guidance, overview, example and instruction have a place.",
    });
  });
});

it("a catalog without controls is refused", () => {
  expect(() => imported({ groups: [{ id: "g", title: "Empty" }] })).toThrow("The file holds no question.");
});
