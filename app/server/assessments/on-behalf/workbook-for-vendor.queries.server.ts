// The screens of a workbook one of ours brings in for a vendor: what waits, and the report of one before it is filled in.
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import type { ReportView } from "#app/domain/assessment/workbook/report-view.ts";
import { unknownObject } from "#app/domain/errors.ts";
import { instantIn } from "#app/domain/report/report-format.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { organisationFacts } from "../../platform/organisation.queries.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { getAddressee } from "../addressees.queries.server.ts";
import { type AssessmentRow, getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { mostWorkbookBytes } from "../portal/workbook/open-bundle.server.ts";
import { reportView } from "../portal/workbook/report-view.server.ts";
import { openContent } from "../portal/workbook/upload-content.server.ts";
import { findWorkbookUpload, listOpenWorkbookUploads } from "../portal/workbook/workbook-uploads.repo.server.ts";
import { judgeForVendor } from "./judge-for-vendor.server.ts";

interface WorkbookHead {
  assessmentId: string;
  number: number;
  vendor: { id: string; name: string };
  service: string;
  /** The vendor may still answer, so that answers may be filled in for it. */
  isOpen: boolean;
}

export async function viewWorkbookForVendor(ctx: PersonContext, assessmentId: string) {
  const { organisationId } = ctx.actor;
  const { read } = ctx.portal.store;
  const assessment = await getAssessment(read, organisationId, assessmentId);
  authorize(ctx, "answer.prepare", guardedAssessment(assessment));
  const { timeZone } = await organisationFacts(read, organisationId);
  const waiting = await listOpenWorkbookUploads(read, organisationId, assessmentId, "us", ctx.now);
  return {
    ...(await headOf(ctx, assessment)),
    waiting: waiting.map(({ uploadedAt, ...rest }) => ({ ...rest, at: instantIn(timeZone, uploadedAt.toISOString()) })),
    maxBytes: mostWorkbookBytes,
  };
}

export async function viewReportForVendor(ctx: PersonContext, assessmentId: string, uploadId: string): Promise<WorkbookHead & ReportView> {
  const { portal, now } = ctx;
  const { organisationId } = ctx.actor;
  const { read } = portal.store;
  const assessment = await getAssessment(read, organisationId, assessmentId);
  authorize(ctx, "answer.prepare", guardedAssessment(assessment));
  const upload = await findWorkbookUpload(read, organisationId, assessmentId, "us", uploadId, now);
  if (!upload) throw unknownObject();
  const content = openContent(portal, upload);
  const judged = await judgeForVendor(portal, read, assessment, content, new Set(), now);
  const { timeZone } = await organisationFacts(read, organisationId);
  return { ...(await headOf(ctx, assessment)), ...reportView(upload, content, judged, timeZone) };
}

async function headOf({ portal }: PersonContext, assessment: AssessmentRow): Promise<WorkbookHead> {
  const { id, organisationId, engagementId, number } = assessment;
  const { vendor, engagement } = await getAddressee(portal.store.read, organisationId, engagementId);
  return {
    assessmentId: id,
    number,
    vendor: { id: vendor.id, name: vendor.name },
    service: engagement.service,
    isOpen: takesAnswers(assessment.status as AssessmentStatus),
  };
}
