// To whom a questionnaire may be sent: engagements of the first vendors by name, or of those whose name or domain has a word beginning so.
import { unknownObject } from "#app/domain/errors.ts";
import { textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { latestQuestionnaires } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { listServicesOf } from "../../vendors/engagements.queries.server.ts";
import { listVendorPage } from "../../vendors/list-vendors.queries.server.ts";

const mostVendors = 20;

/** Throws not_found for a questionnaire that is not for vendors. */
export async function findSendTargets(ctx: PersonContext, questionnaireId: string, q: string | undefined) {
  const { organisationId } = ctx.actor;
  authorize(ctx, "assessment.send", { type: "questionnaire", organisationId });
  const from = ctx.portal.store.read;
  const published = await latestQuestionnaires(ctx.portal, from, organisationId, "vendor");
  const questionnaire = published.find((each) => each.questionnaire.id === questionnaireId)?.questionnaire;
  if (!questionnaire) throw unknownObject();
  const { rows, next } = await listVendorPage(from, organisationId, { filter: { q }, sort: "name" }, mostVendors);
  const services = await listServicesOf(
    from,
    organisationId,
    rows.map(({ id }) => id),
  );
  return {
    id: questionnaireId,
    title: textIn(questionnaire.title, "en", questionnaire.languages[0]!),
    version: questionnaire.version,
    vendors: rows.map(({ id, name, domain }) => ({ id, name, domain, engagements: services.get(id) ?? [] })),
    hasMore: next !== undefined,
  };
}
