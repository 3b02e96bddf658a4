// The VSAQ importer on small files made for the purpose: its condition language, extensions, markup, and what it cannot keep.
import { describe, expect, it } from "vitest";
import { parseVsaqCondition } from "#app/domain/questionnaire/import/vsaq-condition.ts";
import type { Question } from "#app/domain/questionnaire/questionnaire.ts";
import { questionsOf } from "#app/domain/questionnaire/structure.ts";
import { importQuestionnaire } from "#app/server/questionnaires/import/import-questionnaire.server.ts";
import { findSamples } from "#tests/support/samples.ts";

const named = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const file = (items: object[]) => named("made.json", JSON.stringify({ questionnaire: [{ type: "block", text: "Made", items }] }));
const imported = (...items: object[]) => importQuestionnaire("vsaq", file(items));
const asked = (...items: object[]) => questionsOf(imported(...items).questionnaire).map(({ question }) => question);
const last = (...items: object[]): Question => asked(...items).at(-1)!;

const radios = { type: "radiogroup", id: "r", text: "R", choices: [{ a: "A" }, { b: "B" }] };
const checks = { type: "checkgroup", id: "c", text: "C", choices: [{ x: "X" }, { y: "Y" }] };
const line = (cond: string) => ({ type: "line", id: "l", text: "L", cond });
const warning = (more: object) => ({ type: "tip", id: "w", warn: "yes", name: "Bad", text: "This is bad.", ...more });

describe("a condition", () => {
  const whenOf = (cond: string) => last(radios, checks, line(cond)).when;
  const a = { q: "r", is: "a" };
  const x = { q: "c", has: "x" };
  const y = { q: "c", has: "y" };

  it("is read from left to right, && no stronger than ||", () => {
    expect(whenOf("a || x && y")).toEqual({ all: [{ any: [a, x] }, y] });
    expect(whenOf("a && x || y")).toEqual({ any: [{ all: [a, x] }, y] });
    expect(whenOf("a || (x && y)")).toEqual({ any: [a, { all: [x, y] }] });
  });

  it("negates, and takes doubled negation away", () => {
    expect(whenOf("!a && !(x || y)")).toEqual({ all: [{ not: a }, { not: { any: [x, y] } }] });
    expect(whenOf("!!a")).toEqual(a);
  });

  it("asks a group whether anything is chosen, a box whether it is filled in", () => {
    expect(whenOf("r")).toEqual({ q: "r", answered: true });
    expect(last({ type: "box", id: "k", text: "K" }, line("k")).when).toEqual({ q: "k", answered: true });
  });

  it("asks a yes or no question for its side", () => {
    const yesno = { type: "yesno", id: "k", text: "K" };
    expect(last(yesno, line("k/yes")).when).toEqual({ q: "k", is: true });
    expect(last(yesno, line("k/no")).when).toEqual({ q: "k", is: false });
    expect(last({ type: "check", id: "k", text: "K" }, line("k")).when).toEqual({ q: "k", is: true });
  });

  it("with ^ asks whether an item shows, the blocks around it included", () => {
    const block = {
      type: "block",
      id: "b1",
      cond: "a",
      items: [
        { type: "tip", id: "t", cond: "x", text: "T" },
        { type: "line", id: "k", text: "K" },
      ],
    };
    expect(last(radios, checks, block, line("!^t")).when).toEqual({ not: { all: [a, x] } });
  });

  it("that compares written answers is lost as a whole, and the question is always asked", () => {
    for (const cond of ["matches(l0/value, '^x', 'i')", "contains(l0/value, 'x') && a", "l0/value"]) {
      const { report, questionnaire } = imported(radios, { type: "line", id: "l0", text: "L0" }, line(cond));
      expect(questionsOf(questionnaire).at(-1)!.question.when).toBeUndefined();
      const [gone] = report.lost;
      expect(gone).toMatchObject({ place: "line 1, questionnaire[0].items[2].cond", what: `the condition “${cond}”` });
      expect(gone!.why).toContain("more is asked, never less");
    }
  });

  it.each([
    ["an item that is not there", "nobody", "There is no item “nobody”."],
    ["itself", "l", "comes later; conditions look back only"],
    ["a block for an answer", "bl", "it has no answer"],
  ])("that names %s is lost", (_, cond, says) => {
    const block = { type: "block", id: "bl", items: [{ type: "line", id: "in", text: "I" }] };
    expect(
      imported(block, line(cond))
        .report.lost.map(({ why }) => why)
        .join(),
    ).toContain(says);
  });

  it("in a circle is lost", () => {
    const one = { type: "tip", id: "t1", text: "T", cond: "^t2" };
    const two = { type: "tip", id: "t2", text: "T", cond: "^t1" };
    expect(
      imported(radios, one, two, line("^t1"))
        .report.lost.map(({ why }) => why)
        .join(),
    ).toContain("rests on itself");
  });

  it("that is always false takes its question out, and what asks for it is worked out without it", () => {
    const { report, questionnaire } = imported(radios, { ...line("false"), id: "gone" }, { ...line("!gone"), id: "stays" });
    expect(questionsOf(questionnaire).map(({ question }) => [question.id, question.when])).toEqual([
      ["r", undefined],
      ["stays", undefined],
    ]);
    expect(report.lost).toContainEqual(expect.objectContaining({ what: "the question “gone”" }));
  });

  it("that contradicts itself takes its question out", () => {
    expect(asked(radios, line("a && b")).map(({ id }) => id)).toEqual(["r"]);
  });

  it.each(["a &&", "a | b", "(a", "a b", "a == b", "alert(1)", "a;b", "'a'", "a ? b : c", "constructor.constructor('x')()"])(
    "such as %s is never run, only refused",
    (cond) => {
      expect(parseVsaqCondition(cond)).toHaveProperty("problem");
    },
  );

  it("of a thousand brackets or links ends in a sentence", () => {
    expect(parseVsaqCondition("(".repeat(5000))).toHaveProperty("problem");
    expect(parseVsaqCondition("!".repeat(5000))).toHaveProperty("problem");
    expect(parseVsaqCondition(Array(2000).fill("a").join("&&"))).toHaveProperty("problem");
  });
});

