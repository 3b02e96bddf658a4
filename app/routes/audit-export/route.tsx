// The whole audit log as NDJSON, oldest entry first: what an outside program needs to verify the chain itself.
import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { readAuditEntries } from "#app/server/audit/audit-log.queries.server.ts";
import { staffPage } from "#app/server/platform/route.server.ts";

const pageSize = 500;

export const loader = staffPage(async (ctx) => {
  const first = await readAuditEntries(ctx, 0, pageSize);
  async function* lines() {
    for (let page = first; page.length > 0; page = await readAuditEntries(ctx, page.at(-1)?.seq ?? 0, pageSize)) {
      yield page.map((entry) => `${JSON.stringify(entry)}\n`).join("");
    }
  }
  return new Response(createReadableStreamFromReadable(Readable.from(lines(), { objectMode: false })), {
    headers: { "Content-Type": "application/x-ndjson; charset=utf-8", "Content-Disposition": 'attachment; filename="audit-log.ndjson"' },
  });
});
