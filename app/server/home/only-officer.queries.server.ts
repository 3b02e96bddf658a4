// Whether one person alone holds the role of compliance officer: then nobody can confirm what that person did, and Home says so.
import { and, eq, isNull } from "drizzle-orm";
import type { Reader } from "../platform/store.server.ts";

export async function isOnlyOfficer(from: Reader, organisationId: string): Promise<boolean> {
  const { people: t } = from.t;
  const rows = await from.db
    .select({ roles: t.roles })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), isNull(t.disabledAt)))
    .limit(500);
  return rows.filter(({ roles }) => roles.includes("compliance_officer")).length === 1;
}
