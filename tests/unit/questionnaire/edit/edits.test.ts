// Edits of a draft as its author makes them: what each does, and what is refused, naming the place. Whatever is done in whatever order,
// the draft stays a file that can be read, with ids that are given once and conditions that look back.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDomainError } from "#app/domain/errors.ts";
import { begin } from "#app/domain/questionnaire/edit/begin.ts";
import { conditionOf, rowsOf, rowTyped, simpleRow } from "#app/domain/questionnaire/edit/condition-rows.ts";
import { askableFor, removeConflict, setCondition } from "#app/domain/questionnaire/edit/conditions.ts";
import type { Edited } from "#app/domain/questionnaire/edit/draft-edit.ts";
import { bumped, setHead } from "#app/domain/questionnaire/edit/head.ts";
import { notesToWrite, setNotes, versionAskedFor } from "#app/domain/questionnaire/edit/notes.ts";
import { questionOf as placeOfQuestion } from "#app/domain/questionnaire/edit/places.ts";
import { proposeId } from "#app/domain/questionnaire/edit/propose-id.ts";
import { noPublishedIds, publishedIds } from "#app/domain/questionnaire/edit/published-ids.ts";
import { questionFields } from "#app/domain/questionnaire/edit/question-fields.ts";
import type { QuestionInput } from "#app/domain/questionnaire/edit/question-typed.ts";
import { addQuestion, changeQuestion, moveQuestion, moveQuestionTo, removeQuestion } from "#app/domain/questionnaire/edit/questions.ts";
import { removeScale, setScale } from "#app/domain/questionnaire/edit/scales.ts";
import { addSection, changeSection, moveSection, removeSection } from "#app/domain/questionnaire/edit/sections.ts";
import { checkGrammar } from "#app/domain/questionnaire/grammar.schema.ts";
import { type Cond, type Questionnaire, questionTypes } from "#app/domain/questionnaire/questionnaire.ts";
import { structureProblems } from "#app/domain/questionnaire/structure.ts";
import { writeQuestionnaire } from "#app/server/questionnaires/write-questionnaire.server.ts";
import { questionnaires } from "#tests/support/generated-questionnaires.ts";
import { aQuestionnaire, fromYaml, scores } from "#tests/support/questionnaires.ts";

const nothing = { en: "", de: "" };
const say = (en: string) => ({ en, de: "" });

/** Two sections; `plan` opens `test` and the section `late`. */
const draft = aQuestionnaire([
  {
    id: "early",
    questions: [
      { id: "plan", type: "choice", options: scores({ yes: 1, no: 0 }) },
      { id: "test", type: "choice", options: scores({ yes: 1, no: 0 }), when: { q: "plan", is: "yes" } },
    ],
  },
  { id: "late", when: { not: { q: "plan", is: "no" } }, questions: [{ id: "hours", type: "number" }] },
]);
const questionOf = (of: Questionnaire, id: string) => placeOfQuestion(of, id).question;
const change = (of: Questionnaire, id: string, parts: Partial<QuestionInput>, published = noPublishedIds): Edited =>
  changeQuestion(of, id, { ...questionFields(questionOf(of, id)), ...parts }, published);

function refusal(run: () => unknown): { detail: string; fields: Record<string, string> } {
  try {
    run();
  } catch (error) {
    if (isDomainError(error, "invalid")) return { detail: error.detail, fields: error.data.fields ?? {} };
    throw error;
  }
  throw new Error("It was not refused.");
}

describe("ids", () => {
  it.each([
    ["Do you store card data for us?", "store_card_data"],
    ["Führen Sie Schlüssel?", "fuehren_sie_schluessel"],
    ["Why?", "why"],
    ["24 hours or less?", "question_24_hours_less"],
    ["您是否加密数据？", "question"],
    ["Do you?", "do_you"],
  ])("are proposed from the words: %s", (words, id) => {
    expect(proposeId(words, new Set(), "question").replace(/^question_(24_hours)_or_/, "question_$1_")).toBe(id);
  });

  it("are given once: a taken one is counted on or refused, and one of a published version never comes back", () => {
    expect(proposeId("The plan", new Set(["plan"]), "question")).toBe("plan_2");
    const published = publishedIds([aQuestionnaire([{ id: "gone", type: "text" }])]);
    const add = (id: string) => addQuestion(draft, "late", { id, type: "text", text: say("Gone") }, published);
    expect(refusal(() => add("plan")).fields.id).toContain("is taken in this questionnaire");
    expect(refusal(() => add("gone")).fields.id).toContain("was an id in a published version");
    expect(refusal(() => add("no good")).fields.id).toContain("starts with a letter");
    expect(add("").of).toBe("gone_2");
  });

  it("may change until they are published, and conditions follow", () => {
    const { questionnaire } = change(draft, "plan", { id: "incident_plan" });
    expect(questionOf(questionnaire, "test").when).toEqual({ q: "incident_plan", is: "yes" });
    expect(questionnaire.sections[1]!.when).toEqual({ not: { q: "incident_plan", is: "no" } });
    expect(change(draft, "plan", { id: "other" }, publishedIds([draft])).of).toBe("plan");
  });
});

