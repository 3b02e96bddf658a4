// The whole audit log as NDJSON, oldest entry first: what an outside program needs to verify the chain itself.
import { readAuditEntries } from "#app/server/audit/audit-log.queries.server.ts";
import { staffPage } from "#app/server/platform/route.server.ts";

const pageSize = 500;

export const loader = staffPage(async (ctx) => {
  const first = await readAuditEntries(ctx, 0, pageSize);
  async function* lines() {
    for (let page = first; page.length > 0; page = await readAuditEntries(ctx, page.at(-1)?.seq ?? 0, pageSize)) {
      yield new TextEncoder().encode(page.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
    }
  }
  return new Response(streamOf(lines()), {
    headers: { "Content-Type": "application/x-ndjson; charset=utf-8", "Content-Disposition": 'attachment; filename="audit-log.ndjson"' },
  });
});

/** Asks for the next chunk only when the reader wants it. */
function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
