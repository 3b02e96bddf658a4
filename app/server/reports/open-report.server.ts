// Reading a signed document: authorised for its form, counted, and recorded before the first byte leaves. The vault hands out bytes only
// after the whole file matched its SHA-256, so what is downloaded is what was signed.
import type { Readable } from "node:stream";
import { unknownObject } from "#app/domain/errors.ts";
import { isSignedForm, signedFormRows } from "#app/domain/report/signed-forms.ts";
import { recordRead } from "../audit/record-audit-event.server.ts";
import { getEvidence } from "../evidence/evidence.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";

export interface OpenedReport {
  fileName: string;
  bytes: number;
  source: Readable;
}

/** Throws not_found for anything that is no signed document of ours, forbidden without the right to its form. */
export async function openReport(ctx: PersonContext, reportId: string): Promise<OpenedReport> {
  const { organisationId, personId } = ctx.actor;
  const { portal, now } = ctx;
  const row = await getEvidence(portal.store.read, organisationId, reportId);
  const { vendorId, kind } = row;
  if (!isSignedForm(kind)) throw unknownObject();
  const object = { type: "report", organisationId, id: reportId, vendorId };
  const grant = authorize(ctx, signedFormRows[kind].permission, object);
  await portal.limits.consume("download_person", personId, now);
  const data = { form: kind, sha256: row.sha256 };
  await recordRead(ctx, grant, { type: "report.downloaded", objectId: reportId, vendorId, data });
  return { fileName: row.fileName, bytes: row.bytes, source: await portal.vault.open(row) };
}
