// The job behind a final decision: facts, PDF, signature, vault; once, for the audit report and the decision page. After a crash it
// looks which of the two exists and makes the other; bytes that no row names are removed by the janitor.
import { Readable } from "node:stream";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { type DecisionRow, getDecision } from "../decisions/decisions.queries.server.ts";
import { updateDecision } from "../decisions/decisions.repo.server.ts";
import { insertEvidence } from "../evidence/evidence.repo.server.ts";
import { systemGrant } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import { buildReportFacts } from "./build-report-facts.queries.server.ts";
import type { ReportKind } from "./render-report.server.ts";

interface Form {
  kind: ReportKind;
  evidenceKind: "report" | "decision-page";
  column: "reportEvidenceId" | "decisionPageEvidenceId";
  file: string;
  reason: string;
}

const forms: readonly Form[] = [
  { kind: "audit-report", evidenceKind: "report", column: "reportEvidenceId", file: "audit-report", reason: "Vendor risk assessment" },
  {
    kind: "decision-page",
    evidenceKind: "decision-page",
    column: "decisionPageEvidenceId",
    file: "decision",
    reason: "Decision on a vendor",
  },
];

/** Far above any report; a limit there must be. */
const maxReportBytes = 100 * 1024 * 1024;

/** Throws when the worker or the disk is away: the queue tries again. A decision that is not final yields nothing. */
export async function produceReport(ctx: Context, { decisionId }: { decisionId: string }): Promise<void> {
  const { portal, actor } = ctx;
  const { organisationId } = actor;
  const decision = await getDecision(portal.store.read, organisationId, decisionId);
  if (decision.status !== "final") return;
  const missing = forms.filter(({ column }) => decision[column] === null);
  for (const form of missing) await produce(ctx, portal, decision, form);
}

async function produce(ctx: Context, portal: Portal, decision: DecisionRow, form: Form): Promise<void> {
  const { organisationId, vendorId, assessmentId, engagementId } = decision;
  const id = portal.ids.next("report", ctx.now);
  const about = { decisionId: decision.id, reportId: id, producedAt: ctx.now };
  const facts = await buildReportFacts(portal, portal.store.read, organisationId, about);
  const drawn = await portal.pdf.render(form.kind, facts);
  const signed = await portal.signer.sign(drawn, { at: ctx.now, reason: form.reason, name: facts.organisation.name });
  const stored = await portal.vault.store({
    organisationId,
    vendorId,
    evidenceId: id,
    source: Readable.from([Buffer.from(signed)]),
    fileName: `${facts.assessment.number}-${form.file}.pdf`,
    limitBytes: maxReportBytes,
    accept: ["application/pdf"],
  });
  const isFirst = await portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "report.store");
    const now = await getDecision(tx, organisationId, decision.id);
    if (now[form.column] !== null) return false;
    const { flags: _, ...file } = stored;
    await insertEvidence(tx, {
      id,
      organisationId,
      vendorId,
      engagementId,
      assessmentId,
      kind: form.evidenceKind,
      ...file,
      startsOn: facts.decision.decidedAt.slice(0, 10),
      statedExpiryOn: null,
      expiresOn: null,
      verdict: "none",
      verification: null,
      verdictById: null,
      verdictAt: null,
      uploadedBy: "Vouchsafe",
      uploadedById: null,
      uploadedAt: ctx.now,
      withdrawnAt: null,
    });
    await updateDecision(tx, organisationId, decision.id, { [form.column]: id });
    const data = { assessmentId, form: form.evidenceKind, sha256: stored.sha256, bytes: stored.bytes };
    await recordAuditEvent(tx, grant, { type: "report.stored", objectId: id, vendorId, data }, ctx.now);
    return true;
  });
  // Two workers made the same document at once: one is stored, the other's bytes go.
  if (!isFirst) await portal.vault.destroy(stored);
}
