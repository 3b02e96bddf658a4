// The audit log as people read it: in the organisation's time, and in sentences that outlive the codes they were made from.
import { expect, it } from "vitest";
import { denialWords } from "#app/domain/audit/denial-words.ts";
import { viewAuditLog } from "#app/server/audit/audit-log.queries.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aWorld } from "#tests/support/world.ts";

onEveryEngine("the audit log", (engine) => {
  it("names the organisation's time zone, in which every other page shows the same moment", async () => {
    const world = await aWorld({ engine, timeZone: "Pacific/Auckland" });
    const auditor = await world.asPerson(["auditor"]);
    const { timeZone, lines } = await viewAuditLog(auditor, {});
    expect(timeZone).toBe("Pacific/Auckland");
    expect(lines.map(({ text }) => text)).toContain("The organisation was set up");
  });
});

it("says of a refusal what was asked for and what stood against it, even with codes that were retired since", () => {
  expect(denialWords({ permission: "evidence.download", verdict: "lacks_right" })).toBe("Refused for lack of the right: Read a document");
  expect(denialWords({ permission: "decision.countersign", verdict: "signed_first" })).toBe(
    "Refused although the right is there: Give the second signature. The answer was: You gave the first signature, so somebody else has to give the second.",
  );
  expect(denialWords({ permission: "door.unlock", verdict: "was_tuesday" })).toBe("Refused for lack of the right: door.unlock");
});
