// The vendor's way through a workbook: the file to take away, the page it comes back to, and the report of what saving it would do.
import type { VendorFrame } from "#app/domain/assessment/vendor-page.ts";
import type { ReportView } from "#app/domain/assessment/workbook/report-view.ts";
import { unknownObject } from "#app/domain/errors.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import { instantWords } from "#app/i18n/dates.ts";
import { workbookWords } from "#app/i18n/workbook-words.ts";
import type { VendorContext } from "../../../platform/request-context.server.ts";
import { portalFacts } from "../portal-facts.queries.server.ts";
import { judgeWorkbook } from "./judge-workbook.server.ts";
import { reportView } from "./report-view.server.ts";
import { openContent } from "./upload-content.server.ts";
import { workbookFacts } from "./workbook-facts.server.ts";
import { findWorkbookUpload, listOpenWorkbookUploads } from "./workbook-uploads.repo.server.ts";
import { writeWorkbook } from "./write-workbook.server.ts";

/** The workbook with the answers so far. */
export async function downloadWorkbook(ctx: VendorContext, language: Language): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { assessment, vendor, answers, files, frame } = await portalFacts(ctx);
  await ctx.portal.limits.consume("download_person", ctx.actor.vendorId, ctx.now);
  const head = { ...frame, madeAt: ctx.now };
  const bytes = await writeWorkbook(workbookFacts({ assessmentId: assessment.id, head, vendor, answers, files }, language));
  return { fileName: workbookWords[language].fileName(frame.service), bytes };
}

export interface WorkbookPage {
  frame: VendorFrame;
  waiting: { id: string; fileName: string; uploadedBy: string; at: string }[];
  maxUploadBytes: number;
}

export async function viewWorkbookPage(ctx: VendorContext): Promise<WorkbookPage> {
  const { organisationId, assessmentId } = ctx.actor;
  const { frame } = await portalFacts(ctx);
  const waiting = await listOpenWorkbookUploads(ctx.portal.store.read, organisationId, assessmentId, "vendor", ctx.now);
  return {
    frame,
    waiting: waiting.map(({ uploadedAt, ...rest }) => ({
      ...rest,
      at: instantWords(frame.language, frame.timeZone, uploadedAt.toISOString()),
    })),
    maxUploadBytes: ctx.portal.config.uploadMaxBytes,
  };
}

export async function viewWorkbookReport(
  ctx: VendorContext,
  uploadId: string,
): Promise<ReportView & { frame: VendorFrame; isCaiq: boolean }> {
  const { portal, now } = ctx;
  const { organisationId, assessmentId } = ctx.actor;
  const { read } = portal.store;
  const { assessment, frame } = await portalFacts(ctx);
  const upload = await findWorkbookUpload(read, organisationId, assessmentId, "vendor", uploadId, now);
  if (!upload) throw unknownObject();
  const content = openContent(portal, upload);
  const judged = await judgeWorkbook(portal, read, assessment, content, new Set(), now);
  return { frame, isCaiq: content.caiq !== undefined, ...reportView(upload, content, judged, frame.timeZone, frame.language) };
}
