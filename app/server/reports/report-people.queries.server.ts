// People as a report shows them: signers by name and role, everybody else by role alone.
import { and, eq, inArray } from "drizzle-orm";
import type { Role } from "#app/domain/access/roles.ts";
import type { Reader } from "../platform/store.server.ts";

export interface ReportPerson {
  name: string;
  roles: readonly Role[];
}

export async function peopleOfReport(from: Reader, organisationId: string, ids: readonly string[]): Promise<Map<string, ReportPerson>> {
  const { people: t } = from.t;
  const wanted = [...new Set(ids.filter((id) => id !== ""))];
  if (wanted.length === 0) return new Map();
  const rows = await from.db
    .select({ id: t.id, name: t.name, roles: t.roles })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), inArray(t.id, wanted)));
  return new Map(rows.map(({ id, name, roles }) => [id, { name, roles: roles as Role[] }]));
}

const roleTexts: Record<Role, string> = {
  compliance_officer: "Compliance officer",
  approver: "Approver",
  business_owner: "Business owner",
  procurement: "Procurement",
  auditor: "Auditor",
  administrator: "Administrator",
};
const precedence = Object.keys(roleTexts) as Role[];

/** The role a person acts in, when it holds several: the one nearest to the decision, or `preferred` when held. */
export function roleWords(roles: readonly Role[], preferred?: Role): string {
  const role = preferred && roles.includes(preferred) ? preferred : precedence.find((each) => roles.includes(each));
  return role ? roleTexts[role] : "Person of the organisation";
}
