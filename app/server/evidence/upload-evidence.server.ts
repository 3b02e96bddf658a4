// Takes a document from a vendor or an officer. The right is checked before a byte is read, the bytes are durable before the row says so:
// a crash between the two leaves bytes that no row names, and the janitor removes those.
import type { Readable } from "node:stream";
import { type AssessmentStatus, isRunning, takesAnswers, takesDeterminations } from "#app/domain/assessment/assessment-status.ts";
import { correctionWay } from "#app/domain/assessment/corrections.ts";
import { provingKinds } from "#app/domain/assessment/stored-review.ts";
import { isDomainError, unknownObject } from "#app/domain/errors.ts";
import { expiryOf } from "#app/domain/evidence/evidence-expiry.ts";
import { type EvidenceKind, evidenceKindRow, isEvidenceKind, ownEvidenceKinds } from "#app/domain/evidence/evidence-kinds.ts";
import { isMerchantForm, merchantFormToKeep } from "#app/domain/evidence/merchant-forms.ts";
import { isDay } from "#app/domain/monitoring/calendar-days.ts";
import type { CompiledQuestion } from "#app/domain/questionnaire/compiled.ts";
import { acceptedTypes } from "#app/domain/questionnaire/requirements.ts";
import { type AssessmentRow, findAssessment } from "../assessments/assessments.queries.server.ts";
import { listClarifications } from "../assessments/clarifications.queries.server.ts";
import { findOpenCorrection } from "../assessments/corrections.queries.server.ts";
import { markFilesChanged } from "../assessments/portal/mark-files-changed.step.server.ts";
import { unknownQuestion } from "../assessments/portal/save-answer.server.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { findDecisionOf } from "../decisions/decisions.queries.server.ts";
import { authorize, type Grant } from "../platform/authorize.server.ts";
import { todayIn } from "../platform/organisation.queries.server.ts";
import { refusal, type Say } from "../platform/refusal.server.ts";
import type { PersonContext, VendorContext } from "../platform/request-context.server.ts";
import type { Reader, Tx } from "../platform/store.server.ts";
import type { StoredFile } from "../platform/vault.server.ts";
import { formOf } from "../questionnaires/questionnaire-versions.queries.server.ts";
import { getEngagement } from "../vendors/engagements.queries.server.ts";
import { assessmentOnFile } from "./assessment-on-file.queries.server.ts";
import { attachWanted } from "./attach-wanted.step.server.ts";
import { attachEvidence, insertEvidence } from "./evidence.repo.server.ts";
import { listOpenRequests } from "./evidence-requests.queries.server.ts";
import { fulfilRequests } from "./fulfil-requests.step.server.ts";
import { isWantedFor } from "./wanted-documents.queries.server.ts";

/** What a document is for. Our own people may add one to an engagement, whether or not it is being assessed. */
export type UploadTarget = { assessmentId: string } | { engagementId: string };

/** What the uploader says about the document. */
export type EvidenceForm = UploadTarget & {
  /** Absent: the document belongs to no question yet; it may answer a request. */
  questionKey?: string | undefined;
  kind: string;
  /** Day the kind's clock starts from. */
  startsOn?: string | undefined;
  statedExpiryOn?: string | undefined;
  /** One of ours uploads what the vendor sent: the vendor may see it. A vendor's own upload is always its own. */
  isFromVendor?: boolean | undefined;
  /** Without its date nobody knows how long the document holds. */
  needsDate?: boolean | undefined;
};

export interface UploadedEvidence {
  evidenceId: string;
  fileName: string;
  sha256: string;
  bytes: number;
  expiresOn: string | null;
}

type Uploader = VendorContext | PersonContext;

/** Checks everything that can be known before the bytes arrive: right, state, kind and dates. */
export async function checkUpload(
  ctx: Uploader,
  form: EvidenceForm,
  fileName: string,
): Promise<{ vendorId: string; accept: readonly string[] }> {
  const { organisationId } = ctx.actor;
  const { vendorId, assessment } = await guarded(ctx, ctx.portal.store.read, form);
  await ctx.portal.limits.consume("upload_vendor", vendorId, ctx.now);
  const kind = kindOf(form);
  checkDates(form, await todayIn(ctx.portal.store.read, organisationId, ctx.now));
  if (isOfferedAsProof(ctx, form) && isMerchantForm(kind, fileName)) {
    const isVendor = ctx.actor.kind === "vendor";
    throw refusal("invalid", ({ refusals }) => (isVendor ? refusals.merchantForm : merchantFormToKeep), { field: "file" });
  }
  const { accept } = evidenceKindRow(kind);
  if (!assessment || form.questionKey === undefined) return { vendorId, accept };
  const question = await questionOf(ctx, ctx.portal.store.read, assessment, form.questionKey);
  return { vendorId, accept: acceptedTypes(question, accept) };
}

