// The top of every page about one vendor: who it is, how many things hang on it, and the one next step for the person looking.
import { and, count, eq, isNull, ne } from "drizzle-orm";
import { mayEver } from "#app/domain/access/policy.ts";
import { type AssessmentStatus, isRunning } from "#app/domain/assessment/assessment-status.ts";
import { type EngagementStatus, isOver } from "#app/domain/engagement/engagement-status.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import type { VendorStanding } from "#app/domain/vendor/vendor-standing.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { type EngagementRow, findInherentRisk, listEngagements } from "./engagements.queries.server.ts";
import { getVendor } from "./vendors.queries.server.ts";

export interface VendorHead {
  id: string;
  name: string;
  category: Category;
  standing: VendorStanding;
  website: string | null;
  domain: string | null;
  ownerName: string | null;
  counts: { assessments: number; evidence: number; findings: number };
  next: { label: string; href: string } | undefined;
  mayEdit: boolean;
  /** The engagement **Offboard** leads to; undefined when none can be offboarded. */
  offboardId: string | undefined;
}

export async function viewVendorHead(ctx: PersonContext, vendorId: string): Promise<VendorHead> {
  const { organisationId } = ctx.actor;
  const from = ctx.portal.store.read;
  const vendor = await getVendor(from, organisationId, vendorId);
  authorize(ctx, "vendor.view", { type: "vendor", organisationId, id: vendorId, vendorId });
  const { people } = from.t;
  const [owner, counts, engagements] = await Promise.all([
    vendor.ownerId === null
      ? []
      : from.db
          .select({ name: people.name })
          .from(people)
          .where(and(eq(people.organisationId, organisationId), eq(people.id, vendor.ownerId))),
    countHanging(from, organisationId, vendorId),
    listEngagements(from, organisationId, vendorId),
  ]);
  return {
    id: vendor.id,
    name: vendor.name,
    category: vendor.category as Category,
    standing: vendor.standing as VendorStanding,
    website: vendor.website,
    domain: vendor.domain,
    ownerName: owner[0]?.name ?? null,
    counts,
    next: await nextStep(ctx, from, engagements),
    mayEdit: mayEver(ctx.actor, "vendor.edit"),
    offboardId: mayEver(ctx.actor, "engagement.change_status") ? engagements.find(isInUse)?.id : undefined,
  };
}

const isInUse = ({ status }: EngagementRow) => status === "active" || status === "active_not_assessed" || status === "suspended";

async function countHanging(from: Reader, organisationId: string, vendorId: string) {
  const { assessments, evidence, findings } = from.t;
  const [[a], [e], [f]] = await Promise.all([
    from.db
      .select({ n: count() })
      .from(assessments)
      .where(and(eq(assessments.organisationId, organisationId), eq(assessments.vendorId, vendorId))),
    from.db
      .select({ n: count() })
      .from(evidence)
      .where(and(eq(evidence.organisationId, organisationId), eq(evidence.vendorId, vendorId), isNull(evidence.withdrawnAt))),
    from.db
      .select({ n: count() })
      .from(findings)
      .where(and(eq(findings.organisationId, organisationId), eq(findings.vendorId, vendorId), ne(findings.status, "closed"))),
  ]);
  return { assessments: Number(a?.n ?? 0), evidence: Number(e?.n ?? 0), findings: Number(f?.n ?? 0) };
}

/** What this person can do next, by the state of the vendor's newest running assessment; undefined when it waits for others. */
async function nextStep(ctx: PersonContext, from: Reader, engagements: readonly EngagementRow[]): Promise<VendorHead["next"]> {
  const { organisationId, personId } = ctx.actor;
  const { assessments: t } = from.t;
  const vendorId = engagements[0]?.vendorId;
  if (vendorId === undefined) return undefined;
  const rows = await from.db
    .select({ id: t.id, status: t.status, engagementId: t.engagementId })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.vendorId, vendorId)))
    .orderBy(t.id)
    .limit(500);
  const running = rows.filter(({ status }) => isRunning(status as AssessmentStatus)).reverse();
  const isIn = (...statuses: AssessmentStatus[]) => running.find(({ status }) => statuses.includes(status as AssessmentStatus));
  const open = engagements.filter(({ status }) => !isOver(status as EngagementStatus) && status !== "offboarding");
  for (const engagement of open.filter(({ ownerId }) => ownerId === personId)) {
    const irq = await findInherentRisk(from, organisationId, engagement.id);
    if (irq && irq.confirmedAt === null && mayEver(ctx.actor, "irq.confirm")) {
      return { label: "Confirm inherent risk", href: `/engagements/${engagement.id}/inherent-risk` };
    }
  }
  const toReview = isIn("submitted", "in_review", "clarification");
  if (toReview && mayEver(ctx.actor, "determination.record")) {
    return { label: "Continue review", href: `/assessments/${toReview.id}/review` };
  }
  const toRead = isIn("from_documents");
  if (toRead && mayEver(ctx.actor, "answer.give_from_documents")) {
    return { label: "Answer from documents", href: `/assessments/${toRead.id}/documents` };
  }
  const toDecide = isIn("reviewed");
  if (toDecide && mayEver(ctx.actor, "decision.countersign")) return { label: "Decide", href: `/assessments/${toDecide.id}/decide` };
  if (!mayEver(ctx.actor, "assessment.send")) return undefined;
  const drafted = isIn("draft");
  const free = open.find(({ id }) => !running.some(({ engagementId }) => engagementId === id));
  const toSend = drafted?.engagementId ?? free?.id;
  return toSend === undefined ? undefined : { label: "Start assessment", href: `/engagements/${toSend}/send` };
}
