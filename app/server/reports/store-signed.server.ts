// Draws, signs and stores one document, once: bytes into the vault first, then its row together with whatever names it. When somebody else
// was faster, these bytes go again.
import { Readable } from "node:stream";
import type { SignedForm } from "#app/domain/report/signed-forms.ts";
import { keepReport } from "../evidence/keep-report.step.server.ts";
import { type Grant, systemGrant } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import type { Tx } from "../platform/store.server.ts";
import type { FactsOf, ReportKind } from "./render-report.server.ts";

/** Far above any report; a limit there must be. */
const maxReportBytes = 100 * 1024 * 1024;

export interface NewDocument<K extends ReportKind> {
  id: string;
  kind: K;
  facts: FactsOf[K];
  form: SignedForm;
  about: { vendorId: string; engagementId: string; assessmentId: string };
  /** The day of what it prints. */
  startsOn: string;
  fileName: string;
  /** Stand in the signature. */
  reason: string;
  organisation: string;
}

/** `name` writes what refers to the document; false there means that it exists already. Throws when worker or disk are away. */
export async function storeSigned<K extends ReportKind>(
  ctx: Context,
  document: NewDocument<K>,
  name: (tx: Tx, grant: Grant) => Promise<boolean>,
): Promise<boolean> {
  const { portal, actor, now } = ctx;
  const { organisationId } = actor;
  const { id, kind, form, about, startsOn, fileName, reason, organisation } = document;
  const drawn = await portal.pdf.render(kind, document.facts);
  const signed = await portal.signer.sign(drawn, { at: now, reason, name: organisation });
  const stored = await portal.vault.store({
    organisationId,
    vendorId: about.vendorId,
    evidenceId: id,
    source: Readable.from([Buffer.from(signed)]),
    fileName,
    limitBytes: maxReportBytes,
    accept: ["application/pdf"],
  });
  const isFirst = await portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "report.store");
    if (!(await name(tx, grant))) return false;
    await keepReport(tx, grant, { id, ...about, form, startsOn }, stored, now);
    return true;
  });
  // Two workers made the same document at once: one is stored, the other's bytes go.
  if (!isFirst) await portal.vault.destroy(stored);
  return isFirst;
}
