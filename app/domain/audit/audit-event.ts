// What each audit event says, one line per event: Activity, the audit screen and the docs show these sentences.
// Free of zod, so that pages may import it. A new event in the schema without a line here does not compile.
import type { AuditEvent } from "./audit-event.schema.ts";

export type { AuditEvent } from "./audit-event.schema.ts";
export type AuditEventType = AuditEvent["type"];

export const auditEventTexts: Record<AuditEventType, string> = {
  "organisation.created": "The organisation was set up",
  "session.started": "A person signed in",
  "session.refused": "A sign-in was refused: wrong name or password, disabled, or too many tries",
  "session.ended": "A session ended: signed out, expired, or the person was disabled",
  "access.denied": "Somebody asked for something they have no right to",
  "person.added": "A person was added",
  "person.disabled": "A person was disabled; all its sessions ended",
  "person.enabled": "A disabled person was enabled again",
  "person.roles_changed": "A person was given other roles",
  "password_link.made": "A one-time link to set a password was made",
  "password.set": "A person set its password through a one-time link",
  "settings.changed": "Settings of the installation were changed",
  "demo.seeded": "The demo company was filled in",
  "questionnaire.published": "A version of a questionnaire was published",

  "vendor.registered": "The vendor was registered",
  "vendor.edited": "Data of the vendor were changed",
  "vendor.duplicate_overridden": "The vendor was registered although it resembles others",
  "contact.added": "A contact of the vendor was added",
  "contact.edited": "A contact of the vendor was changed",
  "engagement.requested": "A service of the vendor was asked for",
  "engagement.added": "An engagement was added",
  "engagement.edited": "Data of an engagement were changed",
  "engagement.status_changed": "An engagement moved along its life cycle",
  "engagement.pci_recorded": "The PCI status of an engagement was recorded",
  "engagement.clause_recorded": "It was recorded whether a contract clause is agreed",

  "irq.preset": "The inherent-risk answers were assumed from the category",
  "irq.answered": "Inherent-risk answers were changed",
  "irq.confirmed": "The owner confirmed the inherent-risk answers",
  "irq.agreed": "Compliance agreed to the inherent-risk answers",
  "irq.overridden": "Another tier than computed was set",

  "assessment.created": "An assessment was drafted",
  "assessment.opened": "A reassessment opened by itself",
  "assessment.sent": "The questionnaires were sent; versions and facts are frozen",
  "assessment.reminded": "The vendor was reminded",
  "assessment.extended": "The vendor was given more time",
  "assessment.started": "The vendor gave its first answer",
  "assessment.submitted": "The vendor submitted its answers under a typed name",
  "assessment.cancelled": "The assessment was cancelled",
  "assessment.closed_unanswered": "The assessment was closed because no answer came",

  "link.made": "A link to the questionnaire was made",
  "link.used": "A link to the questionnaire was opened",
  "link.revoked": "A link to the questionnaire was revoked",
  "vendor_session.started": "Somebody started answering through a link",

  "answer.saved": "An answer was saved",
  "question.asked": "The vendor asked about a question",
  "question.answered": "We replied to what the vendor asked",

  "evidence.uploaded": "A document was uploaded",
  "evidence.upload_refused": "An upload was refused: too large, or not a permitted type",
  "evidence.attached": "A document was attached to an answer",
  "evidence.detached": "A document was taken off an answer",
  "evidence.withdrawn": "The vendor took a document back before submitting",
  "evidence.corrected": "Kind or dates of a document were corrected",
  "evidence.verified": "A document was verified",
  "evidence.rejected": "A document was rejected",
  "evidence.downloaded": "A document was read",
  "evidence.found_damaged": "A stored document no longer matches its SHA-256",
  "evidence_request.opened": "A document was asked for",
  "evidence_request.fulfilled": "A document that was asked for came in",
  "evidence_request.cancelled": "A document is no longer asked for",

  "review.started": "The review began",
  "determination.recorded": "An answer was determined",
  "determinations.carried": "Determinations of the assessment before were carried over to unchanged answers",
  "section.approved": "The unproblematic answers of a section were accepted",
  "clarification.sent": "Clarifications were sent to the vendor",
  "clarification.answered": "The vendor answered the clarifications",
  "review.closed": "The review was closed",
  "review.reopened": "A closed review was opened again",
  "score.recorded": "A result of the scoring method was stored",

  "finding.opened": "A finding was opened",
  "finding.progressed": "Progress on a finding was recorded",
  "finding.closed": "A finding was closed",
  "finding.reopened": "A finding was opened again",
  "risk_acceptance.proposed": "The owner of a risk accepted it, waiting for the countersignature",
  "risk_acceptance.countersigned": "A risk acceptance was countersigned and is in force",
  "risk_acceptance.withdrawn": "A risk acceptance was withdrawn",
  "risk_acceptance.expired": "A risk acceptance ended; its finding is open again",

  "decision.signed": "A decision was signed",
  "decision.countersigned": "The second signature was given",
  "decision.withdrawn": "A decision was withdrawn",
  "condition.met": "A condition of a decision was met",
  "condition.lapsed": "A condition of a decision was not met in time",

  "report.stored": "A signed document was stored in the vault",
  "report.downloaded": "A signed document was read",

  "reminder.queued": "A reminder came due",
  "mail.queued": "A mail was queued",
  "mail.delivered": "A mail was handed to the mail server",
  "mail.kept": "A mail was kept in the mail log because no mail server is set up",
  "mail.failed": "A mail could not be delivered",
  "mail.read": "A kept mail was read",
};

export const auditEventTypes = Object.keys(auditEventTexts) as AuditEventType[];