/** Streams a checked file into the vault and writes its row; when the row is refused, the bytes are taken back. */
export async function uploadEvidence(
  ctx: Uploader,
  form: EvidenceForm,
  file: { source: Readable; fileName: string },
): Promise<UploadedEvidence> {
  const { portal } = ctx;
  const { vendorId, accept } = await checkUpload(ctx, form, file.fileName);
  const evidenceId = portal.ids.next("evidence", ctx.now);
  const stored = await portal.vault.store({
    organisationId: ctx.actor.organisationId,
    vendorId,
    evidenceId,
    source: file.source,
    fileName: file.fileName,
    limitBytes: portal.config.uploadMaxBytes,
    accept,
  });
  try {
    return await recordUpload(ctx, form, evidenceId, stored);
  } catch (error) {
    // When the COMMIT itself got no answer, the row may be there: then the bytes stay, and the janitor decides by the rows.
    if (isDomainError(error) && error.code !== "unavailable") await portal.vault.destroy(stored);
    throw error;
  }
}

/** What a vendor gives is, and what goes to a question. Our own people may file a merchant's form with a service: there it proves nothing. */
const isOfferedAsProof = (ctx: Uploader, { questionKey, kind }: EvidenceForm): boolean =>
  ctx.actor.kind === "vendor" || questionKey !== undefined || kind !== "pci-saq";

async function recordUpload(ctx: Uploader, form: EvidenceForm, evidenceId: string, stored: StoredFile): Promise<UploadedEvidence> {
  const { organisationId } = ctx.actor;
  return ctx.portal.store.tx(organisationId, async (tx) => {
    const { assessment, vendorId, engagementId, grant } = await guarded(ctx, tx, form);
    const assessmentId = assessment?.id ?? null;
    const kind = kindOf(form);
    const { startsOn, statedExpiryOn, questionKey } = form;
    const expiresOn = (startsOn ? expiryOf(kind, startsOn, statedExpiryOn) : statedExpiryOn) ?? null;
    const isVendors = ctx.actor.kind === "vendor" || form.isFromVendor === true;
    const { flags, ...file } = stored;
    await insertEvidence(tx, {
      ...file,
      contentFlags: flags,
      givenByVendor: isVendors,
      id: evidenceId,
      organisationId,
      vendorId,
      engagementId,
      assessmentId,
      kind,
      startsOn: startsOn ?? null,
      statedExpiryOn: statedExpiryOn ?? null,
      expiresOn,
      verdict: "none",
      verification: null,
      uploadedBy: ctx.actor.name,
      uploadedById: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      uploadedAt: ctx.now,
    });
    const { sha256, bytes, mediaType } = stored;
    const data = { kind, sha256, bytes, mediaType, assessmentId, questionKey: questionKey ?? null };
    await recordAuditEvent(tx, grant, { type: "evidence.uploaded", objectId: evidenceId, vendorId, data }, ctx.now);
    if (assessment && questionKey) {
      await attachEvidence(tx, { organisationId, assessmentId: assessment.id, questionKey, evidenceId, addedAt: ctx.now });
      if (isVendors) await markFilesChanged(tx, grant, ctx.portal, assessment.id, ctx.now);
    } else if (assessment) await attachWanted(tx, assessment, { kind, evidenceId }, ctx.now);
    const proves = assessment && questionKey ? provingKinds(await questionOf(ctx, tx, assessment, questionKey)) : [];
    await fulfilRequests(tx, grant, { vendorId, kind, evidenceId, questionKey, proves }, ctx.now);
    return { evidenceId, fileName: stored.fileName, sha256, bytes, expiresOn };
  });
}

/** What a document is for, and the right to add one; the same check before and after the bytes came in. */
async function guarded(ctx: Uploader, from: Reader | Tx, form: EvidenceForm) {
  if ("engagementId" in form) return guardedEngagement(ctx, from, form.engagementId, form);
  const { assessmentId } = form;
  const { organisationId } = ctx.actor;
  const assessment = await findAssessment(from, organisationId, assessmentId);
  if (!assessment) throw unknownObject();
  const { vendorId, engagementId } = assessment;
  const grant: Grant = authorize(ctx, "evidence.upload", { type: "assessment", organisationId, id: assessmentId, vendorId, assessmentId });
  await requireOpenFor(ctx, from, assessment, form);
  return { assessment, vendorId, engagementId, grant };
}

