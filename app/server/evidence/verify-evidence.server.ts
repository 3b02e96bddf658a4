// A person with the right looked at a document: how, where and which checks are recorded with it, and count from then on. A kind with a
// worksheet is verified by its filled worksheet only.
import { DomainError } from "#app/domain/errors.ts";
import type { Verification } from "#app/domain/evidence/verification.ts";
import { judgeWorksheet } from "#app/domain/evidence/worksheets/judge-worksheet.ts";
import type { WorksheetCode } from "#app/domain/evidence/worksheets/worksheet.ts";
import { fieldsFor, worksheetCodeOf, worksheetOf } from "#app/domain/evidence/worksheets/worksheets.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { type EvidenceRow, getEvidence } from "./evidence.queries.server.ts";
import { recordVerified } from "./record-verified.step.server.ts";
import { takeDays } from "./take-days.step.server.ts";
import { worksheetSubject } from "./worksheet-subject.queries.server.ts";
import { findWorksheet } from "./worksheets.queries.server.ts";

/** Throws invalid while the worksheet of the document is missing, half filled or does not fit together. */
export async function verifyEvidence(ctx: PersonContext, evidenceId: string, verification: Verification): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const row = await getEvidence(tx, organisationId, evidenceId);
    const { vendorId, withdrawnAt } = row;
    const grant = authorize(ctx, "evidence.verify", { type: "evidence", organisationId, id: evidenceId, vendorId });
    if (withdrawnAt) throw new DomainError("illegal_transition", "The vendor took this document back.", { state: "withdrawn" });
    const code = worksheetCodeOf(row.kind);
    if (code === undefined) return recordVerified(tx, grant, ctx.portal, row, verification, ctx.now);
    const { fields, checks } = await filledWorksheet(tx, row, code, ctx.now);
    const dated = await takeDays(tx, grant, row, worksheetOf(code), fields, ctx.now);
    const all = { ...verification, checks: [...new Set([...checks, ...verification.checks])] };
    await recordVerified(tx, grant, ctx.portal, dated, all, ctx.now);
  });
}

/** Its fields, and the checks of the kind they answer. */
async function filledWorksheet(tx: Tx, row: EvidenceRow, code: WorksheetCode, now: Date) {
  const fields = fieldsFor(row.kind, await findWorksheet(tx, row.organisationId, row.id)) ?? {};
  const { errors, checks } = judgeWorksheet(worksheetOf(code), fields, await worksheetSubject(tx, row.organisationId, row, now));
  if (Object.keys(errors).length === 0) return { fields, checks };
  const message = "Fill in the worksheet of this document first: only a filled one makes it verified.";
  throw new DomainError("invalid", message, { fields: { worksheet: message } });
}
