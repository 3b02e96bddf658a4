// The job behind an addendum: facts, PDF, signature, vault; once. The documents it adds to come first, and addenda in their order.
import { dayInZone } from "#app/domain/monitoring/calendar-days.ts";
import { addendumTitles } from "#app/domain/report/addendum.ts";
import type { Context } from "../../platform/context.server.ts";
import { produceReport } from "../produce-report.server.ts";
import { storeSigned } from "../store-signed.server.ts";
import { type AddendumRow, getAddendum, listAddenda } from "./addenda.queries.server.ts";
import { nameAddendumDocument } from "./addenda.repo.server.ts";
import { buildAddendumFacts } from "./build-addendum-facts.queries.server.ts";

/** Throws when the worker or the disk is away: the queue tries again. */
export async function produceAddendum(ctx: Context, { addendumId }: { addendumId: string }): Promise<void> {
  const { organisationId } = ctx.actor;
  const { read } = ctx.portal.store;
  const { decisionId, number } = await getAddendum(read, organisationId, addendumId);
  await produceReport(ctx, { decisionId });
  const missing = (await listAddenda(read, organisationId, decisionId)).filter((each) => each.number <= number && each.evidenceId === null);
  for (const addendum of missing) await produce(ctx, addendum);
}

async function produce(ctx: Context, addendum: AddendumRow): Promise<void> {
  const { portal, now } = ctx;
  const { id: addendumId, organisationId, vendorId, engagementId, assessmentId, number, cause, at } = addendum;
  const id = portal.ids.next("report", now);
  const facts = await buildAddendumFacts(portal, portal.store.read, organisationId, { addendumId, documentId: id, producedAt: now });
  const document = {
    ...({ id, kind: "addendum", form: "addendum", facts } as const),
    about: { vendorId, engagementId, assessmentId },
    startsOn: dayInZone(at, facts.document.timeZone),
    fileName: `${facts.assessment.number}-addendum-${number}.pdf`,
    reason: `Addendum: ${addendumTitles[cause].toLowerCase()}`,
    organisation: facts.organisation.name,
  };
  await storeSigned(ctx, document, (tx) => nameAddendumDocument(tx, organisationId, addendumId, id));
}
