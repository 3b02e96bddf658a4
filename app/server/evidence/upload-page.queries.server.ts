// The upload screens of our own people: find the engagement a document belongs to, then what the form offers for it.
import { type AssessmentStatus, takesAnswers, takesDeterminations } from "#app/domain/assessment/assessment-status.ts";
import { acceptAttribute } from "#app/domain/evidence/accepted-types.ts";
import { type EvidenceKind, evidenceKindCodes, evidenceKindRow, ownEvidenceKinds } from "#app/domain/evidence/evidence-kinds.ts";
import type { AssessmentRow } from "../assessments/assessments.queries.server.ts";
import { vendorQuestions } from "../assessments/portal/vendor-questions.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import { todayIn } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { formOf } from "../questionnaires/questionnaire-versions.queries.server.ts";
import { getEngagement, listServicesOf } from "../vendors/engagements.queries.server.ts";
import { listVendorPage } from "../vendors/list-vendors.queries.server.ts";
import { getVendor } from "../vendors/vendors.queries.server.ts";
import { assessmentOnFile } from "./assessment-on-file.queries.server.ts";
import { listOpenRequests } from "./evidence-requests.queries.server.ts";

const mostVendors = 20;

const uploadable = evidenceKindCodes.filter((code) => !ownEvidenceKinds.includes(code));

/** Engagements of the first vendors by name, or of those whose name or domain has a word beginning so. */
export async function findUploadTargets(ctx: PersonContext, q: string | undefined) {
  const { organisationId } = ctx.actor;
  authorize(ctx, "evidence.upload", { type: "evidence", organisationId });
  const from = ctx.portal.store.read;
  const { rows, next } = await listVendorPage(from, organisationId, { filter: { q }, sort: "name" }, mostVendors);
  const services = await listServicesOf(
    from,
    organisationId,
    rows.map(({ id }) => id),
  );
  const vendors = rows.map(({ id, name, domain }) => ({ id, name, domain, engagements: services.get(id) ?? [] }));
  return { vendors, hasMore: next !== undefined };
}

export async function viewUpload(ctx: PersonContext, engagementId: string) {
  const { organisationId } = ctx.actor;
  const from = ctx.portal.store.read;
  const { vendorId, service } = await getEngagement(from, organisationId, engagementId);
  authorize(ctx, "evidence.upload", { type: "engagement", organisationId, id: engagementId, vendorId });
  const { name } = await getVendor(from, organisationId, vendorId);
  const assessment = await assessmentOnFile(from, organisationId, engagementId);
  const asked = await listOpenRequests(from, organisationId, vendorId, uploadable);
  return {
    engagementId,
    service,
    vendor: { id: vendorId, name },
    kinds: uploadable.map((code) => ({ value: code, label: evidenceKindRow(code).label.en })),
    questions: assessment === undefined ? [] : await questionsWithProof(ctx, assessment),
    asked: asked
      .filter((request) => request.engagementId === null || request.engagementId === engagementId)
      .map(({ id, kind, dueOn }) => ({ id, kind: evidenceKindRow(kind as EvidenceKind).label.en, dueOn })),
    accept: acceptAttribute([...new Set(uploadable.flatMap((code) => evidenceKindRow(code).accept))]),
    maxUploadBytes: ctx.portal.config.uploadMaxBytes,
    today: await todayIn(from, organisationId, ctx.now),
  };
}

/** Questions that take a document, where the assessment still takes one from us. */
async function questionsWithProof(ctx: PersonContext, { id, organisationId, status }: AssessmentRow) {
  const state = status as AssessmentStatus;
  if (!takesAnswers(state) && !takesDeterminations(state) && state !== "decided") return [];
  const form = await formOf(ctx.portal, ctx.portal.store.read, organisationId, id);
  const words = vendorQuestions(form);
  return form.set.questions
    .filter(({ index, owner, hasEvidenceRule, type }) => owner === index && (hasEvidenceRule || type === "file"))
    .map(({ index, question }) => ({ value: form.keys[index]!, label: `${question.id}: ${words[index]!.text}` }));
}

export type UploadView = Awaited<ReturnType<typeof viewUpload>>;