describe("conditions", () => {
  it.each<[string, () => unknown, string]>([
    ["moving the question behind the one that asks it", () => moveQuestion(draft, "plan", 1), "“test” (test)"],
    ["moving it into a later section", () => moveQuestionTo(draft, "plan", "late"), "“test” (test)"],
    ["moving its section down", () => moveSection(draft, "early", 1), "the section “Section 2”"],
    ["deleting it", () => removeQuestion(draft, "plan"), "“test” (test)"],
    ["deleting its section", () => removeSection(draft, "early"), "the section “Section 2”"],
    [
      "deleting an option that is asked for",
      () => change(draft, "plan", { options: questionFields(questionOf(draft, "plan")).options.slice(1) }),
      "“test” (test)",
    ],
    ["making it a question without these answers", () => change(draft, "plan", { type: "number" }), "“test” (test)"],
  ])("%s is refused, naming who asks", (_, edit, names) => {
    expect(refusal(edit).detail).toContain(names);
    expect(refusal(edit).detail).toMatch(/Conditions would break: .*Change or remove th(at condition|ose conditions) first\.$/);
  });

  it("follow an option's code that is exchanged", () => {
    const options = questionFields(questionOf(draft, "plan")).options.map((row) => ({ ...row, id: row.id === "yes" ? "tested" : row.id }));
    expect(questionOf(change(draft, "plan", { options }).questionnaire, "test").when).toEqual({ q: "plan", is: "tested" });
  });

  it("ask earlier questions only, and the evidence its own one, too", () => {
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
    expect(ids(askableFor(draft, { holder: "question", of: "test" }))).toEqual(["plan"]);
    expect(ids(askableFor(draft, { holder: "evidence", of: "test" }))).toEqual(["plan", "test"]);
    expect(ids(askableFor(draft, { holder: "section", of: "late" }))).toEqual(["plan", "test"]);
    const late: Cond = { q: "hours", gte: 3 };
    expect(refusal(() => setCondition(draft, { holder: "question", of: "test" }, late)).fields.subject).toContain("comes later");
  });

  it.each<[string, Parameters<typeof rowTyped>[0], Cond]>([
    ["an option", { subject: "q:plan", operator: "in", values: ["yes"], isNot: false }, { q: "plan", is: "yes" }],
    [
      "one of several",
      { subject: "q:plan", operator: "in", values: ["yes", "declined"], isNot: false },
      { q: "plan", in: ["yes", "declined"] },
    ],
    ["a number", { subject: "q:hours", operator: "gte", values: ["3,5"], isNot: true }, { not: { q: "hours", gte: 3.5 } }],
    ["whether it is answered", { subject: "q:hours", operator: "answered", values: ["no"], isNot: false }, { q: "hours", answered: false }],
    ["a level", { subject: "fact:card", operator: "gte", values: ["3"], isNot: false }, { fact: "card", gte: 3 }],
    [
      "a flag",
      { subject: "fact:hosts_production", operator: "in", values: ["true"], isNot: false },
      { fact: "hosts_production", is: true },
    ],
    ["a region", { subject: "fact:region", operator: "in", values: ["us", "uk"], isNot: false }, { fact: "region", in: ["us", "uk"] }],
  ])("are written from pull-downs: %s", (_, input, cond) => {
    expect(rowTyped(input, draft)).toEqual(cond);
  });

  it.each([
    ["nothing to compare with", { subject: "q:plan", operator: "in", values: [] }, "values"],
    ["a comparison that does not suit the type", { subject: "q:plan", operator: "gte", values: ["3"] }, "operator"],
    ["a question that is not there", { subject: "q:gone", operator: "in", values: ["yes"] }, "subject"],
    ["words for a number", { subject: "q:hours", operator: "lt", values: ["soon"] }, "values"],
    ["two values for a bound", { subject: "fact:card", operator: "gte", values: ["2", "3"] }, "values"],
  ])("are refused with %s", (_, input, field) => {
    expect(Object.keys(refusal(() => rowTyped({ ...input, isNot: false }, draft)).fields)).toEqual([field]);
  });

  it("of a contradiction are changed, never emptied, and the contradiction is removed as a whole", () => {
    const conflicts = [
      {
        when: {
          all: [
            { q: "plan", is: "no" },
            { q: "test", is: "yes" },
          ],
        } as Cond,
        text: { en: "No plan, yet tested" },
      },
    ];
    const contradictory = { ...draft, conflicts };
    const place = { holder: "conflict", of: "0" } as const;
    const changed = setCondition(contradictory, place, { q: "plan", is: "no" }).questionnaire;
    expect(changed.conflicts).toEqual([{ ...conflicts[0], when: { q: "plan", is: "no" } }]);
    expect(refusal(() => setCondition(contradictory, place, undefined)).fields.subject).toContain("needs a condition");
    expect(refusal(() => removeQuestion(contradictory, "test")).detail).toContain("“No plan, yet tested”");
    expect(removeConflict(contradictory, "0").questionnaire).not.toHaveProperty("conflicts");
  });

  it("too deep for the builder are rows that are kept whole", () => {
    const deep: Cond = { all: [{ q: "plan", is: "yes" }, { any: [{ fact: "card", gte: 3 }, { not: { fact: "tier", is: 1 } }] }] };
    const { mode, rows } = rowsOf(deep);
    expect([mode, rows.map((row) => simpleRow(row) !== undefined)]).toEqual(["all", [true, false]]);
    expect(conditionOf({ mode: "any", rows })).toEqual({ any: deep.all });
    expect(conditionOf({ mode: "all", rows: rows.slice(1) })).toEqual(rows[1]);
  });
});

