// The job behind a final decision: facts, PDF, signature, vault; once, for the audit report and the decision page. After a crash it
// looks which of the two exists and makes the other; bytes that no row names are removed by the janitor.
import type { SignedForm } from "#app/domain/report/signed-forms.ts";
import { type DecisionRow, getDecision } from "../decisions/decisions.queries.server.ts";
import { nameReport, type ReportColumn } from "../decisions/name-report.step.server.ts";
import type { Context } from "../platform/context.server.ts";
import { buildReportFacts } from "./build-report-facts.queries.server.ts";
import { storeSigned } from "./store-signed.server.ts";

interface Form {
  kind: "audit-report" | "decision-page";
  evidenceKind: SignedForm;
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

/** Throws when the worker or the disk is away: the queue tries again. A decision that is not final yields nothing. */
export async function produceReport(ctx: Context, { decisionId }: { decisionId: string }): Promise<void> {
  const { organisationId } = ctx.actor;
  const decision = await getDecision(ctx.portal.store.read, organisationId, decisionId);
  if (decision.status === "awaiting_second") return;
  const missing = forms.filter(({ column }) => decision[column] === null);
  for (const form of missing) await produce(ctx, decision, form);
}

async function produce(ctx: Context, decision: DecisionRow, { kind, evidenceKind, column, file, reason }: Form): Promise<void> {
  const { portal, now } = ctx;
  const { organisationId, vendorId, assessmentId, engagementId } = decision;
  const id = portal.ids.next("report", now);
  const about = { decisionId: decision.id, reportId: id, producedAt: now };
  const facts = await buildReportFacts(portal, portal.store.read, organisationId, about);
  const document = {
    ...{ id, kind, facts, reason, form: evidenceKind },
    about: { vendorId, engagementId, assessmentId },
    startsOn: facts.decision.decidedAt.slice(0, 10),
    fileName: `${facts.assessment.number}-${file}.pdf`,
    organisation: facts.organisation.name,
  };
  await storeSigned(ctx, document, (tx, grant) => nameReport(tx, grant, decision.id, column, id));
}
