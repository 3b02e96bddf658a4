// What start-up does with the shipped questionnaires: publishes what is new, refuses what is broken, touches nothing that is published.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  checkShippedQuestionnaires,
  publishShippedQuestionnaires,
} from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";
import { onEveryEngine, runFolder } from "#tests/support/engines.ts";
import { aWorld } from "#tests/support/world.ts";

const fixtures = "tests/fixtures/questionnaires";

/** A folder with one questionnaire, as they are shipped. */
function shipping(file: string, id: string): { folder: string; path: string } {
  const folder = join(mkdtempSync(join(runFolder(), "shipped-")), "questionnaires");
  mkdirSync(join(folder, id), { recursive: true });
  const path = join(folder, id, "1.0.0.yaml");
  copyFileSync(file, path);
  return { folder, path };
}

onEveryEngine("shipped questionnaires", (engine) => {
  it("are published once, and refuse the start when a published version was changed", async () => {
    const world = await aWorld({ engine });
    const { folder, path } = shipping("questionnaires/starter/1.0.0.yaml", "starter");
    const publish = () => publishShippedQuestionnaires(world.portal, world.organisationId, world.clock.now(), folder);
    expect(await publish()).toEqual(["starter 1.0.0"]);
    expect(await publish()).toEqual([]);
    writeFileSync(path, `${readFileSync(path, "utf8")}# changed\n`);
    await expect(publish()).rejects.toThrow(
      `${path}:1:1: Version 1.0.0 of “starter” is published and never changes. Undo the change, or give the file a higher version.`,
    );
  });
});

it.each([
  ["unknown-field", ":15:80: error: “guidence” is not part of vrq/1 here. Did you mean “guidance”?"],
  ["unknown-question", ":16:80: error: The condition asks “nobody”, which is not in this file. Name an earlier question."],
  // What only the linter sees: the file has the right structure and would run.
  ["knock-out-without-cap", ":15:9: error: The knock-out “one” has no cap. Add `onFail: { capScore: … }`"],
])("a broken questionnaire refuses the start: %s, with file, line and mend", async (name, says) => {
  const { folder, path } = shipping(`${fixtures}/${name}.yaml`, name);
  await expect(checkShippedQuestionnaires({ shipped: new Map() }, folder)).rejects.toThrow(path + says);
});
