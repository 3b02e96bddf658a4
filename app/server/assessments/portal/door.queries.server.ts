// What the door of the vendor portal shows to whoever holds a link: who asks, about what, how much, until when. Reading uses nothing up.
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { reachOf } from "#app/domain/assessment/covered.ts";
import type { VendorFrame } from "#app/domain/assessment/vendor-page.ts";
import { progressOf } from "#app/domain/assessment/vendor-state.ts";
import { dayInZone } from "#app/domain/monitoring/calendar-days.ts";
import { addressKey } from "../../platform/limits.server.ts";
import { organisationFacts } from "../../platform/organisation.queries.server.ts";
import type { AnonymousContext } from "../../platform/request-context.server.ts";
import { findStaff, getAddressee } from "../addressees.queries.server.ts";
import { readVendorState } from "./refresh-progress.step.server.ts";
import { findOpenLink } from "./start-vendor-session.server.ts";

export interface DoorView extends Omit<VendorFrame, "you" | "language"> {
  isBegun: boolean;
  /** Questions that reports could still answer; null where no report is of use. */
  byReports: number | null;
  link: string;
}

/** Undefined for a link that opens nothing: unknown, expired, revoked, cancelled. */
export async function viewDoor(ctx: AnonymousContext, token: string): Promise<DoorView | undefined> {
  const { portal, now } = ctx;
  await portal.limits.consume("link_open_ip", addressKey(ctx.ip), now);
  const from = portal.store.read;
  const found = await findOpenLink(from, token, now);
  if (!found) return undefined;
  const { assessment } = found;
  const { organisationId } = assessment;
  const [{ vendor, engagement }, organisation, help, state] = await Promise.all([
    getAddressee(from, organisationId, assessment.engagementId),
    organisationFacts(from, organisationId),
    findStaff(from, organisationId, assessment.sentById),
    readVendorState(portal, from, assessment),
  ]);
  const { kinds, answers: byReports } = reachOf(state);
  return {
    byReports: kinds.length > 0 ? byReports : null,
    asker: organisation.name,
    vendor: vendor.name,
    service: engagement.service,
    dueOn: assessment.dueOn,
    today: dayInZone(now, organisation.timeZone),
    timeZone: organisation.timeZone,
    help: help ?? null,
    isOpen: takesAnswers(assessment.status as AssessmentStatus),
    isFromDocuments: assessment.method === "from_documents",
    isBegun: assessment.status !== "sent",
    progress: progressOf(state),
    link: `${portal.config.publicUrl}/v/${token}`,
  };
}
