// **Download a copy** / **Download my answers**: everything the vendor said, as a text file.
import { copyOfAnswers } from "#app/server/assessments/portal/copy-of-answers.queries.server.ts";
import { vendorPage } from "#app/server/platform/route.server.ts";

export const loader = vendorPage(async (ctx) => {
  const { name, text } = await copyOfAnswers(ctx);
  return new Response(text, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
});