/** The document goes with the newest assessment, where there is one; only for a question has that to be open. */
async function guardedEngagement(ctx: Uploader, from: Reader | Tx, engagementId: string, form: EvidenceForm) {
  const { organisationId } = ctx.actor;
  const { vendorId } = await getEngagement(from, organisationId, engagementId);
  const grant: Grant = authorize(ctx, "evidence.upload", { type: "engagement", organisationId, id: engagementId, vendorId });
  const assessment = await assessmentOnFile(from, organisationId, engagementId);
  if (form.questionKey !== undefined) {
    if (!assessment) throw unknownQuestion();
    await requireOpenFor(ctx, from, assessment, form);
  }
  return { assessment, vendorId, engagementId, grant };
}

/** After submission a vendor adds only what was asked for, with a clarification or by a request for a document, and what proves a correction. */
async function requireOpenFor(
  ctx: Uploader,
  from: Reader | Tx,
  assessment: AssessmentRow,
  { questionKey, kind }: EvidenceForm,
): Promise<void> {
  const { organisationId, id, vendorId } = assessment;
  const question = questionKey === undefined ? undefined : await questionOf(ctx, from, assessment, questionKey);
  const status = assessment.status as AssessmentStatus;
  if (takesAnswers(status)) return;
  if (ctx.actor.kind === "person" && (takesDeterminations(status) || status === "from_documents" || status === "decided")) return;
  // What was asked for may come at any time; without a question it is attached where it is missing.
  if (questionKey === undefined && ctx.actor.kind === "vendor" && (await isWantedFor(from, assessment, kind))) return;
  if (isRunning(status) || status === "decided") {
    const requests = await listOpenRequests(from, organisationId, vendorId, [kind, ...(question ? provingKinds(question) : [])]);
    if (requests.some((request) => request.questionKey === null || request.questionKey === questionKey)) return;
    if (ctx.actor.kind === "vendor" && questionKey !== undefined && (await isBeingCorrected(from, assessment, questionKey))) return;
    const asked = status === "clarification" ? await listClarifications(from, organisationId, id) : [];
    if (asked.some((each) => each.status === "sent" && each.questionKey === questionKey)) return;
  }
  throw refusal("illegal_transition", ({ refusals }) => refusals.documentsClosed, { state: status });
}

/** The vendor asked to correct this answer and has not sent the correction: its documents come first. */
async function isBeingCorrected(from: Reader | Tx, assessment: AssessmentRow, questionKey: string): Promise<boolean> {
  const { organisationId, id } = assessment;
  if (!(await findOpenCorrection(from, organisationId, id, questionKey))) return false;
  const isSigned = (await findDecisionOf(from, organisationId, id)) !== undefined;
  return correctionWay(assessment, isSigned) === "revise";
}

async function questionOf(ctx: Uploader, from: Reader | Tx, assessment: AssessmentRow, questionKey: string): Promise<CompiledQuestion> {
  const form = await formOf(ctx.portal, from, assessment.organisationId, assessment.id);
  const question = form.set.questions[form.indexOf.get(questionKey) ?? -1];
  if (!question) throw unknownQuestion();
  return question;
}

function kindOf({ kind }: EvidenceForm): EvidenceKind {
  if (isEvidenceKind(kind) && !ownEvidenceKinds.includes(kind)) return kind;
  throw refusal("invalid", ({ refusals }) => refusals.kind, { field: "kind" });
}

function checkDates({ startsOn, statedExpiryOn, needsDate }: EvidenceForm, today: string): void {
  const refuse = (field: string, say: Say) => refusal("invalid", say, { field });
  if (startsOn === undefined && needsDate) throw refuse("startsOn", ({ reports }) => reports.needsDate);
  if (startsOn !== undefined && !isDay(startsOn)) throw refuse("startsOn", ({ refusals }) => refusals.day);
  if (startsOn !== undefined && startsOn > today) throw refuse("startsOn", ({ refusals }) => refusals.dayToCome);
  if (statedExpiryOn !== undefined && !isDay(statedExpiryOn)) throw refuse("statedExpiryOn", ({ refusals }) => refusals.day);
}
