// Tells whoever sent the questionnaire, and everybody who determined one of its answers, that the vendor corrected an answer.
import { notices } from "#app/i18n/en/notices.ts";
import { mailStaff } from "../../monitoring/mail-staff.step.server.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { getAddressee } from "../addressees.queries.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";
import { listDeterminations } from "../review/determinations.repo.server.ts";
import { reviewersOf } from "../review/review-trail.queries.server.ts";

export async function mailCorrected(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  { id: assessmentId, vendorId, engagementId, sentById }: AssessmentRow,
  correctionId: string,
  now: Date,
): Promise<void> {
  const { organisationId } = grant;
  const { vendor, engagement } = await getAddressee(tx, organisationId, engagementId);
  const reviewers = reviewersOf(await listDeterminations(tx, organisationId, assessmentId));
  const link = `${portal.config.publicUrl}/assessments/${assessmentId}/review?filter=changed`;
  const facts = { vendor: vendor.name, service: engagement.service, link };
  const { subject, body } = notices.corrected;
  const mail = { key: `corrected:${correctionId}`, kind: "corrected", subject: subject(facts), body: body(facts), vendorId };
  await mailStaff(tx, grant, portal, { ids: [sentById, ...reviewers], roles: [] }, mail, now);
}
