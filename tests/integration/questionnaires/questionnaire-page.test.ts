// What our own people see of a questionnaire: its versions, what changed between two of them, what the linter says; and the coverage.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { publishShippedQuestionnaires } from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";
import { viewCoverage, viewQuestionnaire } from "#app/server/questionnaires/questionnaire-page.queries.server.ts";
import { onEveryEngine, runFolder } from "#tests/support/engines.ts";
import { aWorld } from "#tests/support/world.ts";

const first = readFileSync("questionnaires/starter/1.0.0.yaml", "utf8");
const [changed] = /(?<=- id: )\w+(?=\n {8}type: choice\n {8}weight: 20)/.exec(first)!;
const second = first
  .replace("version: 1.0.0", "version: 2.0.0")
  .replace("weight: 20", "weight: 10")
  .replace(
    "sections:\n",
    `changes:\n  ${changed}: { carry: false, note: { en: Counts half as much., de: Zählt halb so viel. } }\nsections:\n`,
  );

function shipping(...versions: [string, string][]): string {
  const folder = join(mkdtempSync(join(runFolder(), "versions-")), "questionnaires");
  mkdirSync(join(folder, "starter"), { recursive: true });
  for (const [version, text] of versions) writeFileSync(join(folder, "starter", `${version}.yaml`), text);
  return folder;
}

onEveryEngine("a questionnaire's page", (engine) => {
  it("shows the newest version first, what changed, and whether answers are taken over; older pairs on request", async () => {
    const world = await aWorld({ engine });
    const folder = shipping(["1.0.0", first], ["2.0.0", second]);
    await publishShippedQuestionnaires(world.portal, world.organisationId, world.clock.now(), folder);
    const officer = await world.asPerson(["compliance_officer"]);
    const page = await viewQuestionnaire(officer, "starter", {});
    expect(page.versions.map(({ version }) => version)).toEqual(["2.0.0", "1.0.0"]);
    expect(page.difference).toMatchObject({
      from: "1.0.0",
      to: "2.0.0",
      asksFor: "major",
      questions: [{ id: changed, change: "changed", parts: ["scoring"], isCarried: false, note: "Counts half as much." }],
      same: 11,
    });
    expect(page.lint.every(({ line, message }) => line > 0 && message !== "")).toBe(true);
    const backwards = await viewQuestionnaire(officer, "starter", { from: "2.0.0", to: "1.0.0" });
    expect(backwards.difference).toMatchObject({ from: "2.0.0", to: "1.0.0" });
    const alone = await viewQuestionnaire(officer, "starter", { from: "1.0.0", to: "1.0.0" });
    expect(alone.difference).toBeNull();
  });

  it("does not know another organisation's questionnaires, nor versions there are not, and is closed to administrators", async () => {
    const world = await aWorld({ engine });
    const other = await world.anotherOrganisation();
    await publishShippedQuestionnaires(world.portal, other, world.clock.now(), shipping(["1.0.0", first]));
    const officer = await world.asPerson(["compliance_officer"]);
    await expect(viewQuestionnaire(officer, "starter", {})).rejects.toMatchObject({ code: "not_found" });
    expect((await viewCoverage(officer)).questions).toBe(0);
    await publishShippedQuestionnaires(world.portal, world.organisationId, world.clock.now(), shipping(["1.0.0", first]));
    await expect(viewQuestionnaire(officer, "starter", { to: "9.0.0" })).rejects.toMatchObject({ code: "not_found" });
    await expect(viewCoverage(await world.asPerson(["administrator"]))).rejects.toMatchObject({ code: "forbidden" });
    const { questions, topics, frameworks } = await viewCoverage(officer);
    expect(questions).toBe(12);
    expect(topics.find(({ topic }) => topic === "COM-08")!.questions).toEqual(["starter#mfa"]);
    expect(frameworks.every(({ listed, covered, gaps }) => covered + gaps.length === listed)).toBe(true);
  });
});
