// `vouchsafe audit verify`: is the audit log as it was written? Re-computes every hash and names the first bad entry.
import { parseArgs } from "node:util";
import { type ChainVerdict, verifyAuditChain } from "#app/server/audit/verify-audit-chain.server.ts";
import { listOrganisationIds } from "#app/server/jobs/organisation-ids.queries.server.ts";
import { type Command, UsageError } from "../command.ts";
import { withStore } from "../open-installation.ts";

type Verified = ChainVerdict & { organisationId: string };

export const auditCommand: Command = {
  summary: "Verifies the audit log and names the first entry that is not as it was written.",
  usage: "usage: vouchsafe audit verify [--json]     exit 1 when the log was changed",
  async run([verb = "", ...args], io) {
    if (verb !== "verify") throw new UsageError(verb ? `There is no “${verb}”.` : "Say what to do.");
    const { values } = parseArgs({ args, options: { json: { type: "boolean", default: false } } });
    const verified = await withStore(async (store) => {
      const all: Verified[] = [];
      for (const organisationId of await listOrganisationIds(store.read))
        all.push({ organisationId, ...(await verifyAuditChain(store, organisationId)) });
      return all;
    });
    io.out(values.json ? `${JSON.stringify(verified.map(asJson), null, 2)}\n` : verified.map(inWords).join(""));
    return verified.every(({ firstBad }) => firstBad === undefined) ? 0 : 1;
  },
};

const asJson = ({ organisationId, entries, head, firstBad }: Verified) => ({ organisationId, entries, head, firstBad: firstBad ?? null });

function inWords({ organisationId, entries, head, firstBad }: Verified): string {
  if (!firstBad) return `The audit log of ${organisationId} is as it was written: ${count(entries)}, the last with hash ${head.hash}.\n`;
  const name = firstBad.id === undefined ? `entry ${firstBad.seq}` : `entry ${firstBad.seq} (${firstBad.id})`;
  return `The audit log of ${organisationId} was changed. First bad: ${name}. ${firstBad.problem}\n  ${count(entries)} before it ${entries === 1 ? "is" : "are"} good.\n`;
}

const count = (entries: number): string => `${entries} ${entries === 1 ? "entry" : "entries"}`;
