// What every page of the vendor portal rests on, read once per request: the assessment, its questions, its answers, the frame.
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import type { VendorFrame } from "#app/domain/assessment/vendor-page.ts";
import { progressOf, type VendorState, vendorState } from "#app/domain/assessment/vendor-state.ts";
import { dayInZone } from "#app/domain/monitoring/calendar-days.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { organisationFacts } from "../../platform/organisation.queries.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { formOf } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { findStaff, getAddressee } from "../addressees.queries.server.ts";
import { type AnswerRow, listAnswers } from "../answers.queries.server.ts";
import { listFileUses } from "../answers.repo.server.ts";
import { type AssessmentRow, getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";

export interface PortalFacts {
  /** For the server only: the row holds what a vendor must not see. */
  assessment: AssessmentRow;
  vendor: VendorState;
  answers: Map<string, AnswerRow>;
  files: Awaited<ReturnType<typeof listFileUses>>;
  frame: VendorFrame;
}

export async function portalFacts(ctx: VendorContext): Promise<PortalFacts> {
  const { organisationId, assessmentId, name } = ctx.actor;
  const { portal } = ctx;
  const from = portal.store.read;
  const assessment = await getAssessment(from, organisationId, assessmentId);
  authorize(ctx, "assessment.view_answers", guardedAssessment(assessment));
  const [form, rows, files, { vendor: company, engagement }, organisation, help] = await Promise.all([
    formOf(portal, from, organisationId, assessmentId),
    listAnswers(from, organisationId, assessmentId),
    listFileUses(from, organisationId, assessmentId),
    getAddressee(from, organisationId, assessment.engagementId),
    organisationFacts(from, organisationId),
    findStaff(from, organisationId, assessment.sentById),
  ]);
  const counts = new Map<string, number>();
  for (const { questionKey } of files) counts.set(questionKey, (counts.get(questionKey) ?? 0) + 1);
  const vendor = vendorState(form, assessment.facts as KnownFacts, rows, (key) => counts.get(key) ?? 0);
  return {
    assessment,
    vendor,
    answers: new Map(rows.map((row) => [row.questionKey, row])),
    files,
    frame: {
      asker: organisation.name,
      vendor: company.name,
      service: engagement.service,
      dueOn: assessment.dueOn,
      today: dayInZone(ctx.now, organisation.timeZone),
      timeZone: organisation.timeZone,
      help: help ?? null,
      you: name,
      isOpen: takesAnswers(assessment.status as AssessmentStatus),
      progress: progressOf(vendor),
    },
  };
}
