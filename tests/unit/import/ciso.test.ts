// CISO Assistant libraries: an invented one with every part of the format, and what became of each part, worked out by hand.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Question } from "#app/domain/questionnaire/questionnaire.ts";
import { questionsOf } from "#app/domain/questionnaire/structure.ts";
import { importQuestionnaire } from "#app/server/questionnaires/import/import-questionnaire.server.ts";

const fixture = (name: string) => ({ name, bytes: readFileSync(`tests/fixtures/import/${name}`) });
const library = (nodes: string, more = "") => ({
  name: "library.yaml",
  bytes: new TextEncoder().encode(
    `ref_id: x\nname: X\nversion: 1\n${more}\nobjects:\n  framework:\n    ref_id: x\n    name: X\n    requirement_nodes:\n${nodes}`,
  ),
});
const asked = (nodes: string, more?: string) =>
  questionsOf(importQuestionnaire("ciso-assistant", library(nodes, more)).questionnaire).map(({ question }) => question);

describe("a library with everything", () => {
  const { questionnaire, report } = importQuestionnaire("ciso-assistant", fixture("ciso-everything.yaml"));
  const byId = new Map(questionsOf(questionnaire).map(({ question }) => [question.id, question]));
  const question = (id: string): Question => byId.get(id)!;
  const lost = (what: string) => report.lost.find((each) => each.what.includes(what));

  it("is headed by the framework, in the languages we have", () => {
    expect(questionnaire).toMatchObject({ id: "shop-check", version: "3.0.0", languages: ["en", "de"], source: { license: "CC0-1.0" } });
    expect(questionnaire.title).toEqual({ en: "Shop check", de: "Shop-Prüfung" });
    expect(lost("translation into “fr”")).toBeDefined();
  });

  it("has a section per node that is not assessable, called by its description when it has no name", () => {
    expect(questionnaire.sections.map(({ title }) => title.en)).toEqual(["1 Scope", "2 Nodes without a name go by their description."]);
  });

  it("keeps words that other YAML takes for truth, and numbers as they are written", () => {
    expect(question("q_1_10_question_1").options).toEqual({ o1: { label: { en: "yes" } }, o2: { label: { en: "no" } } });
    expect(question("q_1_10_question_1").guidance).toEqual({ en: "1.10 Cards", de: "1.10 Karten" });
    expect(question("q_1_10_question_1").text.de).toBe("Verarbeiten Sie Karten?");
  });

  it("shows a question when the one it depends on is answered so", () => {
    expect(question("q_1_10_question_2")).toMatchObject({ type: "date", when: { q: "q_1_10_question_1", is: "o1" } });
    const both = [
      { q: "q_2_3_question_1", has: "o1" },
      { q: "q_2_3_question_1", has: "o2" },
    ];
    expect(question("q_2_3_question_2")).toMatchObject({ type: "number", when: { all: both } });
    expect(question("q_2_3_question_4")).toMatchObject({ type: "text", when: { q: "q_2_3_question_3", is: true } });
  });

  it("asks a question whose condition names nothing known always, and says so", () => {
    expect(question("q_2_3_question_5").when).toBeUndefined();
    expect(lost("depends_on")).toMatchObject({ why: expect.stringContaining("does not stand before it") });
  });

  it("takes results for scores: met 1, partly a half, not 0, not applicable none", () => {
    const options = Object.values(question("q_1_2_question_1").options!);
    expect(options.map(({ score }) => score)).toEqual([1, 0.5, 0, null]);
    expect(question("q_1_2_question_1").weight).toBe(3);
  });

  it("takes points for the share of all points to be had", () => {
    // 10 and 30 of 40
    expect(Object.values(question("q_2_3_question_1").options!).map(({ score }) => score)).toEqual([0.25, 0.75]);
  });

  it("opens an implementation group by the answer that selects it, and says which only a person would choose", () => {
    expect(question("q_1_2_question_1").when).toEqual({ q: "q_1_10_question_1", is: "o1" });
    expect(lost("implementation group “byhand”")).toBeDefined();
    expect(lost("implementation group “base”")).toBeUndefined();
  });

  it("does not count an assessable node twice that is asked through the nodes below it", () => {
    expect(byId.has("q_2_2")).toBe(false);
    expect(question("q_2_2_1")).toMatchObject({ scale: "met", text: { en: "2.2.1 Accounts are personal." } });
    expect(lost("the node as a question of its own")).toMatchObject({ place: "line 104, objects.framework.requirement_nodes[5]" });
  });

  it("reads the older form, with its choices by alias", () => {
    const codes = Object.keys(question("q_2_5_question_1").options!);
    expect(codes).toEqual(["Yes", "No", "N_A"]);
    expect(question("q_2_4_question_1").scored).toBe(false);
  });

  it("reports what has no place: threats, importance, notes", () => {
    for (const what of ["“threats”", "“importance”", "“min_score”", "Thank you"]) expect(lost(what)).toBeDefined();
  });
});

