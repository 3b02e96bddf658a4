// The list of findings, by due day, in pages, and the matrix of severity × state above it.
import { and, asc, count, eq, gt, ne, or } from "drizzle-orm";
import type { FindingListRequest } from "#app/domain/finding/finding.schema.ts";
import { type FindingStatus, type Severity, severities } from "#app/domain/finding/finding-status.ts";
import { namesOfPeople } from "../people/named-people.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import { decodePlace, encodePlace } from "../platform/keyset.server.ts";
import { todayIn } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";

const pageSize = 50;

export interface FindingListRow {
  id: string;
  number: number;
  title: string;
  severity: Severity;
  status: FindingStatus;
  dueOn: string;
  vendor: { id: string; name: string };
  owner: string | null;
}

export async function viewFindings(ctx: PersonContext, { status, severity, after }: FindingListRequest) {
  const { organisationId } = ctx.actor;
  authorize(ctx, "finding.view", { type: "finding", organisationId });
  const from = ctx.portal.store.read;
  const { findings: f, vendors: v } = from.t;
  const place = decodePlace(after);
  const only = status.startsWith("is-") ? eq(f.status, status.slice(3)) : status === "open" ? ne(f.status, "closed") : undefined;
  const beyond = place && or(gt(f.dueOn, String(place.value)), and(eq(f.dueOn, String(place.value)), gt(f.id, place.id)));
  const rows = await from.db
    .select({ finding: f, vendor: { id: v.id, name: v.name } })
    .from(f)
    .innerJoin(v, eq(v.id, f.vendorId))
    .where(and(eq(f.organisationId, organisationId), only, severity ? eq(f.severity, severity) : undefined, beyond))
    .orderBy(asc(f.dueOn), asc(f.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const owners = await namesOfPeople(
    from,
    organisationId,
    page.map(({ finding }) => finding.ownerId),
  );
  const last = rows.length > pageSize ? page.at(-1)?.finding : undefined;
  return {
    rows: page.map(({ finding, vendor }): FindingListRow => {
      const { id, number, title, dueOn, ownerId } = finding;
      const owner = ownerId === null ? null : (owners.get(ownerId) ?? null);
      return { id, number, title, severity: finding.severity, status: finding.status as FindingStatus, dueOn, vendor, owner };
    }),
    next: last && encodePlace({ value: last.dueOn, id: last.id }),
    matrix: await countFindings(ctx),
    today: await todayIn(from, organisationId, ctx.now),
  };
}

/** severity -> state -> how many. */
async function countFindings(ctx: PersonContext): Promise<Record<Severity, Partial<Record<FindingStatus, number>>>> {
  const from = ctx.portal.store.read;
  const { findings: f } = from.t;
  const rows = await from.db
    .select({ severity: f.severity, status: f.status, findings: count() })
    .from(f)
    .where(eq(f.organisationId, ctx.actor.organisationId))
    .groupBy(f.severity, f.status);
  const matrix = Object.fromEntries(severities.map((severity) => [severity, {}])) as Record<
    Severity,
    Partial<Record<FindingStatus, number>>
  >;
  for (const { severity, status, findings } of rows) matrix[severity][status as FindingStatus] = Number(findings);
  return matrix;
}
