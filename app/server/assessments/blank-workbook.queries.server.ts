// **Download workbook** for our own people: the questions as they were sent, without answers, to hand to the vendor by another way than the
// portal. What is answered online stays newer than anything typed into it.
import { vendorState } from "#app/domain/assessment/vendor-state.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import { workbookWords } from "#app/i18n/workbook-words.ts";
import { authorize } from "../platform/authorize.server.ts";
import { organisationFacts } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { formOf } from "../questionnaires/questionnaire-versions.queries.server.ts";
import { getAddressee } from "./addressees.queries.server.ts";
import { getAssessment } from "./assessments.queries.server.ts";
import { guardedAssessment } from "./guarded-assessment.server.ts";
import { workbookFacts } from "./portal/workbook/workbook-facts.server.ts";
import { writeWorkbook } from "./portal/workbook/write-workbook.server.ts";

export async function downloadBlankWorkbook(
  ctx: PersonContext,
  assessmentId: string,
  language: Language,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { organisationId } = ctx.actor;
  const { read } = ctx.portal.store;
  const assessment = await getAssessment(read, organisationId, assessmentId);
  authorize(ctx, "assessment.send", guardedAssessment(assessment));
  await ctx.portal.limits.consume("download_person", ctx.actor.personId, ctx.now);
  const [form, { vendor, engagement }, { name, timeZone }] = await Promise.all([
    formOf(ctx.portal, read, organisationId, assessmentId),
    getAddressee(read, organisationId, assessment.engagementId),
    organisationFacts(read, organisationId),
  ]);
  const { service } = engagement;
  const head = { asker: name, vendor: vendor.name, service, dueOn: assessment.dueOn, madeAt: ctx.now, timeZone };
  const state = vendorState(form, assessment.facts as KnownFacts, []);
  const facts = workbookFacts({ assessmentId, head, vendor: state, answers: new Map(), files: [] }, language);
  return { fileName: workbookWords[language].fileName(service), bytes: await writeWorkbook(facts) };
}
