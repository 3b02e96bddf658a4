// What every page of the vendor portal rests on, read once per request: the assessment, its questions, its answers, the frame.
import { takenFrom } from "#app/domain/assessment/answer-source.ts";
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { type PreparedState, preparedState } from "#app/domain/assessment/prepared-answers.ts";
import type { VendorFrame } from "#app/domain/assessment/vendor-page.ts";
import { progressOf, type VendorState, vendorState } from "#app/domain/assessment/vendor-state.ts";
import { dayInZone } from "#app/domain/monitoring/calendar-days.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { organisationFacts } from "../../platform/organisation.queries.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import type { Reader } from "../../platform/store.server.ts";
import { formOf } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { findStaff, getAddressee } from "../addressees.queries.server.ts";
import { type AnswerRow, listAnswers } from "../answers.queries.server.ts";
import { listFileUses } from "../answers.repo.server.ts";
import { type AssessmentRow, getAssessment } from "../assessments.queries.server.ts";
import { servicesElsewhere } from "../elsewhere.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { listPrepared, type PreparedRow } from "../on-behalf/prepared-answers.repo.server.ts";

export interface PortalFacts {
  /** For the server only: the row holds what a vendor must not see. */
  assessment: AssessmentRow;
  vendor: VendorState;
  answers: Map<string, AnswerRow>;
  files: Awaited<ReturnType<typeof listFileUses>>;
  /** What we typed for the vendor and waits for it, in order, with the state as if it had confirmed. */
  prepared: PreparedState<PreparedRow>;
  /** Other services of the vendor that answers were taken from, by assessment: only those sent to the same contact. */
  services: ReadonlyMap<string, string>;
  frame: VendorFrame;
}

export async function portalFacts(ctx: VendorContext): Promise<PortalFacts> {
  const { organisationId, assessmentId, name, language } = ctx.actor;
  const { portal } = ctx;
  const from = portal.store.read;
  const assessment = await getAssessment(from, organisationId, assessmentId);
  authorize(ctx, "assessment.view_answers", guardedAssessment(assessment));
  const [form, rows, files, typed, { vendor: company, engagement }, organisation, help] = await Promise.all([
    formOf(portal, from, organisationId, assessmentId),
    listAnswers(from, organisationId, assessmentId),
    listFileUses(from, organisationId, assessmentId),
    listPrepared(from, organisationId, assessmentId),
    getAddressee(from, organisationId, assessment.engagementId),
    organisationFacts(from, organisationId),
    findStaff(from, organisationId, assessment.sentById),
  ]);
  const counts = new Map<string, number>();
  for (const { questionKey } of files) counts.set(questionKey, (counts.get(questionKey) ?? 0) + 1);
  // What we read in its documents is ours: the vendor never sees it as its answers.
  const own = assessment.method === "from_documents" ? [] : rows;
  const facts = assessment.facts as KnownFacts;
  const filesOf = (key: string) => counts.get(key) ?? 0;
  const vendor = vendorState(form, facts, own, filesOf);
  const isOpen = takesAnswers(assessment.status as AssessmentStatus);
  const prepared = preparedState({ form, facts, answers: own, prepared: isOpen ? typed : [], filesOf });
  return {
    assessment,
    vendor,
    answers: new Map(own.map((row) => [row.questionKey, row])),
    files,
    prepared,
    services: await servicesForContact(from, assessment, own),
    frame: {
      asker: organisation.name,
      vendor: company.name,
      service: engagement.service,
      dueOn: assessment.dueOn,
      today: dayInZone(ctx.now, organisation.timeZone),
      timeZone: organisation.timeZone,
      help: help ?? null,
      you: name,
      language,
      isOpen,
      prepared: prepared.open.length,
      isFromDocuments: assessment.method === "from_documents",
      progress: progressOf(vendor),
    },
  };
}

/** Whoever was sent another questionnaire of ours may read what it was about; nobody else at the vendor learns of it here. */
async function servicesForContact(
  from: Reader,
  { organisationId, vendorId, contactId }: AssessmentRow,
  answers: readonly AnswerRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = answers.flatMap((row) => takenFrom(row)?.assessmentId ?? []);
  const about = await servicesElsewhere(from, organisationId, vendorId, [...new Set(ids)]);
  const seen = about.filter((each) => contactId !== null && each.contactId === contactId);
  return new Map(seen.map(({ assessmentId, service }) => [assessmentId, service]));
}
