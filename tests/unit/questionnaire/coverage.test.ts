// What questionnaires cover of the topics and the identifiers these list.
import { expect, it } from "vitest";
import { controlIds } from "#app/domain/questionnaire/control-ids.ts";
import { coverageOf } from "#app/domain/questionnaire/coverage.ts";
import { listedControls, topicControls } from "#app/domain/questionnaire/topic-controls.ts";
import { aQuestionnaire, scores } from "#tests/support/questionnaires.ts";

it("every identifier a topic lists is one of its framework's", () => {
  const all = Object.values(topicControls).flat();
  expect(all.filter((id) => !controlIds.has(id))).toEqual([]);
  expect(Object.values(topicControls).every((ids) => ids.length > 0)).toBe(true);
});

it("a question stands for its topics and controls; what nobody asks is a gap", () => {
  const question = { type: "choice", text: { en: "?" }, options: scores({ a: 1, b: 0 }) } as const;
  const { questions, topics, frameworks } = coverageOf([
    aQuestionnaire([
      {
        questions: [
          { ...question, id: "mfa", topics: ["COM-08"], controls: ["iso27001-2022#A.8.5", "iso27001-2022#A.5.37"] },
          { ...question, id: "admins", topics: ["COM-08"], controls: ["iso27001-2022#A.8.5"] },
        ],
      },
    ]),
  ]);
  const asked = topics.filter((topic) => topic.questions.length > 0);
  const id = asked[0]!.questions[0]!.split("#")[0];
  expect(questions).toBe(2);
  expect(asked).toEqual([{ topic: "COM-08", title: "Multi-factor authentication", rank: "K", questions: [`${id}#mfa`, `${id}#admins`] }]);
  const iso = frameworks.find(({ framework }) => framework === "iso27001-2022")!;
  expect(iso).toMatchObject({ listed: listedControls("iso27001-2022").length, covered: 1 });
  expect(iso.gaps).not.toContain("A.8.5");
  expect(iso.gaps.length).toBe(iso.listed - 1);
  // A.5.37 is no topic's: it is shown, after the listed ones, and counts for nothing.
  expect(iso.controls.at(-1)).toEqual({ id: "A.5.37", questions: [`${id}#mfa`] });
  const pci = frameworks.find(({ framework }) => framework === "pci-dss-4.0.1")!;
  expect(pci.covered).toBe(0);
  expect(pci.gaps.indexOf("3.5.1")).toBeLessThan(pci.gaps.indexOf("12.8.4"));
});
