// The job behind a final decision: facts, PDF, signature, vault; once, for the audit report and the decision page. After a crash it
// looks which of the two exists and makes the other; bytes that no row names are removed by the janitor.
import { Readable } from "node:stream";
import { type DecisionRow, getDecision } from "../decisions/decisions.queries.server.ts";
import { nameReport, type ReportColumn } from "../decisions/name-report.step.server.ts";
import { keepReport } from "../evidence/keep-report.step.server.ts";
import { systemGrant } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import { buildReportFacts } from "./build-report-facts.queries.server.ts";
import type { ReportKind } from "./render-report.server.ts";
import type { ReportForm } from "./reports.queries.server.ts";

interface Form {
  kind: ReportKind;
  evidenceKind: ReportForm;
  column: ReportColumn;
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
    if (!(await nameReport(tx, grant, decision.id, form.column, id))) return false;
    const startsOn = facts.decision.decidedAt.slice(0, 10);
    await keepReport(tx, grant, { id, vendorId, engagementId, assessmentId, form: form.evidenceKind, startsOn }, stored, ctx.now);
    return true;
  });
  // Two workers made the same document at once: one is stored, the other's bytes go.
  if (!isFirst) await portal.vault.destroy(stored);
}
