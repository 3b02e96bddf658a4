// What the demo's vendors promise to mend is what the questionnaires it sends can find: a new version cannot leave a promise behind.
import { expect, it } from "vitest";
import { remedies } from "#app/cli/demo/remedies.ts";
import { newestQuestionnaires, questionsOf } from "./shipped-files.ts";

it("every remedy of the demo mends a finding of a questionnaire as it is sent now", () => {
  const findable = newestQuestionnaires.flatMap((questionnaire) =>
    questionsOf(questionnaire).flatMap(({ id, onFail }) => (onFail?.finding ? [`${questionnaire.id}#${id}`] : [])),
  );
  expect(Object.keys(remedies).filter((key) => !findable.includes(key))).toEqual([]);
});
