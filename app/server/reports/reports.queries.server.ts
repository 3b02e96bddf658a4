// The list of signed documents, newest first, by keyset. Who may only read decision pages sees only those.
import { and, desc, eq, inArray, lt, or } from "drizzle-orm";
import { mayEver } from "#app/domain/access/policy.ts";
import { authorize } from "../platform/authorize.server.ts";
import { decodePlace, encodePlace } from "../platform/keyset.server.ts";
import { organisationFacts } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";

const perPage = 50;

export type ReportForm = "report" | "decision-page";

export async function listReports(ctx: PersonContext, { form, after }: { form?: ReportForm | undefined; after?: string | undefined }) {
  const { organisationId } = ctx.actor;
  authorize(ctx, "report.list", { type: "report", organisationId });
  const { read } = ctx.portal.store;
  const { evidence: e, vendors: v, engagements: g } = read.t;
  const mayReadFull = mayEver(ctx.actor, "report.view_full");
  const readable: ReportForm[] = mayReadFull ? ["report", "decision-page"] : ["decision-page"];
  const kinds = form && readable.includes(form) ? [form] : readable;
  const place = decodePlace(after);
  const uploadedBefore = typeof place?.value === "number" ? new Date(place.value) : undefined;
  const rows = await read.db
    .select({
      id: e.id,
      form: e.kind,
      sha256: e.sha256,
      bytes: e.bytes,
      storedAt: e.uploadedAt,
      assessmentId: e.assessmentId,
      vendorId: e.vendorId,
      vendor: v.name,
      service: g.service,
    })
    .from(e)
    .innerJoin(v, eq(v.id, e.vendorId))
    .leftJoin(g, eq(g.id, e.engagementId))
    .where(
      and(
        eq(e.organisationId, organisationId),
        inArray(e.kind, kinds),
        place && uploadedBefore
          ? or(lt(e.uploadedAt, uploadedBefore), and(eq(e.uploadedAt, uploadedBefore), lt(e.id, place.id)))
          : undefined,
      ),
    )
    .orderBy(desc(e.uploadedAt), desc(e.id))
    .limit(perPage + 1);
  const shown = rows.slice(0, perPage);
  const last = shown.at(-1);
  const { timeZone } = await organisationFacts(read, organisationId);
  return {
    reports: shown,
    next: rows.length > perPage && last ? encodePlace({ value: last.storedAt.getTime(), id: last.id }) : null,
    mayReadFull,
    maySeeVendors: mayEver(ctx.actor, "vendor.view"),
    timeZone,
  };
}