describe("a warning", () => {
  it("becomes a question worth nothing that shows when the warning does, and opens its finding", () => {
    const question = last(radios, warning({ cond: "b", severity: "high", why: "Explain." }));
    expect(question).toMatchObject({
      id: "w",
      when: { q: "r", is: "b" },
      text: { en: "This is bad." },
      why: { en: "Explain." },
      weight: 10,
    });
    expect(Object.values(question.options!).map(({ score }) => score)).toEqual([0, 0]);
    expect(question.onFail).toEqual({ finding: { severity: "high", title: { en: "Bad" } } });
  });

  it("without a severity is a medium one; an unknown one is reported", () => {
    expect(last(radios, warning({ cond: "b" })).onFail!.finding!.severity).toBe("medium");
    expect(imported(radios, warning({ cond: "b", severity: "odd" })).report.warnings[0]!.message).toContain("“odd” is not known");
  });

  it("makes the answers that raise it worth nothing, and their neighbours everything", () => {
    const [group] = asked({ ...radios, defaultChoice: true }, warning({ cond: "b" }));
    expect(Object.entries(group!.options!).map(([code, { score }]) => [code, score])).toEqual([
      ["a", 1],
      ["b", 0],
      ["r_none", null],
    ]);
  });

  it("whose condition cannot be kept raises nothing by itself: it is reported, not guessed", () => {
    const { report, questionnaire } = imported(radios, warning({ cond: "contains(r/value, 'x')" }));
    expect(questionsOf(questionnaire)).toHaveLength(1);
    expect(report.lost).toContainEqual(expect.objectContaining({ what: "the warning “Bad”" }));
  });

  it("with warn: no is a hint to the question whose answer opens it", () => {
    expect(last(radios, { ...warning({ cond: "b" }), warn: "no" }).guidance).toEqual({ en: "Bad\nThis is bad." });
  });
});

