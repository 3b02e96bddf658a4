// The hourly sweep of one organisation: derives from data what is due today in its time zone and does each thing in a transaction of its
// own. Whatever was done stands in a ledger by key, so missed, repeated and concurrent sweeps all end the same.
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { type DueAction, dueOfAssessment, dueOfEngagement, dueOfRequest, dueOfStart } from "#app/domain/monitoring/what-is-due.ts";
import type { Context } from "../platform/context.server.ts";
import { organisationFacts, todayIn } from "../platform/organisation.queries.server.ts";
import { listDueAssessments, listDueRequests } from "./due-lists.queries.server.ts";
import { endAcceptance, warnAcceptance } from "./end-acceptance.server.ts";
import { listDueStarts } from "./first-assessments.queries.server.ts";
import { lapseCondition } from "./lapse-condition.server.ts";
import { type EngagementPlace, listMonitored } from "./monitored-engagements.queries.server.ts";
import { openReview } from "./open-review.server.ts";
import { remindRequest } from "./remind-request.server.ts";
import { remindReview } from "./remind-review.server.ts";
import { remindStart } from "./remind-start.server.ts";
import { remindVendorDue } from "./remind-vendor-due.server.ts";
import { knownKeys } from "./reminders.repo.server.ts";
import { requestDocument } from "./request-document.server.ts";
import { rescoreEngagement } from "./rescore-engagement.server.ts";

const pageSize = 200;

type Doers = { readonly [Do in DueAction["do"]]: (ctx: Context, action: Extract<DueAction, { do: Do }>) => Promise<void> };

const doers: Doers = {
  open_review: openReview,
  remind_review: remindReview,
  remind_start: remindStart,
  remind_vendor: remindVendorDue,
  remind_request: remindRequest,
  request_document: requestDocument,
  rescore: rescoreEngagement,
  lapse_condition: lapseCondition,
  warn_acceptance: warnAcceptance,
  end_acceptance: endAcceptance,
};

/** Returns how many things were tried. What fails is logged and tried again by the next sweep. */
export async function sweepMonitoring(ctx: Context): Promise<number> {
  const { organisationId } = ctx.actor;
  const from = ctx.portal.store.read;
  const { timeZone } = await organisationFacts(from, organisationId);
  const today = await todayIn(from, organisationId, ctx.now);
  let count = 0;
  let place: EngagementPlace | undefined = { vendorId: "", id: "" };
  while (place) {
    const page: Awaited<ReturnType<typeof listMonitored>> = await listMonitored(from, organisationId, timeZone, place, pageSize);
    count += await doAll(
      ctx,
      page.rows.flatMap((row) => dueOfEngagement(row, today)),
    );
    place = page.next;
  }
  for await (const starts of listDueStarts(from, organisationId, today, pageSize)) {
    count += await doAll(
      ctx,
      starts.flatMap((start) => dueOfStart(start, today)),
    );
  }
  count += await sweepDueDays(ctx, timeZone, today);
  return count;
}

/** Due days that vendors keep: of assessments, and of documents asked for. */
async function sweepDueDays(ctx: Context, timeZone: string, today: Day): Promise<number> {
  const { organisationId } = ctx.actor;
  const from = ctx.portal.store.read;
  let count = 0;
  for await (const page of listDueAssessments(from, organisationId, timeZone, today, pageSize)) {
    count += await doAll(
      ctx,
      page.flatMap((assessment) => dueOfAssessment(assessment, today)),
    );
  }
  for await (const page of listDueRequests(from, organisationId, timeZone, today, pageSize)) {
    count += await doAll(
      ctx,
      page.flatMap((request) => dueOfRequest(request, today)),
    );
  }
  return count;
}

async function doAll(ctx: Context, actions: readonly DueAction[]): Promise<number> {
  const { portal, actor } = ctx;
  const known = await knownKeys(
    portal.store.read,
    actor.organisationId,
    actions.map(({ key }) => key),
  );
  const open = actions.filter(({ key }) => !known.has(key));
  for (const action of open) {
    try {
      await (doers[action.do] as (ctx: Context, action: DueAction) => Promise<void>)(ctx, action);
    } catch (error) {
      portal.logger.error({ err: error, do: action.do, key: action.key }, "something due could not be done");
    }
  }
  return open.length;
}
