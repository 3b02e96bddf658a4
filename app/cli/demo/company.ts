// The demo company: invented, and meant to be recognised as such. Ids are fixed so that links and screenshots stay the same.
import type { Role } from "#app/domain/access/roles.ts";

export const company = { name: "Lantern & Larch (demo)", timeZone: "Europe/Berlin" } as const;

/** One password for all, printed at the end; the demo listens on localhost only and is never a production portal. */
export const demoPassword = "lanterns light the larch wood";

export interface DemoPerson {
  key: string;
  name: string;
  email: string;
  roles: readonly Role[];
}

export const people = [
  { key: "procurement", name: "Priya Sandoval-Finch", email: "priya@lantern-larch.example", roles: ["procurement"] },
  { key: "owner", name: "Ewan Brightwater", email: "ewan@lantern-larch.example", roles: ["business_owner"] },
  { key: "officer", name: "Odile Marchbanks", email: "odile@lantern-larch.example", roles: ["compliance_officer"] },
  { key: "secondOfficer", name: "Jun Applegarth", email: "jun@lantern-larch.example", roles: ["compliance_officer"] },
  { key: "approver", name: "Bertil Quist", email: "bertil@lantern-larch.example", roles: ["approver"] },
  { key: "auditor", name: "Amara Thistlewood", email: "amara@lantern-larch.example", roles: ["auditor"] },
  { key: "administrator", name: "Tomasz Underhill", email: "tomasz@lantern-larch.example", roles: ["administrator"] },
] as const satisfies readonly DemoPerson[];

export type PersonKey = (typeof people)[number]["key"];
