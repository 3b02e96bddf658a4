// Every route, who may call it and what names its object. The security matrix is generated from this table through the built request
// handler; a route without a row fails. The table describes; the verbs and queries behind each route enforce.
import type { Permission } from "./policy.ts";

export interface RouteAccess {
  /** public: anybody. staff: a signed-in person. vendor: a browser in which Start was pressed. */
  readonly audience: "public" | "staff" | "vendor";
  /** What its loader asks for, a list where any one suffices; absent: nothing beyond the audience. */
  readonly read?: Permission | readonly Permission[];
  /** What its action asks for, one per intent; absent: the route takes no POST. */
  readonly write?: readonly Permission[];
  /** URL parameter that names an object, and what it names. */
  readonly object?: {
    readonly param: string;
    readonly type:
      | "vendor"
      | "engagement"
      | "assessment"
      | "evidence"
      | "report"
      | "letter"
      | "finding"
      | "decision"
      | "draft"
      | "upload"
      | "caiq"
      | "token";
  };
}

/** Keyed by the route's file below app/, without extension; handlers outside Remix by method and path. */
export const routeAccess: Record<string, RouteAccess> = {
  "routes/login/route": { audience: "public", write: ["session.start"] },
  "routes/logout/route": { audience: "staff", write: ["session.end"] },
  "routes/setup/route": { audience: "public", write: ["organisation.create"] },
  "routes/password/route": { audience: "public", write: ["password.set"], object: { param: "token", type: "token" } },
  "routes/internal/layout": { audience: "staff" },
  "routes/home/route": { audience: "staff", read: "home.view" },
  "routes/vendors/route": { audience: "staff", read: "vendor.view" },
  "routes/vendor-forms/new-vendor": { audience: "staff", read: "vendor.register", write: ["vendor.register"] },
  "routes/vendor/layout": { audience: "staff", read: "vendor.view", object: { param: "vendorId", type: "vendor" } },
  "routes/vendor/overview": { audience: "staff", read: "vendor.view", object: { param: "vendorId", type: "vendor" } },
  "routes/vendor/assessments": { audience: "staff", read: "vendor.view", object: { param: "vendorId", type: "vendor" } },
  "routes/vendor/evidence": { audience: "staff", read: "evidence.view_metadata", object: { param: "vendorId", type: "vendor" } },
  "routes/vendor/findings": { audience: "staff", read: "finding.view", object: { param: "vendorId", type: "vendor" } },
  "routes/vendor/contract": {
    audience: "staff",
    read: "vendor.view",
    write: ["engagement.record_clause"],
    object: { param: "vendorId", type: "vendor" },
  },
  "routes/vendor/pci": {
    audience: "staff",
    read: "vendor.view",
    write: ["engagement.record_pci"],
    object: { param: "vendorId", type: "vendor" },
  },
  "routes/vendor/activity": { audience: "staff", read: "vendor.view", object: { param: "vendorId", type: "vendor" } },
  "routes/vendor-forms/edit-vendor": {
    audience: "staff",
    read: "vendor.edit",
    write: ["vendor.edit"],
    object: { param: "vendorId", type: "vendor" },
  },
  "routes/vendor-forms/contact": {
    audience: "staff",
    read: "contact.add",
    write: ["contact.add"],
    object: { param: "vendorId", type: "vendor" },
  },
  "routes/vendor-forms/new-engagement": {
    audience: "staff",
    read: "engagement.request",
    write: ["engagement.request"],
    object: { param: "vendorId", type: "vendor" },
  },
  "routes/vendor-forms/inherent-risk": {
    audience: "staff",
    read: "vendor.view",
    write: ["irq.preset", "irq.confirm", "irq.agree", "irq.override"],
    object: { param: "engagementId", type: "engagement" },
  },
  "routes/vendor-forms/edit-engagement": {
    audience: "staff",
    read: "engagement.edit",
    write: ["engagement.edit"],
    object: { param: "engagementId", type: "engagement" },
  },
  "routes/vendor-forms/engagement-status": {
    audience: "staff",
    read: "engagement.change_status",
    write: ["engagement.change_status"],
    object: { param: "engagementId", type: "engagement" },
  },
  "routes/people/route": { audience: "staff", read: "person.view", write: ["person.manage"] },
  "routes/settings/route": { audience: "staff", read: ["person.view", "mail.view_log"] },
  "routes/decide/route": {
    audience: "staff",
    read: "assessment.view",
    write: [
      "decision.sign",
      "decision.countersign",
      "condition.meet",
      "risk_acceptance.propose",
      "risk_acceptance.sign",
      "risk_acceptance.countersign",
    ],
    object: { param: "id", type: "assessment" },
  },
  "routes/letter/route": {
    audience: "staff",
    read: "report.view_letter",
    write: ["decision_letter.send"],
    object: { param: "id", type: "assessment" },
  },
  "routes/why/route": { audience: "staff", read: "assessment.view_answers", object: { param: "id", type: "assessment" } },
  "routes/why-csv/route": { audience: "staff", read: "assessment.view_answers", object: { param: "id", type: "assessment" } },
  "routes/reports/route": { audience: "staff", read: "report.list" },
  "GET /reports/:id/file": { audience: "staff", read: "report.view_decision_page", object: { param: "id", type: "report" } },
  "routes/verify/route": { audience: "public", read: "report.verify" },
  "POST /verify/file": { audience: "public", write: ["report.verify"] },
  "routes/evidence/route": { audience: "staff", read: "evidence.view_metadata" },
  "routes/evidence-upload/find": { audience: "staff", read: "evidence.upload" },
  "routes/evidence-upload/route": { audience: "staff", read: "evidence.upload", object: { param: "id", type: "engagement" } },
  "routes/evidence-item/route": {
    audience: "staff",
    read: "evidence.view_metadata",
    write: ["evidence.verify", "evidence.request"],
    object: { param: "id", type: "evidence" },
  },
  "routes/findings/route": { audience: "staff", read: "finding.view" },
  "routes/finding/route": {
    audience: "staff",
    read: "finding.view",
    write: ["finding.record_progress", "finding.close", "risk_acceptance.propose", "risk_acceptance.sign", "risk_acceptance.countersign"],
    object: { param: "findingId", type: "finding" },
  },
  "routes/review/route": {
    audience: "staff",
    read: "assessment.view_answers",
    write: [
      "determination.record",
      "section.approve",
      "clarification.send",
      "review.close",
      "finding.raise",
      "evidence.verify",
      "determination.accept_knock_out_na",
    ],
    object: { param: "id", type: "assessment" },
  },
  "routes/calendar/route": { audience: "staff", read: "calendar.view" },
  "routes/catch-up/route": { audience: "staff", read: "calendar.view", write: ["catch_up.plan"] },
  "routes/audit/route": { audience: "staff", read: "audit.view", write: ["audit.verify"] },
  "routes/audit-export/route": { audience: "staff", read: "audit.view" },
  "routes/mail-log/route": { audience: "staff", read: "mail.view_log", write: ["mail.view_body"] },
  "routes/send/route": {
    audience: "staff",
    read: "assessment.send",
    write: ["assessment.send", "answer.give_from_documents"],
    object: { param: "id", type: "engagement" },
  },
  "routes/assessments/route": { audience: "staff", read: "assessment.view", write: ["assessment.remind"] },
  "routes/assessment/route": {
    audience: "staff",
    read: "assessment.view",
    write: [
      "link.copy",
      "link.revoke",
      "assessment.remind",
      "assessment.extend",
      "assessment.cancel",
      "question.answer",
      "answer.give_from_documents",
    ],
    object: { param: "id", type: "assessment" },
  },
  "routes/fill-on-behalf/route": {
    audience: "staff",
    read: "answer.prepare",
    write: ["answer.prepare"],
    object: { param: "id", type: "assessment" },
  },
  "routes/answer-from-documents/route": {
    audience: "staff",
    read: "answer.give_from_documents",
    write: ["answer.give_from_documents"],
    object: { param: "id", type: "assessment" },
  },
  "routes/questionnaires/route": { audience: "staff", read: "questionnaire.view" },
  "routes/questionnaire-coverage/route": { audience: "staff", read: "questionnaire.view" },
  "routes/questionnaire/route": { audience: "staff", read: "questionnaire.view" },
  "routes/questionnaire-import/route": { audience: "staff", read: "questionnaire.publish" },
  "POST /questionnaires/import/file": { audience: "staff", write: ["questionnaire.publish"] },
  "GET /questionnaires/import/:draftId/file": {
    audience: "staff",
    read: "questionnaire.publish",
    object: { param: "draftId", type: "draft" },
  },
  "routes/questionnaire-new/route": { audience: "staff", read: "questionnaire.draft", write: ["questionnaire.draft"] },
  "routes/questionnaire-use/route": { audience: "staff", read: "assessment.send" },
  "routes/draft-preview/route": { audience: "staff", read: "questionnaire.draft", object: { param: "draftId", type: "draft" } },
  "routes/draft-about/route": {
    audience: "staff",
    read: "questionnaire.draft",
    write: ["questionnaire.draft"],
    object: { param: "draftId", type: "draft" },
  },
  "routes/draft-section/route": {
    audience: "staff",
    read: "questionnaire.draft",
    write: ["questionnaire.draft"],
    object: { param: "draftId", type: "draft" },
  },
  "routes/draft-new-question/route": {
    audience: "staff",
    read: "questionnaire.draft",
    write: ["questionnaire.draft"],
    object: { param: "draftId", type: "draft" },
  },
  "routes/draft-question/route": {
    audience: "staff",
    read: "questionnaire.draft",
    write: ["questionnaire.draft"],
    object: { param: "draftId", type: "draft" },
  },
  "routes/draft-condition/route": {
    audience: "staff",
    read: "questionnaire.draft",
    write: ["questionnaire.draft"],
    object: { param: "draftId", type: "draft" },
  },
  "routes/draft-scale/route": {
    audience: "staff",
    read: "questionnaire.draft",
    write: ["questionnaire.draft"],
    object: { param: "draftId", type: "draft" },
  },
  "routes/draft-publish/route": {
    audience: "staff",
    read: "questionnaire.draft",
    write: ["questionnaire.draft", "questionnaire.publish"],
    object: { param: "draftId", type: "draft" },
  },
  "routes/draft/route": {
    audience: "staff",
    read: "questionnaire.draft",
    write: ["questionnaire.draft", "questionnaire.publish"],
    object: { param: "draftId", type: "draft" },
  },
  "routes/questionnaire-draft/route": {
    audience: "staff",
    read: "questionnaire.publish",
    write: ["questionnaire.publish", "questionnaire.draft"],
    object: { param: "draftId", type: "draft" },
  },
  "GET /questionnaires/:id/file": { audience: "staff", read: "questionnaire.view" },
  "routes/questionnaire-preview/route": { audience: "staff", read: "questionnaire.view" },
  "routes/portal-door/route": { audience: "public", read: "link.use", write: ["link.use"], object: { param: "token", type: "token" } },
  "routes/portal-signed-out/route": { audience: "public" },
  "routes/portal-tasks/route": { audience: "vendor", read: "assessment.view_answers" },
  "routes/portal-section/route": { audience: "vendor", read: "assessment.view_answers", write: ["answer.save"] },
  "routes/portal-evidence/route": { audience: "vendor", read: "assessment.view_answers" },
  "routes/portal-reports/route": { audience: "vendor", read: "assessment.view_answers" },
  "routes/portal-report/route": {
    audience: "vendor",
    read: "assessment.view_answers",
    write: ["answer.save", "evidence.withdraw"],
    object: { param: "evidence", type: "evidence" },
  },
  "routes/portal-ask/route": { audience: "vendor", read: "assessment.view_answers", write: ["question.ask"] },
  "routes/portal-prepared/route": { audience: "vendor", read: "assessment.view_answers", write: ["answer.confirm"] },
  "routes/portal-check/route": { audience: "vendor", read: "assessment.view_answers", write: ["assessment.submit"] },
  "routes/portal-receipt/route": { audience: "vendor", read: "assessment.view_answers" },
  "routes/portal-clarifications/route": { audience: "vendor", read: "assessment.view_answers", write: ["clarification.answer"] },
  "routes/portal-correct/route": { audience: "vendor", read: "assessment.view_answers", write: ["answer.correct"] },
  "routes/portal-copy/route": { audience: "vendor", read: "assessment.view_answers" },
  "routes/portal-workbook/route": { audience: "vendor", read: "assessment.view_answers" },
  "routes/portal-workbook-report/route": {
    audience: "vendor",
    read: "assessment.view_answers",
    write: ["answer.save"],
    object: { param: "upload", type: "upload" },
  },
  "routes/portal-caiq/route": {
    audience: "vendor",
    read: "assessment.view_answers",
    write: ["answer.save"],
    object: { param: "upload", type: "caiq" },
  },
  "GET /v/workbook/file": { audience: "vendor", read: "assessment.view_answers" },
  "POST /v/workbook": { audience: "vendor", write: ["answer.save"] },
  "routes/assessment-workbook/route": { audience: "staff", read: "answer.prepare", object: { param: "id", type: "assessment" } },
  "routes/assessment-workbook-report/route": {
    audience: "staff",
    read: "answer.prepare",
    write: ["answer.prepare"],
    object: { param: "id", type: "assessment" },
  },
  "POST /assessments/:id/workbook": { audience: "staff", write: ["answer.prepare"], object: { param: "id", type: "assessment" } },
  "GET /assessments/:id/workbook": { audience: "staff", read: "assessment.send", object: { param: "id", type: "assessment" } },
  "POST /v/answer": { audience: "vendor", write: ["answer.save"] },
  "POST /v/evidence": { audience: "vendor", write: ["evidence.upload"] },
  "GET /v/evidence/:id/file": { audience: "vendor", read: "evidence.download", object: { param: "id", type: "evidence" } },
  "GET /v/letters/:id/file": { audience: "vendor", read: "report.view_letter", object: { param: "id", type: "letter" } },
  "POST /evidence/upload": { audience: "staff", write: ["evidence.upload"] },
  "GET /evidence/:id/file": { audience: "staff", read: "evidence.download", object: { param: "id", type: "evidence" } },
  "GET /healthz": { audience: "public" },
  "GET /readyz": { audience: "public" },
  // Only in development; elsewhere nobody finds it.
  "routes/ui-kit/route": { audience: "public" },
  "routes/not-found/route": { audience: "public" },
};
