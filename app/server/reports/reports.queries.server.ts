// The list of signed documents, newest first, by keyset. Everybody sees only the forms it may read.
import { and, desc, eq, inArray, lt, or } from "drizzle-orm";
import { mayEver } from "#app/domain/access/policy.ts";
import { addendumTitles } from "#app/domain/report/addendum.ts";
import { type SignedForm, signedFormRows, signedForms } from "#app/domain/report/signed-forms.ts";
import { authorize } from "../platform/authorize.server.ts";
import { decodePlace, encodePlace } from "../platform/keyset.server.ts";
import { organisationFacts } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { listStoredAddenda } from "./addenda/addenda.queries.server.ts";

const perPage = 50;

export async function listReports(ctx: PersonContext, { form, after }: { form?: SignedForm | undefined; after?: string | undefined }) {
  const { organisationId } = ctx.actor;
  authorize(ctx, "report.list", { type: "report", organisationId });
  const { read } = ctx.portal.store;
  const { evidence: e, vendors: v, engagements: g } = read.t;
  const readable = signedForms.filter((each) => mayEver(ctx.actor, signedFormRows[each].permission));
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
  const addenda = await listStoredAddenda(
    read,
    organisationId,
    shown.flatMap(({ assessmentId }) => assessmentId ?? []),
  );
  const { timeZone } = await organisationFacts(read, organisationId);
  return {
    reports: shown.map((report) => {
      const own = addenda.find(({ evidenceId }) => evidenceId === report.id);
      const newest = addenda.find(({ addsToIds }) => addsToIds.includes(report.id));
      return {
        ...report,
        addendum: own ? { number: own.number, what: addendumTitles[own.cause] } : null,
        newest: newest ? { id: newest.evidenceId, number: newest.number } : null,
      };
    }),
    next: rows.length > perPage && last ? encodePlace({ value: last.storedAt.getTime(), id: last.id }) : null,
    readable,
    maySeeVendors: mayEver(ctx.actor, "vendor.view"),
    timeZone,
  };
}
