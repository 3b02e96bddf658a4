// Under the same answers the vendor's pages and the command line ask the same questions: generated questionnaires and shipped ones, random
// answers, some given to questions that are hidden. What the browser shows is compared in tests/e2e/same-questions.test.ts.
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { isDomainError } from "#app/domain/errors.ts";
import { viewSection } from "#app/server/assessments/portal/section.queries.server.ts";
import type { VendorContext } from "#app/server/platform/request-context.server.ts";
import { formOf } from "#app/server/questionnaires/questionnaire-versions.queries.server.ts";
import {
  type AskedCase,
  answeredAtRandom,
  freezeFacts,
  generatedCases,
  previewed,
  publishMade,
  sentWith,
  type Values,
} from "#tests/support/asked-questions.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aWorld, type World } from "#tests/support/world.ts";
import { newestQuestionnaires } from "#tests/unit/content/shipped-files.ts";

/** Puts answers where the vendor's would be, as if each had been given while its question was shown. */
async function answerAll(world: World, assessmentId: string, questionnaireId: string, values: Values): Promise<void> {
  const { organisationId, store, clock } = world;
  const rows = Object.entries(values).map(([id, value]) => ({ questionKey: `${questionnaireId}#${id}`, value }));
  const common = { organisationId, assessmentId, revision: 1, comment: "", reason: "because", instead: null, source: null };
  await store.systemTx(async (tx) => {
    await tx.db.delete(tx.t.answers).where(eq(tx.t.answers.assessmentId, assessmentId));
    for (const row of rows)
      await tx.db.insert(tx.t.answers).values({ ...common, ...row, origin: "vendor", givenBy: "Florian Teasel", givenAt: clock.now() });
  });
}

/** The ids on the vendor's pages, section by section. */
async function onPages({ portal, store, organisationId }: World, vendor: VendorContext): Promise<string[]> {
  const { sections } = await formOf(portal, store.read, organisationId, vendor.actor.assessmentId);
  const ids: string[] = [];
  for (const { key } of sections) {
    try {
      const { section } = await viewSection(vendor, key, false);
      ids.push(...section.questions.map(({ question }) => question.key.split("#")[1]!));
    } catch (error) {
      if (!isDomainError(error, "not_found")) throw error;
    }
  }
  return ids;
}

const shippedIds = ["starter", "core-security", "hosting-provider", "payment-provider", "incident-followup"];

onEveryEngine("the same answers", (engine) => {
  it("show the same questions on the vendor's pages and on the command line", async () => {
    const world = await aWorld({ engine });
    const seed = engine === "sqlite" ? 1126 : 2611;
    const shipped = shippedIds.map((id) => newestQuestionnaires.find((each) => each.id === id)!);
    const groups: AskedCase[][] = [
      ...generatedCases(70, seed).map((each) => [each]),
      ...shipped.map((questionnaire) => answeredAtRandom(questionnaire, 6, seed)),
    ];
    let compared = 0;
    const shown = new Set<string>();
    for (const [n, group] of groups.entries()) {
      const { questionnaire } = group[0]!;
      if (questionnaire.id.startsWith("made-")) await publishMade(world, questionnaire);
      const { organisationId } = world;
      const { assessmentId, vendorId } = await sentWith(world, `Vendor ${n}`, questionnaire, {});
      const somebody = { organisationId, vendorId, assessmentId, vendorSessionId: "vse", name: "Florian Teasel" };
      const language = "en" as const;
      const vendor = world.as({ kind: "vendor", language, ...somebody }) as VendorContext;
      for (const { facts, values } of group) {
        await freezeFacts(world, assessmentId, facts);
        await answerAll(world, assessmentId, questionnaire.id, values);
        const asked = await onPages(world, vendor);
        expect([questionnaire.id, facts, values, asked]).toEqual([
          questionnaire.id,
          facts,
          values,
          await previewed(questionnaire, facts, values),
        ]);
        compared += 1;
        shown.add(`${questionnaire.id} ${asked.join()}`);
      }
    }
    expect(compared).toBe(100);
    // The answers do open and close questions: nearly every set of them shows another set of questions.
    expect(shown.size).toBeGreaterThan(80);
  });
});
