// The audit vocabulary: a closed list of events, read back from the log through this schema (NDJSON export, `audit verify`, Activity).
// Events name people, vendors and objects by id; no names, no addresses, no answers, no secrets. Codes are plain strings on purpose:
// an entry written years ago must stay readable after a code was retired. Never rename an event or a field: add a new one.
import { z } from "zod";

const id = z.string().min(1);
const code = z.string().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const instant = z.iso.datetime();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();
const fields = z.array(code);
const reason = z.string();
const questionKey = z.string().min(1);

/** An event of the organisation. `objectId` is what it happened to. */
const on = <const T extends string, D extends z.ZodRawShape>(type: T, data: D) =>
  z.strictObject({ type: z.literal(type), objectId: id, data: z.strictObject(data) });
/** An event in the history of one vendor. */
const onVendor = <const T extends string, D extends z.ZodRawShape>(type: T, data: D) =>
  z.strictObject({ type: z.literal(type), objectId: id, vendorId: id, data: z.strictObject(data) });

export const auditEventSchema = z.discriminatedUnion("type", [
  // Signing in, people, the installation. objectId: session, person, organisation
  on("organisation.created", {}),
  on("session.started", { personId: id }),
  on("session.refused", { cause: code, personId: id.nullable() }),
  on("session.ended", { personId: id, cause: code }),
  on("access.denied", { permission: code, verdict: code }),
  on("person.added", { roles: z.array(code) }),
  on("person.disabled", {}),
  on("person.enabled", {}),
  on("person.roles_changed", { from: z.array(code), to: z.array(code) }),
  on("password_link.made", { personId: id, expiresAt: instant }),
  on("password.set", {}),
  on("settings.changed", { fields }),
  on("demo.seeded", { vendors: count }),
  on("questionnaire.drafted", {
    kind: code,
    fileSha256: sha256,
    extensionSha256s: z.array(sha256).optional(),
    questionnaireId: code,
    version: code,
    sha256,
  }),
  on("questionnaire.draft_changed", { change: code, of: code, revision: count, sha256 }),
  on("questionnaire.draft_discarded", { cause: code, questionnaireId: code, version: code, sha256 }),
  on("questionnaire.published", { questionnaireId: code, version: code, sha256 }),

  // Vendors and engagements. objectId: vendor, contact, engagement
  onVendor("vendor.registered", { category: code, domain: z.string().nullable() }),
  onVendor("vendor.edited", { fields }),
  onVendor("vendor.duplicate_overridden", { duplicates: z.array(z.strictObject({ vendorId: id, because: z.array(code) })) }),
  onVendor("contact.added", {}),
  onVendor("contact.edited", { fields }),
  onVendor("engagement.requested", {}),
  onVendor("engagement.added", { status: code, wentLiveOn: day.nullable() }),
  onVendor("engagement.edited", { fields }),
  onVendor("engagement.status_changed", { from: code, to: code, verb: code, reason }),
  onVendor("engagement.pci_recorded", { standing: code, reportOn: day.nullable() }),
  onVendor("engagement.clause_recorded", { clause: code, state: code }),

  // Inherent risk. objectId: the questionnaire's answers of one engagement
  onVendor("irq.preset", { engagementId: id, revision: count, tier: count }),
  onVendor("irq.answered", { engagementId: id, revision: count, tier: count, changed: fields }),
  onVendor("irq.confirmed", { engagementId: id, revision: count, tier: count }),
  onVendor("irq.agreed", { engagementId: id, revision: count, tier: count }),
  onVendor("irq.overridden", { engagementId: id, revision: count, from: count, to: count, reason }),

  // Assessments. objectId: assessment
  onVendor("assessment.created", { engagementId: id, number: count }),
  onVendor("assessment.opened", {
    engagementId: id,
    number: count,
    openedFor: day,
    previousId: id,
    carriedAnswers: count,
    carriedEvidence: count,
  }),
  onVendor("assessment.sent", {
    tier: count,
    dueOn: day,
    contactId: id,
    questionnaires: z.array(z.strictObject({ id: code, version: code, sha256 })),
  }),
  onVendor("assessment.reminded", {}),
  onVendor("assessment.extended", { from: day, to: day, reason }),
  onVendor("assessment.started", {}),
  onVendor("assessment.submitted", { round: count, answered: count, required: count, answersSha256: sha256 }),
  onVendor("assessment.turned_to_documents", { from: code, reason }),
  onVendor("assessment.answered_from_documents", { answered: count, required: count, answersSha256: sha256 }),
  onVendor("assessment.answering_reopened", { from: code, reason }),
  onVendor("assessment.returned_to_vendor", { prepared: count, reason }),
  onVendor("assessment.cancelled", { from: code, reason }),
  onVendor("assessment.closed_unanswered", { from: code, reason }),

  // The vendor's links and sessions. objectId: link, session
  onVendor("link.made", { assessmentId: id, channel: code, expiresAt: instant }),
  onVendor("link.used", { assessmentId: id }),
  onVendor("link.revoked", { assessmentId: id }),
  onVendor("vendor_session.started", { assessmentId: id, linkId: id }),

  // Answers. objectId: assessment
  onVendor("answer.saved", { questionKey, revision: count }),
  onVendor("answers.taken_over", { fromAssessmentId: id, questionKeys: z.array(questionKey) }),
  // via: form, or the kind of file. removed: taken back by us.
  onVendor("answers.prepared", { via: code, questionKeys: z.array(questionKey), removed: z.array(questionKey) }),
  onVendor("answers.confirmed", { questionKeys: z.array(questionKey) }),
  onVendor("answers.refused", { questionKeys: z.array(questionKey) }),
  onVendor("workbook.uploaded", { uploadId: id, fileSha256: sha256, rows: count, files: count }),
  onVendor("workbook.saved", { uploadId: id, fileSha256: sha256, answers: count, files: count }),
  onVendor("caiq.used", { uploadId: id, fileSha256: sha256, questionKeys: z.array(questionKey) }),
  onVendor("workbook.discarded", { uploadId: id, fileSha256: sha256, cause: code }),
  onVendor("answers.confirmed_from_report", { evidenceId: id, questionKeys: z.array(questionKey) }),
  onVendor("correction.asked", { questionKey, correctionId: id }),
  onVendor("correction.sent", { questionKey, correctionId: id, revision: count, reopened: z.boolean() }),
  onVendor("question.asked", { questionKey, messageId: id }),
  onVendor("question.answered", { questionKey, messageId: id }),

  // Evidence. objectId: evidence, request; for a refused upload the assessment or vendor it was meant for
  onVendor("evidence.uploaded", {
    kind: code,
    sha256,
    bytes: count,
    mediaType: code,
    assessmentId: id.nullable(),
    questionKey: questionKey.nullable(),
  }),
  onVendor("evidence.upload_refused", { cause: code, questionKey: questionKey.nullable() }),
  onVendor("evidence.attached", { assessmentId: id, questionKey }),
  onVendor("evidence.detached", { assessmentId: id, questionKey }),
  onVendor("evidence.withdrawn", {}),
  onVendor("evidence.corrected", { fields, startsOn: day.nullable(), expiresOn: day.nullable() }),
  onVendor("evidence.worksheet_filled", { worksheet: code, revision: count, fields }),
  onVendor("evidence.verified", { how: code, page: z.string(), checks: z.array(code) }),
  onVendor("evidence.rejected", { reason }),
  onVendor("evidence.downloaded", { sha256 }),
  onVendor("evidence.found_damaged", { sha256 }),
  onVendor("evidence_request.opened", { kind: code, because: code, dueOn: day, questionKey: questionKey.nullable() }),
  onVendor("evidence_request.fulfilled", { evidenceId: id }),
  onVendor("evidence_request.cancelled", { reason }),

  // What follows from a document. objectId: duty, subcontractor
  onVendor("duty.opened", { engagementId: id, evidenceId: id, dueOn: day }),
  onVendor("duty.done", { engagementId: id }),
  onVendor("duty.reopened", { engagementId: id, reason }),
  onVendor("duty.handed_over", { engagementId: id, ownerId: id }),
  onVendor("duty.withdrawn", { engagementId: id }),
  onVendor("subcontractor.listed", { engagementId: id, evidenceId: id, isCarvedOut: z.boolean() }),
  onVendor("subcontractor.withdrawn", { engagementId: id }),

  // Review. objectId: assessment
  onVendor("review.started", {}),
  onVendor("determination.recorded", { questionKey, revision: count, answerRevision: count, verdict: code, naAccepted: z.boolean() }),
  onVendor("determinations.carried", { previousId: id, questionKeys: z.array(questionKey) }),
  onVendor("determinations.taken_over", { fromAssessmentId: id, questionKeys: z.array(questionKey) }),
  onVendor("section.approved", { section: code, questionKeys: z.array(questionKey) }),
  onVendor("clarification.sent", { round: count, questionKeys: z.array(questionKey), dueOn: day }),
  onVendor("clarification.answered", { round: count, questionKeys: z.array(questionKey) }),
  onVendor("review.closed", {}),
  onVendor("review.reopened", { reason }),
  onVendor("score.recorded", {
    assessmentId: id,
    kind: code,
    scoreBps: count.nullable(),
    grade: code.nullable(),
    coverageBps: count,
    sha256,
  }),

  // Findings and risk acceptances. objectId: finding, risk acceptance
  onVendor("finding.opened", { assessmentId: id, severity: code, questionKey: questionKey.nullable(), dueOn: day }),
  onVendor("finding.progressed", { from: code, to: code, evidenceId: id.nullable() }),
  onVendor("finding.closed", { from: code, because: code, evidenceId: id.nullable() }),
  onVendor("finding.reopened", { from: code, reason }),
  onVendor("risk_acceptance.proposed", {
    assessmentId: id,
    subject: code,
    level: code,
    ownedById: id,
    expiresOn: day,
    renewsId: id.nullable(),
  }),
  onVendor("risk_acceptance.countersigned", { assessmentId: id, expiresOn: day }),
  onVendor("risk_acceptance.withdrawn", { reason }),
  onVendor("risk_acceptance.expired", { expiresOn: day }),

  // Decision. objectId: decision, condition
  onVendor("decision.signed", { assessmentId: id, outcome: code, residual: code, needsSecond: z.boolean(), nextReviewOn: day.nullable() }),
  onVendor("decision.countersigned", { assessmentId: id, outcome: code }),
  onVendor("decision.withdrawn", { assessmentId: id, reason }),
  onVendor("condition.met", { decisionId: id, number: count }),
  onVendor("condition.lapsed", { decisionId: id, number: count, dueOn: day }),

  onVendor("decision_letter.sent", { decisionId: id, language: code }),
  onVendor("addendum.opened", { decisionId: id, number: count, cause: code, subjectId: id }),

  // Reports. objectId: the stored document
  onVendor("report.stored", { assessmentId: id, form: code, sha256, bytes: count }),
  onVendor("report.downloaded", { form: code, sha256 }),

  // The catch-up plan, reminders and mail. objectId: organisation, reminder, mail
  on("catch_up_plan.saved", {
    perWeek: count,
    /** Only what changed; the day and who chose it. */
    days: z.array(z.strictObject({ on: day, by: code, engagementIds: z.array(id) })),
  }),
  onVendor("reminder.queued", { key: code, kind: code, dueOn: day }),
  on("mail.queued", { kind: code, assessmentId: id.nullable() }),
  on("mail.delivered", { kind: code }),
  on("mail.kept", { kind: code }),
  on("mail.failed", { kind: code, attempts: count }),
  on("mail.read", { kind: code }),
]);

export type AuditEvent = z.infer<typeof auditEventSchema>;