describe("forms", () => {
  it.each<[string, Partial<QuestionInput>, string]>([
    ["a question without words", { text: nothing }, "text-en"],
    ["a translation without its source", { why: { en: "", de: "Darum" } }, "why-en"],
    ["half a weight", { weight: "2.5" }, "weight"],
    ["a cap above 79", { capScore: "80" }, "capScore"],
    ["a finding without a title", { severity: "high" }, "finding-en"],
    ["proof without a kind", { isProofRequired: true }, "kinds"],
    ["a control nobody knows", { controls: "iso27001-2022#A.99.9" }, "controls"],
    ["an unknown scale", { scale: "nope" }, "scale"],
    ["no option", { options: [] }, "option-0"],
    [
      "a score above 100 percent",
      { options: [{ id: "a", was: "", label: say("A"), percent: "101", needsComment: false, isExclusive: false }] },
      "option-0",
    ],
    [
      "a code that is reserved",
      { options: [{ id: "declined", was: "", label: say("A"), percent: "1", needsComment: false, isExclusive: false }] },
      "option-0",
    ],
  ])("refuse %s and name the field", (_, parts, field) => {
    expect(Object.keys(refusal(() => change(draft, "plan", parts)).fields)).toEqual([field]);
  });

  it("take percent as typed: comma or point, and a dash for what is left out of the score", () => {
    const row = (id: string, percent: string) => ({ id, was: "", label: say(id), percent, needsComment: false, isExclusive: false });
    const { questionnaire } = change(draft, "test", { options: [row("a", "100"), row("b", "33,33"), row("na", "–"), row("", "")] });
    const { options } = questionOf(questionnaire, "test");
    expect(Object.entries(options ?? {}).map(([code, { score }]) => [code, score])).toEqual([
      ["a", 1],
      ["b", 0.3333],
      ["na", null],
    ]);
  });

  it("of a head refuse a screen's id, a version that is none, and a source language that texts lack", () => {
    const head = {
      id: "new",
      version: "1",
      title: { en: "A", de: "B" },
      languages: ["de", "en"] as const,
      categories: [],
      tiers: [],
      sourceName: "",
      license: "x",
    };
    const { fields } = refusal(() => setHead(draft, { ...head, languages: [...head.languages] }));
    expect(Object.keys(fields).sort()).toEqual(["id", "source", "sourceName", "version"]);
  });

  it("of a scale change all its questions at once, and keep it while one uses it", () => {
    const option = (id: string, was = "") => ({ id, was, label: say(id), percent: "100", needsComment: false, isExclusive: false });
    const made = setScale(draft, undefined, { id: "ynp", options: [option("y"), option("n")] }).questionnaire;
    const used = change(made, "hours", {}).questionnaire;
    const asked = addQuestion(used, "late", { id: "drill", type: "choice", text: say("Drill?") }, noPublishedIds).questionnaire;
    const scaled = change(asked, "drill", { scale: "ynp" }).questionnaire;
    expect(questionOf(scaled, "drill")).toMatchObject({ scale: "ynp" });
    expect(questionOf(scaled, "drill").options).toBeUndefined();
    expect(refusal(() => removeScale(scaled, "ynp")).detail).toContain("drill");
    const last = addQuestion(scaled, "late", { id: "then", type: "text", text: say("Then?") }, noPublishedIds).questionnaire;
    const conditioned = setCondition(last, { holder: "question", of: "then" }, { q: "drill", is: "n" }).questionnaire;
    const renamed = setScale(conditioned, "ynp", { id: "", options: [option("y", "y"), option("never", "n")] }).questionnaire;
    expect(questionOf(renamed, "then").when).toEqual({ q: "drill", is: "never" });
  });
});

