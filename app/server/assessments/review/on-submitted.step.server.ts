// What follows from a submission, in its transaction: the vendor score is stored, failing answers become findings, promised and missing
// documents are asked for. After a round of clarifications it runs again; what is known already is not opened twice.
import { missingProof } from "#app/domain/assessment/missing-proof.ts";
import { provingKinds } from "#app/domain/assessment/stored-review.ts";
import { provideLaterDays } from "#app/domain/assessment/submission.ts";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import { openEvidenceRequest } from "../../evidence/open-request.step.server.ts";
import { openFinding } from "../../findings/open-finding.step.server.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { getAddressee } from "../addressees.queries.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";
import { carryDeterminations } from "./carry-determinations.step.server.ts";
import { listDeterminations } from "./determinations.repo.server.ts";
import { recordResult } from "./record-result.step.server.ts";
import { takeDeterminations } from "./take-determinations.step.server.ts";

export async function onSubmitted(tx: Tx, grant: Grant, portal: Portal, assessment: AssessmentRow, now: Date): Promise<void> {
  const { organisationId } = grant;
  const { id: assessmentId, vendorId, engagementId } = assessment;
  const today = await todayIn(tx, organisationId, now);
  const isFromDocuments = assessment.method === "from_documents";
  // What was accepted of the vendor's word last time is not what we read in its documents now.
  if (!isFromDocuments && (await listDeterminations(tx, organisationId, assessmentId)).length === 0) {
    await carryDeterminations(tx, grant, portal, assessment, now);
    await takeDeterminations(tx, grant, portal, assessment, now);
  }
  const { result, review } = await recordResult(tx, grant, portal, assessment, "vendor", today, now);
  const { form } = review;
  const { engagement } = await getAddressee(tx, organisationId, engagementId);
  for (const { question, severity, title } of result.findings) {
    const questionKey = form.keys[form.set.byKey.get(question)!]!;
    await openFinding(tx, grant, portal, { assessment, questionKey, severity, title, ownerId: engagement.ownerId, openedOn: today }, now);
  }
  // A vendor that will not answer is not asked for documents one by one.
  for (const { question, instead, isUnproven } of isFromDocuments ? [] : missingProof(review, today)) {
    const questionKey = form.keys[question.index]!;
    const promised = instead?.is === "later" ? instead.on : undefined;
    if (promised === undefined && !isUnproven) continue;
    const reason = promised === undefined ? "unproven" : "provide_later";
    const need = { vendorId, engagementId, assessmentId, questionKey, kind: provingKinds(question)[0]!, reason } as const;
    const dueOn = promised ?? addDays(today, provideLaterDays);
    await openEvidenceRequest(tx, grant, portal, { ...need, key: `${assessmentId}:${questionKey}`, dueOn }, now);
  }
}
