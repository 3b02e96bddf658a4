// Who may do what: one row per permission, one cell per kind of actor (docs: product, "Roles and separation of duties").
// `authorize`, the People screen, the docs and the security matrix all read this table; a permission without a row does not compile.
// Pure: `authorize` turns the verdict into a Grant or an error. Rules about the same *person* are in separation-of-duties.ts and come on top.
import type { Role } from "./roles.ts";

export const permissions = [
  // Signing in and one's own account
  "session.start",
  "session.end",
  "password.set",
  "home.view",
  // Vendors, contacts, engagements
  "vendor.view",
  "vendor.register",
  "vendor.edit",
  "contact.add",
  "engagement.request",
  "engagement.add",
  "engagement.edit",
  "engagement.change_status",
  "engagement.record_pci",
  "engagement.record_clause",
  // Inherent-risk questionnaire
  "irq.preset",
  "irq.confirm",
  "irq.agree",
  "irq.override",
  // Questionnaires
  "questionnaire.view",
  "questionnaire.draft",
  "questionnaire.publish",
  // Assessments and the vendor's links
  "assessment.view",
  "assessment.view_answers",
  "assessment.send",
  "assessment.remind",
  "assessment.extend",
  "assessment.cancel",
  "assessment.open_due",
  "link.copy",
  "link.revoke",
  "link.use",
  "answer.prepare",
  "answer.give_from_documents",
  // What the vendor does
  "answer.save",
  "answer.confirm",
  "workbook.expire",
  "assessment.submit",
  "clarification.answer",
  "answer.correct",
  "question.ask",
  "question.answer",
  // Evidence
  "evidence.view_metadata",
  "evidence.download",
  "evidence.upload",
  "evidence.withdraw",
  "evidence.verify",
  "evidence.request",
  "evidence.request_due",
  // Review
  "determination.record",
  "determination.accept_knock_out_na",
  "section.approve",
  "clarification.send",
  "review.close",
  // What a vendor's reports expect from us
  "duty.record",
  // Findings and risk acceptances
  "finding.view",
  "finding.raise",
  "finding.record_progress",
  "finding.close",
  "risk_acceptance.propose",
  "risk_acceptance.sign",
  "risk_acceptance.countersign",
  "risk_acceptance.expire",
  // Decision
  "decision.sign",
  "decision.countersign",
  "condition.meet",
  "condition.lapse",
  "score.record",
  // Reports, calendar, log
  "report.list",
  "report.view_decision_page",
  "report.view_full",
  "report.view_letter",
  "decision_letter.send",
  "report.store",
  "report.verify",
  "calendar.view",
  "catch_up.plan",
  "reminder.queue",
  "audit.view",
  "audit.verify",
  // The installation
  "person.view",
  "person.manage",
  "mail.view_log",
  "mail.view_body",
  "mail.deliver",
  "settings.view",
  "settings.change",
  "organisation.create",
] as const;
export type Permission = (typeof permissions)[number];

/** Columns of the table: the roles of people, and the three kinds of actors that are no person of the organisation. */
export const subjects = [
  "administrator",
  "procurement",
  "business_owner",
  "compliance_officer",
  "approver",
  "auditor",
  "vendor",
  "system",
  "anonymous",
] as const satisfies readonly (Role | "vendor" | "system" | "anonymous")[];
export type Subject = (typeof subjects)[number];

/**
 * How far a cell reaches. any: every object of the organisation. own: people, what they own (object.ownerId); a vendor, what belongs to
 * its assessment. decision: only what a decision rests on (object.underDecision).
 */
export type Reach = "any" | "own" | "decision";

export interface PolicyRow {
  /** A whole phrase for docs and the People screen. */
  readonly means: string;
  readonly cells: Readonly<Partial<Record<Subject, Reach>>>;
}

const row = (means: string, cells: PolicyRow["cells"]): PolicyRow => ({ means, cells });

const staff = {
  administrator: "any",
  procurement: "any",
  business_owner: "any",
  compliance_officer: "any",
  approver: "any",
  auditor: "any",
} as const;
/** People who work with vendors. Administrators run the system, auditors see reports and the log. */
const working = { procurement: "any", business_owner: "any", compliance_officer: "any", approver: "any" } as const;
const buying = { procurement: "any", compliance_officer: "any" } as const;
const officer = { compliance_officer: "any" } as const;
const ownVendor = { vendor: "own" } as const;
const job = { system: "any" } as const;