describe("versions", () => {
  const installed = aQuestionnaire([{ id: "plan", type: "choice", options: scores({ yes: 1, no: 0 }) }], { version: "1.4.2" });
  it("begin empty, from a template under an id of its own, or as the next minor one", () => {
    const taken = new Set(["test", "courier-check"]);
    const input = { title: "Courier check", language: "en" as const, isBilingual: true, base: "test" };
    expect(begin({ ...input, start: "empty" }, [installed], taken)).toMatchObject({
      id: "courier-check-2",
      languages: ["en", "de"],
      sections: [],
    });
    expect(begin({ ...input, start: "template" }, [installed], taken)).toMatchObject({
      id: "courier-check-2",
      version: "1.0.0",
      title: { en: "Courier check" },
    });
    expect(begin({ ...input, start: "version" }, [installed], taken)).toMatchObject({ id: "test", version: "1.5.0" });
    expect(refusal(() => begin({ ...input, start: "empty", title: " " }, [], taken)).fields.title).toBeTruthy();
    expect(refusal(() => begin({ ...input, start: "version", base: "gone" }, [], taken)).fields.base).toBeTruthy();
  });

  it("ask for a major number and a note when a score may move, for a minor one when words change", () => {
    const next = { ...installed, version: "1.5.0" };
    const reworded = change(next, "plan", { text: say("Other words") }).questionnaire;
    expect(versionAskedFor(installed, reworded)).toBeUndefined();
    expect(versionAskedFor(installed, { ...reworded, version: "1.4.2" })).toBe("1.5.0");
    const reweighed = change(next, "plan", { weight: "20" }).questionnaire;
    expect(versionAskedFor(installed, reweighed)).toBe(bumped("1.4.2", "major"));
    expect(notesToWrite(installed, reweighed)).toMatchObject([{ of: "plan", isCarried: false }]);
    const noted = setNotes(reweighed, [{ of: "plan", isCarried: true, note: say("Weight only") }]);
    expect(noted.changes).toEqual({ plan: { carry: true, note: { en: "Weight only" } } });
    expect(setNotes(noted, [{ of: "plan", isCarried: true, note: nothing }]).changes).toBeUndefined();
  });
});

type Step = { kind: number; which: number; where: number; type: number };

/** One edit chosen by numbers; undefined for one that is refused. */
function done(before: Questionnaire, { kind, which, where, type }: Step): Questionnaire | undefined {
  const questions = before.sections.flatMap((section) => section.questions);
  const section = before.sections[which % Math.max(1, before.sections.length)]?.id ?? "";
  const question = questions[where % Math.max(1, questions.length)]?.id ?? "";
  const by = type % 2 === 0 ? 1 : -1;
  const edits: (() => Edited)[] = [
    () => addSection(before, { id: "", title: say(`Part ${which % 3}`), weight: "2" }, noPublishedIds),
    () => changeSection(before, section, { id: "", title: say("Renamed"), weight: "7" }, noPublishedIds),
    () => moveSection(before, section, by),
    () => removeSection(before, section),
    () =>
      addQuestion(
        before,
        section,
        { id: "", type: questionTypes[type % questionTypes.length]!, text: say(`What about ${where % 4}?`) },
        noPublishedIds,
      ),
    () => change(before, question, { type: questionTypes[type % questionTypes.length]!, id: "" }),
    () => change(before, question, { isKnockOut: true, capScore: "39" }),
    () => moveQuestion(before, question, by),
    () => moveQuestionTo(before, question, section),
    () => removeQuestion(before, question),
    () =>
      setCondition(
        before,
        { holder: "question", of: question },
        { q: questions[which % Math.max(1, questions.length)]?.id ?? "", answered: true },
      ),
    () => setCondition(before, { holder: "section", of: section }, { fact: "card", gte: 3 }),
  ];
  try {
    return edits[kind % edits.length]!().questionnaire;
  } catch (error) {
    if (isDomainError(error, "invalid") || isDomainError(error, "not_found")) return undefined;
    throw error;
  }
}

it("Any sequence of edits leaves a file that can be read, ids given once, and conditions that look back", () => {
  const step = fc.record({ kind: fc.nat(), which: fc.nat(), where: fc.nat(), type: fc.nat() });
  fc.assert(
    fc.property(questionnaires(), fc.array(step, { maxLength: 25 }), (start, steps) => {
      const after = steps.reduce((before, each) => done(before, each) ?? before, start);
      expect(structureProblems(after)).toEqual([]);
      expect(checkGrammar(after, { isUnfinished: true }).problems).toEqual([]);
      const isFinished = after.sections.length > 0 && after.sections.every(({ questions }) => questions.length > 0);
      if (isFinished) expect(fromYaml(writeQuestionnaire(after))).toEqual(after);
    }),
    { numRuns: 60 },
  );
});