describe("a library with two frameworks", () => {
  const two = fixture("ciso-two-frameworks.yaml");

  it("asks which one", () => {
    expect(() => importQuestionnaire("ciso-assistant", two)).toThrow("Name one with --pick: one, other.");
    expect(() => importQuestionnaire("ciso-assistant", two, { pick: "third" })).toThrow("There is no framework “third”");
  });

  it("gives the one that is picked, and says what it left", () => {
    const { questionnaire, report } = importQuestionnaire("ciso-assistant", two, { pick: "one" });
    expect(questionnaire.id).toBe("one");
    expect(report.lost.map(({ what }) => what)).toEqual(["the framework “other”"]);
  });

  it("in another language is taken in English where it is translated", () => {
    expect(questionsOf(importQuestionnaire("ciso-assistant", two, { pick: "one" }).questionnaire)[0]!.question.text).toEqual({
      en: "A Encryption",
    });
    const { questionnaire, report } = importQuestionnaire("ciso-assistant", two, { pick: "other" });
    expect(questionsOf(questionnaire)[0]!.question.text).toEqual({ en: "B Journaux" });
    expect(report.warnings.map(({ message }) => message)).toContainEqual(expect.stringContaining("its words stand under English"));
  });

  it("with parents in a circle still ends", () => {
    const { questionnaire } = importQuestionnaire("ciso-assistant", two, { pick: "other" });
    expect(questionsOf(questionnaire).map(({ question }) => question.id)).toEqual(["b", "d"]);
  });
});

it("a German library is a German questionnaire", () => {
  const [question] = asked("    - {urn: 'a:b:c:d:e:1', assessable: true, name: Protokolle}", "locale: de");
  expect(question!.text).toEqual({ de: "Protokolle" });
});

it("a type with a name of JavaScript is as unknown as any other", () => {
  const nodes = "    - {urn: n, assessable: true, questions: {q1: {type: constructor, text: A}}}";
  expect(asked(nodes)[0]).toMatchObject({ type: "text" });
});

it("an answer that can never be given hides nothing silently", () => {
  const nodes = `    - urn: n
      assessable: true
      questions:
        q1: {type: unique_choice, text: A, choices: [{urn: c1, value: X}, {urn: c2, value: Y}]}
        q2: {type: text, text: B, depends_on: {question: q1, answers: [c1, c2], condition: all}}`;
  const { report, questionnaire } = importQuestionnaire("ciso-assistant", library(nodes));
  expect(questionsOf(questionnaire).map(({ question }) => question.id)).toEqual(["q1"]);
  expect(report.lost).toContainEqual(
    expect.objectContaining({ what: "the question “q2”", why: expect.stringContaining("No answers can show it") }),
  );
});

it("a file that is something else is told what is missing", () => {
  const other = { name: "x.yaml", bytes: new TextEncoder().encode("services: {}\n") };
  expect(() => importQuestionnaire("ciso-assistant", other)).toThrow("This is no CISO Assistant library with a framework");
});

it("a map that stands as a key is read, and nothing is printed about it", async () => {
  const printed: Error[] = [];
  const note = (warning: Error) => void printed.push(warning);
  process.on("warning", note);
  try {
    const bytes = new TextEncoder().encode("{ objects: { framework: { { name: Kontrolle }: 1 } } }");
    expect(() => importQuestionnaire("ciso-assistant", { name: "odd.yaml", bytes })).toThrow("odd.yaml: ");
    await new Promise((resolve) => setImmediate(resolve));
    expect(printed).toEqual([]);
  } finally {
    process.off("warning", note);
  }
});
