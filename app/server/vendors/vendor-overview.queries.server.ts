// The overview of a vendor: the verdict on one engagement (the one the vendor shows, or the one asked for), what it may do, when it is
// looked at again, who is concerned, and all engagements.
import { and, asc, eq, inArray } from "drizzle-orm";
import { mayEver } from "#app/domain/access/policy.ts";
import { type EngagementStatus, personVerbsFrom } from "#app/domain/engagement/engagement-status.ts";
import { unknownObject } from "#app/domain/errors.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import type { Facts } from "#app/domain/risk/facts.ts";
import { bandOfTier, type Levels, type RiskBand, type Tier } from "#app/domain/risk/risk-levels.ts";
import { viewVendorActivity } from "../audit/vendor-activity.queries.server.ts";
import { namesOfPeople } from "../people/named-people.queries.server.ts";
import { organisationDay } from "../people/organisation-day.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { engagementFacts } from "./engagement-facts.queries.server.ts";
import { type EngagementRow, listEngagements } from "./engagements.queries.server.ts";
import { nextDays } from "./next-days.queries.server.ts";
import { getVendor } from "./vendors.queries.server.ts";
import { listContacts } from "./vendors.repo.server.ts";

export async function viewVendorOverview(ctx: PersonContext, vendorId: string, engagementId: string | undefined) {
  const { organisationId } = ctx.actor;
  const from = ctx.portal.store.read;
  const vendor = await getVendor(from, organisationId, vendorId);
  authorize(ctx, "vendor.view", { type: "vendor", organisationId, id: vendorId, vendorId });
  const [day, engagements, contacts, activity] = await Promise.all([
    organisationDay(from, organisationId, ctx.now),
    listEngagements(from, organisationId, vendorId),
    listContacts(from, organisationId, vendorId),
    viewVendorActivity(ctx, vendorId, { size: 6 }),
  ]);
  const shown = engagements.find(({ id }) => id === (engagementId ?? vendor.engagementId));
  if (engagementId !== undefined && !shown) throw unknownObject();
  const names = await namesOfPeople(from, organisationId, [
    vendor.ownerId,
    vendor.registeredById,
    ...engagements.map(({ ownerId }) => ownerId),
  ]);
  return {
    ...day,
    registeredAt: vendor.createdAt,
    registeredBy: nameIn(names, vendor.registeredById),
    ownerName: nameIn(names, vendor.ownerId),
    contacts: contacts.map(({ id, name, email }) => ({ id, name, email })),
    activity: activity.entries,
    shown: shown && (await viewShown(from, organisationId, shown, day.today)),
    engagements: engagements.map((engagement) => viewRow(engagement, nameIn(names, engagement.ownerId))),
    may: {
      addContact: mayEver(ctx.actor, "contact.add"),
      addEngagement: mayEver(ctx.actor, "engagement.request"),
      requestOnly: !mayEver(ctx.actor, "engagement.add"),
      editEngagement: mayEver(ctx.actor, "engagement.edit"),
      changeStatus: mayEver(ctx.actor, "engagement.change_status"),
    },
  };
}

export type VendorOverview = Awaited<ReturnType<typeof viewVendorOverview>>;
export type ShownEngagement = NonNullable<VendorOverview["shown"]>;

function viewRow(row: EngagementRow, ownerName: string | null) {
  const { id, service, scoreBps, grade, residual, nextReviewOn, wentLiveOn } = row;
  const status = row.status as EngagementStatus;
  return { id, service, status, tier: row.tier as Tier, scoreBps, grade, residual, nextReviewOn, wentLiveOn, ownerName };
}

async function viewShown(from: Reader, organisationId: string, engagement: EngagementRow, today: Day) {
  const facts = await engagementFacts(from, organisationId, engagement, today);
  const [results, days] = await Promise.all([
    listDecidedResults(from, organisationId, engagement.id),
    nextDays(from, organisationId, engagement, facts, today),
  ]);
  const current = results.find(({ id }) => id === engagement.resultId);
  const tier = engagement.tier as Tier;
  const { personal_data, card, access, money, dependency } = engagement.facts as unknown as Facts;
  const levels: Levels = { personal_data, card, access, money, dependency };
  const { irq, running, decision, conditions, acceptances, clearance } = facts;
  return {
    id: engagement.id,
    service: engagement.service,
    status: engagement.status as EngagementStatus,
    verbs: personVerbsFrom(engagement.status as EngagementStatus),
    wentLiveOn: engagement.wentLiveOn,
    tier,
    inherent: bandOfTier[tier] as RiskBand,
    levels,
    residual: engagement.residual,
    isAssessed: engagement.grade !== null,
    result: current && { ...current, grade: current.grade },
    trend: results.map(({ asOn, scoreBps, uncappedBps }) => ({ asOn, scoreBps, uncappedBps })),
    irq: irq && {
      isAssumed: irq.assumed.length > 0 && irq.confirmedAt === null,
      isConfirmed: irq.confirmedAt !== null,
      isAgreed: irq.agreedAt !== null,
      isOverridden: irq.overrideReason !== null,
    },
    running,
    decision,
    conditions,
    acceptances,
    clearance,
    days,
    /** The trace exists for an assessment that was reviewed or decided. */
    whyAssessmentId: decision?.assessmentId ?? (running?.status === "reviewed" ? running.id : undefined),
  };
}

/** Results that counted, oldest first: one per decided assessment, the newest of it. */
async function listDecidedResults(from: Reader, organisationId: string, engagementId: string) {
  const { results: t } = from.t;
  const rows = await from.db
    .select({
      id: t.id,
      assessmentId: t.assessmentId,
      kind: t.kind,
      asOn: t.asOn,
      scoreBps: t.scoreBps,
      uncappedBps: t.uncappedBps,
      coverageBps: t.coverageBps,
      assuranceBps: t.assuranceBps,
      grade: t.grade,
      json: t.json,
    })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.engagementId, engagementId), inArray(t.kind, ["decided", "rescored"])))
    .orderBy(asc(t.id))
    .limit(200);
  const newest = new Map(rows.map((row) => [row.assessmentId, row]));
  return [...newest.values()].map(({ json, ...row }) => {
    const { cappedBy, heldBy, accepted } = JSON.parse(json) as { cappedBy: string[]; heldBy: string[]; accepted: string[] };
    return { ...row, cappedBy, heldBy, accepted };
  });
}

const nameIn = (names: Map<string, string>, id: string | null) => (id === null ? null : (names.get(id) ?? null));