export const policy: Record<Permission, PolicyRow> = {
  "session.start": row("Sign in", { anonymous: "any" }),
  "session.end": row("Sign out", staff),
  "password.set": row("Set a password through a one-time link", { anonymous: "any" }),
  "home.view": row("See Home", staff),

  "vendor.view": row("See vendors, their engagements, contacts, tier, score and residual risk", working),
  "vendor.register": row("Register a vendor", buying),
  "vendor.edit": row("Edit a vendor", buying),
  "contact.add": row("Add or change a vendor's contact", buying),
  "engagement.request": row("Ask for a service of a vendor", { ...buying, business_owner: "any" }),
  "engagement.add": row("Add an engagement", buying),
  "engagement.edit": row("Edit an engagement", buying),
  "engagement.change_status": row("Move an engagement along its life cycle", buying),
  "engagement.record_pci": row("Record the PCI status of an engagement", officer),
  "engagement.record_clause": row("Record which contract clauses are agreed", buying),

  "irq.preset": row("Fill in the inherent-risk questionnaire with assumed answers", buying),
  "irq.confirm": row("Confirm the inherent-risk answers of one's own engagement", { business_owner: "own" }),
  "irq.agree": row("Agree to confirmed inherent-risk answers", officer),
  "irq.override": row("Set another tier than computed, with a reason", officer),

  "questionnaire.view": row("See questionnaires and their versions", working),
  "questionnaire.draft": row("Write drafts of questionnaires", officer),
  "questionnaire.publish": row("Publish a version of a questionnaire", { ...officer, ...job }),

  "assessment.view": row("See state, progress, due date and links of an assessment", working),
  "assessment.view_answers": row("Read answers, determinations and the score trace", { ...officer, approver: "any", ...ownVendor }),
  "assessment.send": row("Send questionnaires to a vendor", buying),
  "assessment.remind": row("Remind a vendor", buying),
  "assessment.extend": row("Extend a vendor's due date", buying),
  "assessment.cancel": row("Cancel an assessment or close it unanswered", buying),
  "assessment.open_due": row("Open the next assessment when its day comes", job),
  "link.copy": row("Make a link to the vendor's questionnaire", buying),
  "link.revoke": row("Revoke a link", buying),
  "link.use": row("Open a questionnaire through its link", { anonymous: "any" }),

  "answer.prepare": row("Fill in answers on behalf of a vendor; they count once it confirmed them", buying),
  "answer.give_from_documents": row("Answer from a vendor's documents when it will not answer itself", officer),
  "answer.save": row("Answer a question", ownVendor),
  "answer.confirm": row("Confirm or refuse answers that were filled in on one's behalf", ownVendor),
  "workbook.expire": row("Remove a filled workbook nobody saved on its day", job),
  "assessment.submit": row("Submit the answers", ownVendor),
  "clarification.answer": row("Answer a clarification", ownVendor),
  "answer.correct": row("Ask to correct a submitted answer", ownVendor),
  "question.ask": row("Ask about a question", ownVendor),
  "question.answer": row("Reply to what a vendor asked", buying),

  "evidence.view_metadata": row("See which documents there are, their kind, state and expiry", { ...working, ...ownVendor }),
  // An administrator runs the system and does not thereby read vendor evidence; auditors need a grant, which is not built yet.
  "evidence.download": row("Read a document", { ...officer, approver: "decision", ...ownVendor }),
  "evidence.upload": row("Upload a document", { ...officer, ...ownVendor }),
  "evidence.withdraw": row("Take a document back before submitting", ownVendor),
  "evidence.verify": row("Mark a document verified or rejected, or correct its dates", officer),
  "evidence.request": row("Ask a vendor for a document", buying),
  "evidence.request_due": row("Ask for a document that is about to expire", job),

  "determination.record": row("Determine an answer", officer),
  "determination.accept_knock_out_na": row("Accept a not-applicable on a knock-out, as second person", { ...officer, approver: "any" }),
  "section.approve": row("Accept the unproblematic answers of a section at once", officer),
  "clarification.send": row("Send clarifications back to the vendor", officer),
  "review.close": row("Close a review", officer),

  "duty.record": row("Tick off a control a vendor expects from us", { ...officer, procurement: "own", business_owner: "own" }),

  "finding.view": row("See findings", working),
  "finding.raise": row("Raise a finding", officer),
  "finding.record_progress": row("Record the plan and progress of a finding", { ...officer, procurement: "own", business_owner: "own" }),
  "finding.close": row("Close a finding with evidence, as second person", officer),
  "risk_acceptance.propose": row("Accept a low or medium risk of one's own engagement", { business_owner: "own" }),
  "risk_acceptance.sign": row("Accept a high or critical risk as the named executive", { approver: "any" }),
  "risk_acceptance.countersign": row("Countersign a risk acceptance", officer),
  "risk_acceptance.expire": row("End a risk acceptance on its day", job),

  "decision.sign": row("Sign a decision", officer),
  "decision.countersign": row("Give the second signature", { ...officer, approver: "any" }),
  "condition.meet": row("Record that a condition is met", officer),
  "condition.lapse": row("Record that a condition was not met in time", job),
  "score.record": row("Store a result of the scoring method", job),

  "report.list": row("See which reports there are", { ...working, auditor: "any" }),
  "report.view_decision_page": row("Read the signed decision page", { ...working, auditor: "any" }),
  "report.view_full": row("Read the full audit report", { ...officer, approver: "any", auditor: "any" }),
  "report.view_letter": row("Read the decision letter to a vendor", { ...officer, approver: "any", auditor: "any", ...ownVendor }),
  "decision_letter.send": row("Send the decision letter to the vendor", officer),
  "report.store": row("Produce and store a signed report", job),
  "report.verify": row("Check whether a document is ours and unaltered", { ...staff, ...ownVendor, anonymous: "any" }),
  "calendar.view": row("See the calendar", working),
  "catch_up.plan": row("Plan when services already in use are assessed first", officer),
  "reminder.queue": row("Queue a reminder on its day", job),
  "audit.view": row("Read the audit log", { administrator: "any", ...officer, auditor: "any" }),
  "audit.verify": row("Verify the chain of the audit log", { administrator: "any", ...officer, auditor: "any" }),

  "person.view": row("See people and their roles", { administrator: "any" }),
  "person.manage": row("Add and disable people, give roles, make password links", { administrator: "any", ...job }),
  "mail.view_log": row("See which mails went out", { administrator: "any", ...buying }),
  // A mail to a vendor holds its link, and the link opens its evidence: not for administrators.
  "mail.view_body": row("Read a mail that could not be sent", buying),
  "mail.deliver": row("Deliver queued mail", job),
  "settings.view": row("See the settings of the installation", { administrator: "any" }),
  "settings.change": row("Change the settings of the installation", { administrator: "any" }),
  "organisation.create": row("Set up the organisation", { anonymous: "any", ...job }),
};

