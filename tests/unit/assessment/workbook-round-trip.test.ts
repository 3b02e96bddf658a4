// What a vendor answered online, taken away as a workbook and brought back untouched or over an empty questionnaire, is the same.
import { type CellObject, read as readByOther } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { workbookQuestions } from "#app/domain/assessment/workbook/workbook-questions.ts";
import { languages } from "#app/domain/questionnaire/questionnaire.ts";
import { vendorQuestions } from "#app/server/assessments/portal/vendor-questions.server.ts";
import { answersIn, bytesOf, differences, drawnAnswers, formFor, judged, readBack, strictFacts } from "#tests/support/own-workbooks.ts";
import { aQuestionnaire, scores } from "#tests/support/questionnaires.ts";
import { seeded } from "#tests/support/seeded.ts";
import { shippedQuestionnaires } from "../content/shipped-files.ts";

const packs = shippedQuestionnaires.filter(({ audience }) => audience === "vendor");

/** Every type, with labels that are hard to tell apart and texts that look like something else. */
const hard = aQuestionnaire([
  { id: "flag", type: "boolean", na: true },
  { id: "one", type: "choice", options: { a: { label: { en: "Same", de: "Gleich" } }, b: { label: { en: " same", de: "gleich " } } } },
  { id: "formula", type: "choice", options: { "1": { label: { en: "=1+1" } }, "2": { label: { en: "@x, “y”; z" } } } },
  { id: "many", type: "multichoice", options: { ...scores({ eu: 0, us: 0 }), none: { label: { en: "None" }, exclusive: true } } },
  { id: "hours", type: "number", unit: "h", min: -5, max: 10 },
  { id: "tested", type: "date" },
  { id: "words", type: "text", multiline: true },
  {
    id: "chain",
    type: "table",
    columns: [
      { id: "name", type: "text", required: true },
      { id: "people", type: "number" },
      { id: "since", type: "date" },
      { id: "country", type: "country" },
    ],
  },
  { id: "policy", type: "file", kinds: ["policy"] },
]);

describe.each([...packs, hard].map((pack) => [`${pack.id} ${pack.version}`, pack] as const))("%s", (_, pack) => {
  const form = formFor(pack);
  const asked = workbookQuestions(form, strictFacts, vendorQuestions(form)).map(({ key }) => key);

  it.each(languages)("answers → workbook → answers changes none of them (%s)", async (language) => {
    for (let draw = 0; draw < 3; draw += 1) {
      const given = drawnAnswers(form, seeded(draw * 7 + pack.id.length));
      const read = await readBack(await bytesOf(form, given, language));
      expect(read.stray).toEqual([]);
      expect(read.rows.map(({ questionKey }) => questionKey)).toEqual(asked);
      // Over nothing it is what was given, as far as it is asked; over itself nothing is to be saved.
      const again = answersIn(form, read, language);
      expect(
        [...again.keys()].filter((key) => differences(new Map([[key, given.get(key)!]]), new Map([[key, again.get(key)!]])).length > 0),
      ).toEqual([]);
      expect(judged(form, read, { language, current: given }).filter(({ fate }) => fate.is !== "same")).toEqual([]);
    }
  });

  it("holds no formula, no scoring key, and the same cells for a second reader", async () => {
    const bytes = await bytesOf(form, drawnAnswers(form, seeded(5)));
    const second = readByOther(bytes);
    for (const sheet of Object.values(second.Sheets)) {
      for (const [at, cell] of Object.entries(sheet) as [string, CellObject][])
        if (!at.startsWith("!")) expect([at, cell.f]).toEqual([at, undefined]);
    }
    const all = JSON.stringify(second.Sheets);
    for (const { controls = [], onFail } of form.set.questions.map(({ question }) => question)) {
      for (const secret of [...controls, ...Object.values(onFail?.finding?.title ?? {})])
        expect(all).not.toContain(JSON.stringify(secret).slice(1, -1));
    }
    // Why it is asked and what helps to answer it come along, for whoever answers away from the page.
    for (const { why, guidance } of workbookQuestions(form, strictFacts, vendorQuestions(form)).map(({ question }) => question)) {
      for (const told of [why, guidance]) if (told !== null) expect(all).toContain(JSON.stringify(told).slice(1, -1));
    }
    expect(second.SheetNames.slice(0, 3)).toEqual(["How to", "Answers", "Documents"]);
  });
});
