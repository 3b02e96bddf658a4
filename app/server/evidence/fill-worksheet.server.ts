// What a reviewer reads off a document, as a new revision of its worksheet. Kept as a draft, or, when it is filled and consistent, with
// the document marked as verified and its days taken from it. A changed worksheet takes a verdict back: it was given for other facts.
import { DomainError } from "#app/domain/errors.ts";
import { judgeWorksheet } from "#app/domain/evidence/worksheets/judge-worksheet.ts";
import { readWorksheet, type TypedWorksheet } from "#app/domain/evidence/worksheets/read-worksheet.ts";
import type { WorksheetFields } from "#app/domain/evidence/worksheets/worksheet.ts";
import { fieldsFor, worksheetCodeOf, worksheetOf } from "#app/domain/evidence/worksheets/worksheets.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize, type Grant } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { type EvidenceRow, getEvidence } from "./evidence.queries.server.ts";
import { updateEvidence } from "./evidence.repo.server.ts";
import { followDocuments } from "./follow-documents.step.server.ts";
import { recordVerified } from "./record-verified.step.server.ts";
import { takeDays } from "./take-days.step.server.ts";
import { worksheetSubject } from "./worksheet-subject.queries.server.ts";
import { findWorksheet } from "./worksheets.queries.server.ts";
import { insertWorksheet } from "./worksheets.repo.server.ts";

export interface WorksheetInput {
  /** The revision the form showed; 0 for none. */
  baseRevision: number;
  typed: TypedWorksheet;
  /** Absent: a draft. Checks of the kind that the worksheet does not answer by itself. */
  verify?: { checks: readonly string[]; note: string } | undefined;
}

/** Throws invalid with data.fields by form field name, conflict when somebody else filled it in meanwhile. */
export async function fillWorksheet(ctx: PersonContext, evidenceId: string, input: WorksheetInput): Promise<void> {
  const { organisationId } = ctx.actor;
  const { portal, now } = ctx;
  await portal.store.tx(organisationId, async (tx) => {
    const row = await getEvidence(tx, organisationId, evidenceId);
    const grant = authorize(ctx, "evidence.verify", { type: "evidence", organisationId, id: evidenceId, vendorId: row.vendorId });
    if (row.withdrawnAt) throw new DomainError("illegal_transition", "The vendor took this document back.", { state: "withdrawn" });
    const code = worksheetCodeOf(row.kind);
    if (code === undefined) throw new DomainError("not_found", "There is no worksheet for this kind of document.");
    const worksheet = worksheetOf(code);
    const subject = await worksheetSubject(tx, organisationId, row, now);
    const { fields, errors } = readWorksheet(worksheet, input.typed, subject.today);
    refuse(errors);
    const judgement = judgeWorksheet(worksheet, fields, subject);
    if (input.verify) refuse(judgement.errors);
    const isChanged = await keepRevision(tx, grant, { row, code, fields, base: input.baseRevision }, ctx.actor.personId, now);
    if (input.verify) {
      const dated = await takeDays(tx, grant, row, worksheet, fields, now);
      const checks = [...new Set([...judgement.checks, ...input.verify.checks])];
      const page = Object.values(fields)[0]?.page ?? "";
      await recordVerified(tx, grant, portal, dated, { how: "document", page, checks, note: input.verify.note }, now);
    } else if (isChanged && row.verdict === "verified") {
      await updateEvidence(tx, organisationId, evidenceId, { verdict: "none", verification: null, verdictById: null, verdictAt: null });
      await followDocuments(tx, grant, portal, row, now);
    }
  });
}

function refuse(fields: Readonly<Record<string, string>>): void {
  if (Object.keys(fields).length === 0) return;
  throw new DomainError("invalid", "Please check the marked fields. Nothing was saved.", { fields: { ...fields } });
}

interface Revision {
  row: EvidenceRow;
  code: string;
  fields: WorksheetFields;
  base: number;
}

/** True when it says something new; sent twice, the second one changes nothing. */
async function keepRevision(tx: Tx, grant: Grant, { row, code, fields, base }: Revision, personId: string, now: Date): Promise<boolean> {
  const { organisationId } = grant;
  const newest = await findWorksheet(tx, organisationId, row.id);
  const before = fieldsFor(row.kind, newest) ?? {};
  const names = [...new Set([...Object.keys(before), ...Object.keys(fields)])];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(fields[name]));
  if (changed.length === 0) return false;
  const known = newest?.revision ?? 0;
  if (known !== base) {
    const message =
      "Somebody else filled in this worksheet meanwhile. What you typed is still here: compare it with theirs in a second tab.";
    throw new DomainError("conflict", message, { fields: { worksheet: message } });
  }
  const revision = known + 1;
  await insertWorksheet(tx, {
    organisationId,
    evidenceId: row.id,
    revision,
    worksheet: code,
    fields,
    filledById: personId,
    filledAt: now,
  });
  const data = { worksheet: code, revision, fields: changed };
  await recordAuditEvent(tx, grant, { type: "evidence.worksheet_filled", objectId: row.id, vendorId: row.vendorId, data }, now);
  return true;
}
