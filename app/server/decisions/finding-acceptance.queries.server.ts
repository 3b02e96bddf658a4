// What a finding's page says of its risk: every acceptance there was, who may countersign the one that waits, who may renew the last one.
import { mayEver } from "#app/domain/access/policy.ts";
import { refusals } from "#app/domain/access/separation-of-duties.ts";
import {
  type AcceptanceStatus,
  acceptanceRefusals,
  continuedBy,
  countersignRefusal,
  latestExpiry,
  permissionToAccept,
  riskOwnerRefusal,
} from "#app/domain/assessment/risk-acceptance.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { namesOfPeople } from "../people/named-people.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { formOf } from "../questionnaires/questionnaire-versions.queries.server.ts";
import { getEngagement } from "../vendors/engagements.queries.server.ts";
import { listRiskAcceptances } from "./risk-acceptances.queries.server.ts";

export interface AcceptedFinding {
  id: string;
  assessmentId: string;
  engagementId: string;
  questionKey: string | null;
  isClosed: boolean;
}

export async function viewFindingAcceptance(ctx: PersonContext, finding: AcceptedFinding, today: Day) {
  const { organisationId } = ctx.actor;
  const from = ctx.portal.store.read;
  const { assessmentId, engagementId, questionKey } = finding;
  const rows = (await listRiskAcceptances(from, organisationId, assessmentId)).filter(({ findingId }) => findingId === finding.id);
  const names = await namesOfPeople(
    from,
    organisationId,
    rows.flatMap(({ ownedById, countersignedById }) => [ownedById, countersignedById]),
  );
  const { ownerId } = await getEngagement(from, organisationId, engagementId);
  const waiting = rows.find(({ status }) => status === "proposed");
  const last = rows.at(-1) && continuedBy(rows.at(-1)!.subject, rows as ((typeof rows)[number] & { status: AcceptanceStatus })[]);
  return {
    acceptances: rows.map(({ id, subject: _, status, level, reason, expiresOn, ownedById, countersignedById, renewsId }) => ({
      id,
      status: status as AcceptanceStatus,
      level,
      reason,
      expiresOn,
      owner: names.get(ownedById) ?? "Unknown",
      countersigner: countersignedById === null ? null : (names.get(countersignedById) ?? "Unknown"),
      isRenewal: renewsId !== null,
    })),
    waiting: waiting && { id: waiting.id, ...signing(waiting) },
    renewable:
      last && !waiting && !finding.isClosed
        ? { subject: last.subject, latest: latestExpiry(last.level, today), refusal: renewalRefusal(last) }
        : null,
    /** A knock-out may pass with an acceptance; it is first proposed where the decision is prepared. */
    proposeAt: rows.length === 0 && !finding.isClosed && (await isKnockOut()) ? `/assessments/${assessmentId}/decide` : null,
  };

  function signing(row: (typeof rows)[number]) {
    const refusal = countersignRefusal(ctx.actor, row);
    return { mayCountersign: refusal === undefined, refusal: refusal && refusal !== "lacks_role" ? refusals[refusal] : null };
  }

  function renewalRefusal({ level, renewsId }: (typeof rows)[number]): string | null {
    if (renewsId !== null) return acceptanceRefusals.renewed_already;
    const refusal = riskOwnerRefusal(level, ctx.actor, ownerId);
    if (refusal) return refusals[refusal];
    return mayEver(ctx.actor, permissionToAccept(level)) ? null : refusals.lacks_role;
  }

  async function isKnockOut(): Promise<boolean> {
    if (questionKey === null) return false;
    const form = await formOf(ctx.portal, from, organisationId, assessmentId);
    return form.set.questions[form.indexOf.get(questionKey) ?? -1]?.isBlocker === true;
  }
}
