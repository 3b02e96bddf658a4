// How roles are called and what they are for, in one line each.
import type { Role } from "#app/domain/access/roles.ts";

export const roleTexts: Record<Role, { name: string; does: string }> = {
  administrator: { name: "Administrator", does: "Runs the system: people, mail, keys, backup. Reads no vendor evidence." },
  procurement: { name: "Procurement", does: "Registers vendors and gets them vetted." },
  business_owner: { name: "Business owner", does: "Asked for the service; confirms its inherent risk and owns it." },
  compliance_officer: { name: "Compliance officer", does: "Reviews, raises findings, decides." },
  approver: { name: "Approver", does: "Gives the second signature; accepts risks from high on." },
  auditor: { name: "Auditor", does: "Reads reports and the audit log." },
};
