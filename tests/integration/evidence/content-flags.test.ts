// What was seen inside a PDF is kept with it and told to whoever is about to open it; the file itself is handed out unaltered.
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import { viewReview } from "#app/server/assessments/review/review-page.queries.server.ts";
import { openEvidence } from "#app/server/evidence/open-evidence.server.ts";
import { uploadEvidence } from "#app/server/evidence/upload-evidence.server.ts";
import { viewEvidence } from "#app/server/evidence/view-evidence.queries.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aSentTo, submitted } from "#tests/support/reviewing.ts";
import { aPdf, aPdfWithScript } from "#tests/support/sample-files.ts";
import { aWorld } from "#tests/support/world.ts";

const questionKey = "payment-provider#pci_validation";

onEveryEngine("a PDF with something inside that could run", (engine) => {
  it("is taken, says so on its page and beside the answer, and is handed out as it came; a plain one says nothing", async () => {
    const world = await aWorld({ engine });
    const sent = await aSentTo(world, "payment", "payment-provider");
    const form = { assessmentId: sent.assessmentId, questionKey, kind: "pci-aoc-sp", startsOn: "2026-10-01" };
    const active = await aPdfWithScript();
    const give = (bytes: Buffer, fileName: string) => uploadEvidence(sent.vendor, form, { source: Readable.from([bytes]), fileName });
    const { evidenceId } = await give(active, "active.pdf");
    const plain = await give(aPdf(), "plain.pdf");
    await submitted(world, sent);

    const officer = await world.asPerson(["compliance_officer"]);
    const seen = ["pdf_script", "pdf_attachment"];
    expect((await viewEvidence(officer, evidenceId)).document.contentFlags).toEqual(seen);
    expect((await viewEvidence(officer, plain.evidenceId)).document.contentFlags).toEqual([]);
    const { cards } = await viewReview(officer, sent.assessmentId, { section: null, filter: null, question: questionKey });
    const beside = cards.flatMap(({ documents }) => documents);
    expect(beside.map(({ fileName, contentFlags }) => [fileName, contentFlags])).toEqual([
      ["active.pdf", seen],
      ["plain.pdf", []],
    ]);
    const { source } = await openEvidence(officer, evidenceId);
    expect((await buffer(source)).equals(active)).toBe(true);
  });

  it("says nothing of a document that nobody looked into when it was taken", async () => {
    const world = await aWorld({ engine });
    const sent = await aSentTo(world, "payment", "payment-provider");
    const form = { assessmentId: sent.assessmentId, questionKey, kind: "pci-aoc-sp", startsOn: "2026-10-01" };
    const { evidenceId } = await uploadEvidence(sent.vendor, form, { source: Readable.from([aPdf()]), fileName: "old.pdf" });
    await world.store.systemTx((tx) => tx.db.update(tx.t.evidence).set({ contentFlags: null }));
    const officer = await world.asPerson(["compliance_officer"]);
    expect((await viewEvidence(officer, evidenceId)).document.contentFlags).toEqual([]);
  });
});