describe("an item", () => {
  it("“none of the above” has the same code on every import, and stands alone where several may be ticked", () => {
    const options = () => last({ ...checks, defaultChoice: true }).options!;
    expect(options()).toEqual(options());
    expect(options().c_none).toEqual({ label: { en: "None of the above." }, exclusive: true });
  });

  it("group without an id goes by what its choices have in common", () => {
    expect(last({ type: "radiogroup", text: "W", choices: [{ wifi_enc_no: "N" }, { wifi_enc_yes: "Y" }] }).id).toBe("wifi_enc");
  });

  it("group without words takes those of the note before it", () => {
    expect(last({ type: "info", text: "Which <b>standards</b>?" }, { ...checks, text: undefined })).toMatchObject({
      text: { en: "Which standards?" },
    });
  });

  it("of an unknown type, and unknown fields, are reported with their place", () => {
    const { lost } = imported(radios, { type: "slider", id: "s" }, { ...line("a"), inputPattern: "x+", odd: 1 }).report;
    expect(lost.map(({ place, what }) => [place, what])).toEqual([
      ["line 1, questionnaire[0].items[1]", "an item of type “slider”"],
      ["line 1, questionnaire[0].items[2].inputPattern", "“inputPattern”"],
      ["line 1, questionnaire[0].items[2].odd", "“odd”"],
    ]);
  });

  it("with a value of another kind than its field has is reported, and a condition that is no text is lost like any other", () => {
    const odd = [{ type: "radiogroup", id: "n", choices: "none" }, { ...line("a"), text: ["x"], cond: { a: 1 } }, warning({ cond: ["a"] })];
    const { report, questionnaire } = imported(radios, ...odd);
    expect(questionsOf(questionnaire).map(({ question }) => question.id)).toEqual(["r", "l"]);
    expect(report.lost.map(({ what }) => what)).toEqual([
      "“choices”",
      "a radiogroup without choices",
      "“text”",
      'the condition “({"a":1}”',
      'the condition “(["a"]”',
      "the warning “Bad”",
    ]);
  });

  it("whose id stands twice is asked under another one, and said so", () => {
    const { questionnaire, report } = imported(radios, { ...radios, choices: [{ k: "K" }] });
    expect(questionsOf(questionnaire).map(({ question }) => question.id)).toEqual(["r", "r_2"]);
    expect(report.warnings[0]!.message).toContain("“r” stands twice");
  });

  it("with ids that are no ids here, or names of JavaScript, keeps its meaning", () => {
    const odd = {
      type: "radiogroup",
      id: "__proto__",
      text: "P",
      choices: ["constructor", "ü b", "7", "declined"].map((id) => ({ [id]: id })),
    };
    const [group, shown] = asked(odd, line("constructor"));
    expect(Object.keys(group!.options!)).toEqual(["constructor", "b", "o7", "declined_"]);
    expect(shown!.when).toEqual({ q: group!.id, is: "constructor" });
  });

  it("loses its markup: lists and addresses stay, scripts go and are reported", () => {
    const text =
      "<p>See:</p><ul><li>one &amp; two</li><li><a href='https://x.example/y'>there</a></li></ul><script>alert(1)</script><a href='javascript:alert(1)'>no</a>";
    const { questionnaire, report } = imported({ type: "box", id: "k", text });
    expect(questionsOf(questionnaire)[0]!.question.text.en).toBe("See:\n- one & two\n- there (https://x.example/y)\n\nno");
    expect(report.lost.map(({ what }) => what)).toEqual(["the element <script>", "the link to javascript:alert(1)"]);
  });
});

