// Opens an assessment as a draft: number, facts and the newest versions of its questionnaires. Sending freezes it; a reassessment is
// opened by its day and carries answers over before anybody looks.
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { freezeVersions } from "../../questionnaires/freeze-versions.step.server.ts";
import type { EngagementRow } from "../addressees.queries.server.ts";
import { type AssessmentRow, getAssessment, listAssessmentsOf } from "../assessments.queries.server.ts";
import { insertAssessment } from "../assessments.repo.server.ts";
import { refreshProgress } from "../portal/refresh-progress.step.server.ts";

export interface OpenAssessmentInput {
  engagement: EngagementRow;
  /** Ids of questionnaires, such as `payment-provider`; their newest versions are taken. */
  questionnaireIds: readonly string[];
  contactId: string | null;
  dueOn: string | null;
  /** For a reassessment: the review day, which opens once, and the assessment before. */
  openedFor?: string;
  previousId?: string;
}

/** Returns the draft. Records `assessment.created`; a reassessment records its own event after carrying answers. */
export async function openAssessment(tx: Tx, grant: Grant, portal: Portal, input: OpenAssessmentInput, now: Date): Promise<AssessmentRow> {
  const { organisationId } = grant;
  const { engagement } = input;
  const [newest] = await listAssessmentsOf(tx, organisationId, engagement.id);
  const id = portal.ids.next("assessment", now);
  const number = (newest?.number ?? 0) + 1;
  await insertAssessment(tx, {
    id,
    organisationId,
    vendorId: engagement.vendorId,
    engagementId: engagement.id,
    status: "draft",
    statusAt: now,
    number,
    previousId: input.previousId ?? null,
    openedFor: input.openedFor ?? null,
    contactId: input.contactId,
    tier: engagement.tier,
    facts: engagement.facts,
    dueOn: input.dueOn,
    required: 0,
    answered: 0,
    createdAt: now,
  });
  await freezeVersions(tx, grant, portal, id, input.questionnaireIds);
  if (input.openedFor === undefined) {
    const data = { engagementId: engagement.id, number };
    await recordAuditEvent(tx, grant, { type: "assessment.created", objectId: id, vendorId: engagement.vendorId, data }, now);
  }
  await refreshProgress(tx, portal, organisationId, id);
  return await getAssessment(tx, organisationId, id);
}
