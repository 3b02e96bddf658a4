// What happens to a finding on its way to being mended: plan, owner, due day, reported fix, and a note of each step.

import { DomainError, unknownObject } from "#app/domain/errors.ts";
import { type FindingStatus, type FindingVerb, transition } from "#app/domain/finding/finding-status.ts";
import { isDay } from "#app/domain/monitoring/calendar-days.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { getEvidence } from "../evidence/evidence.queries.server.ts";
import { requireOwner } from "../people/named-people.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getFinding } from "./findings.queries.server.ts";
import { insertFindingNote, updateFinding } from "./findings.repo.server.ts";

export interface ProgressInput {
  /** What happened; always needed. */
  text: string;
  /** A step of the life cycle, or none: only a note. */
  step?: Extract<FindingVerb, "plan" | "report_fix" | "reopen"> | undefined;
  plan?: string | undefined;
  dueOn?: string | undefined;
  ownerId?: string | undefined;
  evidenceId?: string | undefined;
}

/** Throws invalid with data.fields, illegal_transition when the finding's state does not allow the step. */
export async function recordProgress(ctx: PersonContext, findingId: string, input: ProgressInput): Promise<void> {
  const { organisationId, personId } = ctx.actor;
  const { portal, now } = ctx;
  await portal.store.tx(organisationId, async (tx) => {
    const finding = await getFinding(tx, organisationId, findingId);
    const { vendorId, ownerId } = finding;
    const grant = authorize(ctx, "finding.record_progress", { type: "finding", organisationId, id: findingId, vendorId, ownerId });
    const from = finding.status as FindingStatus;
    const to = input.step === undefined ? from : transition(from, input.step);
    if (from === "closed" && to === "closed") throw new DomainError("illegal_transition", "The finding is closed.", { state: from });
    const fields: Record<string, string> = {};
    const text = input.text.trim();
    if (text === "") fields.text = "Say what happened.";
    if (input.step === "plan" && !input.plan?.trim()) fields.plan = "Say what will be done.";
    if (input.dueOn !== undefined && !isDay(input.dueOn)) fields.dueOn = "Enter a date such as 2026-11-24.";
    if (Object.keys(fields).length > 0) throw new DomainError("invalid", "Please check the marked fields. Nothing was saved.", { fields });
    if (input.ownerId !== undefined) await requireOwner(tx, organisationId, input.ownerId);
    if (input.evidenceId !== undefined && (await getEvidence(tx, organisationId, input.evidenceId)).vendorId !== vendorId)
      throw unknownObject();
    const evidenceId = input.evidenceId ?? null;
    const isReopened = from === "closed" && to !== "closed";
    await updateFinding(tx, organisationId, findingId, {
      status: to,
      ...(input.plan?.trim() ? { plan: input.plan.trim() } : {}),
      ...(input.dueOn === undefined ? {} : { dueOn: input.dueOn }),
      ...(input.ownerId === undefined ? {} : { ownerId: input.ownerId }),
      ...(isReopened ? { closedAt: null, closedById: null, closedBecause: null } : {}),
    });
    const note = { id: portal.ids.next("question", now), organisationId, findingId, text, evidenceId, byId: personId, at: now };
    await insertFindingNote(tx, note);
    if (input.step === "reopen") {
      await recordAuditEvent(tx, grant, { type: "finding.reopened", objectId: findingId, vendorId, data: { from, reason: text } }, now);
    } else {
      const data = { from, to, evidenceId };
      await recordAuditEvent(tx, grant, { type: "finding.progressed", objectId: findingId, vendorId, data }, now);
    }
  });
}