describe("the file", () => {
  it("may hold comments, joined texts and \\x escapes, and stays a file with lines", () => {
    const text =
      '\n// Licensed under the Apache License, Version 2.0\n{\n"questionnaire": [{"type": "block", "text": "A \\x41" +\n"bc", "items": [\n// note\n{"type": "line", "id": "l", "text": "http://x"},\n{"type": "odd"}]}]}';
    const { questionnaire, report } = importQuestionnaire("vsaq", named("f.json", text));
    expect(questionnaire).toMatchObject({ title: { en: "A Abc" }, source: { license: "Apache-2.0" } });
    expect(questionsOf(questionnaire)[0]!.question.text.en).toBe("http://x");
    expect(report.lost[0]!.place).toBe("line 8, questionnaire[0].items[1]");
  });

  it("tells of a name that stands twice", () => {
    const text = '{"questionnaire": [{"type": "block", "text": "A", "text": "B", "items": [{"type": "line", "id": "l", "text": "L"}]}]}';
    expect(importQuestionnaire("vsaq", named("f.json", text)).report.lost[0]).toMatchObject({ what: "the first “text”" });
  });

  it.each([
    ["no JSON", "{", "f.json:1:2: Here a name in quotes is expected."],
    ["an open text", '{"a": "b', "f.json:1:9: A text is not closed."],
    ["too deep", "[".repeat(70), "Nesting is deeper than 64."],
    ["a list", "[]", "This is no VSAQ questionnaire"],
    ["nothing asked", '{"questionnaire":[{"type":"block","items":[{"type":"info","text":"x"}]}]}', "The file holds no question."],
    ["code", '{"questionnaire": alert(1)}', "f.json:1:19: Here a value is expected."],
  ])("that is %s is refused with place and reason", (_, text, says) => {
    expect(() => importQuestionnaire("vsaq", named("f.json", text))).toThrow(says);
  });

  it("with more than a thousand questions or two hundred options is refused", () => {
    expect(() => imported(...Array.from({ length: 1001 }, (_, i) => ({ ...line("false"), cond: undefined, id: `l${i}` })))).toThrow(
      "1000 is the limit",
    );
    const choices = Array.from({ length: 201 }, (_, i) => ({ [`k${i}`]: "K" }));
    expect(() => imported({ ...radios, choices })).toThrow("200 is the limit");
  });
});

const sample = findSamples(1);

describe("an extension", () => {
  const base = file([{ type: "block", id: "one", text: "One", items: [radios, { type: "line", id: "end", text: "E" }] }]);
  const extension = (...extensions: object[]) => named("more.json", JSON.stringify({ version: 1, namespace: "mine", extensions }));
  const ids = (...extensions: object[]) =>
    questionsOf(importQuestionnaire("vsaq", base, { extensions: [extension(...extensions)] }).questionnaire).map(
      ({ question }) => question.id,
    );

  it("stands before or after the item it names, several in their order", () => {
    const item = (id: string, place: object) => ({ type: "line", id, text: id, ...place });
    expect(ids(item("n1", { insertAfter: "r" }), item("n2", { insertAfter: "r" }), item("n0", { insertBefore: "r" }))).toEqual([
      "n0",
      "r",
      "n1",
      "n2",
      "end",
    ]);
  });

  it("that names nothing known is reported with its file", () => {
    const { report } = importQuestionnaire("vsaq", base, { extensions: [extension({ type: "line", id: "n", insertAfter: "nobody" })] });
    expect(report.lost.map(({ what }) => what).slice(0, 2)).toEqual(["“version”", "“namespace”"]);
    expect(report.lost[2]).toMatchObject({ place: "more.json line 1, extensions[0]", why: "There is no item “nobody” to stand beside." });
    expect(report.source.extensions).toEqual(["more.json"]);
  });

  if (sample) {
    it("of Google's test template adds its section after the network section", () => {
      const extensions = [sample("vsaq/test_template_extension.json")];
      const { questionnaire } = importQuestionnaire("vsaq", sample("vsaq/test_template.json"), { extensions });
      expect(questionnaire.sections.map(({ title }) => title.en)).toEqual([
        "Network section",
        "Questions specific to my company come here.",
        "Data section",
        "Final section",
      ]);
    });
  }
});