/** Who asks, as far as the policy cares. */
export type PolicyActor =
  | { kind: "person"; organisationId: string; personId: string; roles: readonly Role[] }
  | { kind: "vendor"; organisationId: string; vendorId: string; assessmentId: string }
  | { kind: "system"; organisationId: string }
  | { kind: "anonymous"; organisationId: string };

/** What is asked for, as far as the policy cares. An object is found by organisation, so one without an id may stand for the whole. */
export interface PolicyObject {
  readonly type: string;
  readonly organisationId: string;
  readonly vendorId?: string | undefined;
  /** For answers, evidence, questions: the assessment they are used in. */
  readonly assessmentId?: string | undefined;
  /** The person who owns it: owner of the engagement, owner of the finding. */
  readonly ownerId?: string | null | undefined;
  /** True when a decision is being taken on it, or was: the assessment is reviewed, waits for a signature, or is decided. */
  readonly underDecision?: boolean | undefined;
}

/** hidden: the object must look unknown (404). forbidden: known, but without the right (403). */
export type Verdict = "allow" | "forbidden" | "hidden";

const asPerson: Record<Reach, (personId: string, object: PolicyObject) => boolean> = {
  any: () => true,
  own: (personId, object) => object.ownerId === personId,
  decision: (_, object) => object.underDecision === true,
};

/** May this actor do this to this object? Separation of duties is asked separately, after this. */
export function decide(actor: PolicyActor, permission: Permission, object: PolicyObject): Verdict {
  if (actor.organisationId !== object.organisationId) return "hidden";
  const { cells } = policy[permission];
  switch (actor.kind) {
    case "person": {
      const reaches = actor.roles.map((role) => cells[role]).filter((reach) => reach !== undefined);
      return reaches.some((reach) => asPerson[reach](actor.personId, object)) ? "allow" : "forbidden";
    }
    case "vendor": {
      if (object.vendorId !== undefined && object.vendorId !== actor.vendorId) return "hidden";
      if (object.assessmentId !== undefined && object.assessmentId !== actor.assessmentId) return "hidden";
      const isOwn = object.vendorId === actor.vendorId && object.assessmentId === actor.assessmentId;
      if (!isOwn && object.vendorId === undefined) return "hidden";
      return isOwn && cells.vendor === "own" ? "allow" : "forbidden";
    }
    case "system":
      return cells.system === "any" ? "allow" : "forbidden";
    case "anonymous":
      // A stranger never learns what exists.
      return cells.anonymous === "any" ? "allow" : "hidden";
  }
}

/** True when the actor could have the right on some object: decides what the rail and the buttons show, never what is done. */
export function mayEver(actor: PolicyActor, permission: Permission): boolean {
  const { cells } = policy[permission];
  const own: readonly Subject[] = actor.kind === "person" ? actor.roles : [actor.kind];
  return own.some((subject) => cells[subject] !== undefined);
}

/** All permissions a set of roles holds on at least some objects, in table order: the People screen. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return permissions.filter((permission) => roles.some((role) => policy[permission].cells[role] !== undefined));
}
