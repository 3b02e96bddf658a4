import { describe, expect, test } from "vitest";
import {
  decide,
  mayEver,
  type PolicyActor,
  type PolicyObject,
  permissions,
  permissionsOf,
  policy,
  subjects,
} from "#app/domain/access/policy.ts";
import { type Role, roles } from "#app/domain/access/roles.ts";

const person = (...held: Role[]): PolicyActor => ({ kind: "person", organisationId: "org_1", personId: "per_1", roles: held });
const vendor: PolicyActor = { kind: "vendor", organisationId: "org_1", vendorId: "ven_1", assessmentId: "asm_1" };
const system: PolicyActor = { kind: "system", organisationId: "org_1" };
const stranger: PolicyActor = { kind: "anonymous", organisationId: "org_1" };
const everybody: PolicyActor[] = [...roles.map((role) => person(role)), vendor, system, stranger];
const object = (facts: Partial<PolicyObject> = {}): PolicyObject => ({
  type: "assessment",
  organisationId: "org_1",
  vendorId: "ven_1",
  assessmentId: "asm_1",
  ...facts,
});

test("every permission is a noun and a verb, and somebody has it", () => {
  for (const permission of permissions) {
    expect(permission).toMatch(/^[a-z_]+\.[a-z_]+$/);
    expect(Object.keys(policy[permission].cells), permission).not.toHaveLength(0);
  }
});

test("an object of another organisation does not exist, for anybody and any permission", () => {
  for (const actor of everybody)
    for (const permission of permissions) expect(decide(actor, permission, object({ organisationId: "org_2" }))).toBe("hidden");
});

test("another vendor's object, or another assessment of the same vendor, does not exist for a vendor contact", () => {
  for (const permission of permissions) {
    expect(decide(vendor, permission, object({ vendorId: "ven_2", assessmentId: "asm_2" }))).toBe("hidden");
    expect(decide(vendor, permission, object({ vendorId: "ven_2" }))).toBe("hidden");
    expect(decide(vendor, permission, object({ assessmentId: "asm_2" }))).toBe("hidden");
    expect(decide(vendor, permission, { type: "person", organisationId: "org_1" })).toBe("hidden");
  }
});

test("the verdict follows the table cell by cell", () => {
  for (const actor of everybody) {
    const subject = actor.kind === "person" ? actor.roles[0]! : actor.kind;
    for (const permission of permissions) {
      const reach = policy[permission].cells[subject];
      const full = object({ ownerId: "per_1", underDecision: true });
      const refused = actor.kind === "anonymous" ? "hidden" : "forbidden";
      expect(decide(actor, permission, full), `${subject} ${permission}`).toBe(reach ? "allow" : refused);
      expect(mayEver(actor, permission)).toBe(reach !== undefined);
      if (reach === "own" && actor.kind === "person")
        expect(decide(actor, permission, object({ ownerId: "per_2", underDecision: true }))).toBe("forbidden");
      if (reach === "decision") expect(decide(actor, permission, object({ ownerId: "per_1" }))).toBe("forbidden");
    }
  }
});

test("a person with two roles may do what either may", () => {
  for (const permission of permissions) {
    const both = decide(person("procurement", "auditor"), permission, object());
    const either = [person("procurement"), person("auditor")].map((actor) => decide(actor, permission, object()));
    expect(both).toBe(either.includes("allow") ? "allow" : "forbidden");
  }
  expect(permissionsOf(["procurement", "auditor"])).toEqual(
    permissions.filter((p) => permissionsOf(["procurement"]).includes(p) || permissionsOf(["auditor"]).includes(p)),
  );
});

test("a person without a role may do nothing", () => {
  for (const permission of permissions) expect(decide(person(), permission, object())).toBe("forbidden");
});

describe("the sentences of the roles table", () => {
  const allowed = (permission: (typeof permissions)[number]) => subjects.filter((subject) => policy[permission].cells[subject]);
  test.each([
    ["vendor.register", ["procurement", "compliance_officer"]],
    ["engagement.request", ["procurement", "business_owner", "compliance_officer"]],
    ["irq.preset", ["procurement", "compliance_officer"]],
    ["irq.confirm", ["business_owner"]],
    ["irq.agree", ["compliance_officer"]],
    ["assessment.send", ["procurement", "compliance_officer"]],
    ["answer.save", ["vendor"]],
    ["evidence.download", ["compliance_officer", "approver", "vendor"]],
    ["evidence.view_metadata", ["procurement", "business_owner", "compliance_officer", "approver", "vendor"]],
    ["report.view_full", ["compliance_officer", "approver", "auditor"]],
    ["report.view_decision_page", ["procurement", "business_owner", "compliance_officer", "approver", "auditor"]],
    ["determination.record", ["compliance_officer"]],
    ["finding.raise", ["compliance_officer"]],
    ["decision.sign", ["compliance_officer"]],
    ["decision.countersign", ["compliance_officer", "approver"]],
    ["risk_acceptance.countersign", ["compliance_officer"]],
    ["audit.view", ["administrator", "compliance_officer", "auditor"]],
    ["person.manage", ["administrator", "system"]],
    ["settings.change", ["administrator"]],
  ] as const)("%s belongs to %j", (permission, who) => {
    expect(allowed(permission)).toEqual([...who].sort((a, b) => subjects.indexOf(a) - subjects.indexOf(b)));
  });

  test("an administrator reads neither evidence nor answers nor the mails that hold a vendor's link", () => {
    for (const permission of ["evidence.download", "evidence.view_metadata", "assessment.view_answers", "mail.view_body"] as const)
      expect(decide(person("administrator"), permission, object({ underDecision: true, ownerId: "per_1" }))).toBe("forbidden");
  });

  test("an auditor sees reports and the log, nothing else", () => {
    expect(permissionsOf(["auditor"])).toEqual([
      "session.end",
      "home.view",
      "report.list",
      "report.view_decision_page",
      "report.view_full",
      "report.view_letter",
      "report.verify",
      "audit.view",
      "audit.verify",
    ]);
  });

  test("an approver reads the evidence a decision rests on, and no other", () => {
    expect(decide(person("approver"), "evidence.download", object({ underDecision: true }))).toBe("allow");
    expect(decide(person("approver"), "evidence.download", object())).toBe("forbidden");
  });

  test("a business owner confirms only the engagement it owns", () => {
    expect(decide(person("business_owner"), "irq.confirm", object({ ownerId: "per_1" }))).toBe("allow");
    expect(decide(person("business_owner"), "irq.confirm", object({ ownerId: "per_2" }))).toBe("forbidden");
    expect(decide(person("business_owner"), "irq.confirm", object({ ownerId: null }))).toBe("forbidden");
  });

  test("a stranger may sign in, open a link and verify a document, and cannot tell what exists", () => {
    const may = permissions.filter((permission) => decide(stranger, permission, object()) === "allow");
    expect(may).toEqual(["session.start", "password.set", "link.use", "report.verify", "organisation.create"]);
  });
});
