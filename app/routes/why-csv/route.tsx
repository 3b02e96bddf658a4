// "Why this score?" as a table: **Download this table**.

import { exportScoreTrace } from "#app/server/decisions/why.queries.server.ts";
import { staffPage } from "#app/server/platform/route.server.ts";

export const loader = staffPage(async (ctx, { params }) => {
  const csv = await exportScoreTrace(ctx, params.id ?? "");
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="why-this-score.csv"',
      "Cache-Control": "no-store",
    },
  });
});
