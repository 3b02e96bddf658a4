// What the portal stores as a result is what everybody can compute again from the answers.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runCommand } from "#app/cli/run.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { findResult } from "#app/server/assessments/review/determinations.repo.server.ts";
import { onSubmitted } from "#app/server/assessments/review/on-submitted.step.server.ts";
import { listFindingsOf } from "#app/server/findings/findings.queries.server.ts";
import { systemGrant } from "#app/server/platform/authorize.server.ts";
import { onEveryEngine, runFolder } from "#tests/support/engines.ts";
import { answerAll, answersOf, aSentTo, aSubmitted, submitted } from "#tests/support/reviewing.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const file = "app/cli/demo/answers/payment-provider-mixed.yaml";
const questionnaire = "questionnaires/payment-provider/2.1.0.yaml";

async function fromCommandLine(answers: string): Promise<string> {
  const lines: string[] = [];
  const code = await runCommand(["score", "--questionnaire", questionnaire, "--answers", answers, "--json"], {
    out: (text) => void lines.push(text),
    err: (text) => void lines.push(text),
  });
  expect(code, lines.join("")).toBe(0);
  return lines.join("").trimEnd();
}

async function requestsOf(world: World) {
  const { evidenceRequests } = world.store.read.t;
  return await world.store.read.db.select().from(evidenceRequests);
}

onEveryEngine("the score of a submission", (engine) => {
  it("is byte for byte what the command line prints, from the answer file and from the stored input", async () => {
    const world = await aWorld({ engine, now: "2026-11-22T09:00:00Z" });
    const { assessmentId } = await aSubmitted(world, file);
    const row = await findResult(world.store.read, world.organisationId, assessmentId, "vendor");
    expect(row!.json).toBe(await fromCommandLine(file));
    const stored = join(runFolder(), `stored-input-${engine}.json`);
    await writeFile(stored, row!.input);
    expect(row!.json).toBe(await fromCommandLine(stored));
    expect(row).toMatchObject({ asOn: "2026-11-22", scoreBps: JSON.parse(row!.json).scoreBps });
  });

  it("opens each failing answer as a finding, once, with owner and due day", async () => {
    const world = await aWorld({ engine, now: "2026-11-22T09:00:00Z" });
    const { assessmentId, buyer } = await aSubmitted(world, file);
    const { findings } = JSON.parse((await findResult(world.store.read, world.organisationId, assessmentId, "vendor"))!.json);
    const opened = await listFindingsOf(world.store.read, world.organisationId, assessmentId);
    expect(opened.map(({ questionKey, severity, title }) => ({ question: questionKey!.split("#")[1], severity, title }))).toEqual(findings);
    expect(opened[0]).toMatchObject({ number: 1, status: "open", ownerId: buyer.actor.personId, openedById: null });
    expect(opened.every(({ dueOn }) => dueOn > "2026-12-01")).toBe(true);
    await world.store.tx(world.organisationId, async (tx) => {
      const assessment = await getAssessment(tx, world.organisationId, assessmentId);
      await onSubmitted(tx, systemGrant(world.asSystem(), "score.record"), world.portal, assessment, world.clock.now());
    });
    expect(await listFindingsOf(world.store.read, world.organisationId, assessmentId)).toHaveLength(opened.length);
  });

  it("asks for documents promised for later and for those that knock-outs lack", async () => {
    const world = await aWorld({ engine, now: "2026-11-22T09:00:00Z" });
    const input = await answersOf(file);
    const sent = await aSentTo(world, "payment", "payment-provider", input.facts);
    const answers = { ...input.answers };
    answers.pci_validation = { value: "aoc_sp", evidence: "attested" };
    answers.tls_oldest = { value: "tls12", evidence: "attested" };
    await answerAll(world, sent, { ...input, answers }, { tls_oldest: { is: "later", on: "2026-12-10" } });
    await submitted(world, sent);
    const requests = (await requestsOf(world)).map(({ questionKey, reason, dueOn, status }) => ({ questionKey, reason, dueOn, status }));
    expect(requests).toContainEqual({
      questionKey: "payment-provider#pci_validation",
      reason: "unproven",
      dueOn: "2026-12-22",
      status: "open",
    });
    expect(requests).toContainEqual({
      questionKey: "payment-provider#tls_oldest",
      reason: "provide_later",
      dueOn: "2026-12-10",
      status: "open",
    });
  });
});
