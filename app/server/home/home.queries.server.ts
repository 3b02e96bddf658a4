// Home: what waits for this person, what expires, which reviews are open, where the risk lies, and what changed since the last visit.
import { mayEver } from "#app/domain/access/policy.ts";
import type { Role } from "#app/domain/access/roles.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { countNotAssessed } from "../monitoring/first-assessments.queries.server.ts";
import { organisationDay } from "../people/organisation-day.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { decisionTasks, questionTasks, reviewTasks, sendingTasks, signatureTasks } from "./assessment-tasks.queries.server.ts";
import { changesSinceLastVisit } from "./changes.queries.server.ts";
import { dutyTasks, lateDutyTasks } from "./duty-tasks.queries.server.ts";
import { expiringDocuments } from "./expiring.queries.server.ts";
import { isOnlyOfficer } from "./only-officer.queries.server.ts";
import { openReviews } from "./open-reviews.queries.server.ts";
import {
  acceptanceTasks,
  conditionTasks,
  confirmTasks,
  lateDocumentTasks,
  ownFindingTasks,
  reportedFixTasks,
  unsentTasks,
} from "./promise-tasks.queries.server.ts";
import { riskTallies } from "./risk-tallies.queries.server.ts";
import { startTasks } from "./start-tasks.queries.server.ts";
import { type Asked, inOrder, type Task } from "./task.server.ts";

/** Which role is asked to do what. Roles change Home, not the map. */
const tasksOf: Record<Role, readonly ((asked: Asked) => Promise<Task[]>)[]> = {
  compliance_officer: [
    reviewTasks,
    decisionTasks,
    signatureTasks,
    acceptanceTasks,
    conditionTasks,
    reportedFixTasks,
    ownFindingTasks,
    dutyTasks,
    lateDutyTasks,
    lateDocumentTasks,
    questionTasks,
    startTasks,
  ],
  approver: [signatureTasks],
  procurement: [sendingTasks, questionTasks, lateDocumentTasks, ownFindingTasks, dutyTasks, unsentTasks, startTasks],
  business_owner: [confirmTasks, ownFindingTasks, dutyTasks],
  administrator: [],
  auditor: [],
};

export interface Queue {
  tasks: Task[];
  late: number;
  dueToday: number;
}

/** Everything that waits for the person, the most urgent first. */
export async function viewQueue(ctx: PersonContext, today: Day): Promise<Queue> {
  const { organisationId, personId, roles } = ctx.actor;
  const asked = { from: ctx.portal.store.read, organisationId, personId, today };
  const readers = new Set(roles.flatMap((role) => tasksOf[role]));
  const found = (await Promise.all([...readers].map((read) => read(asked)))).flat();
  const tasks = inOrder(found, today);
  return {
    tasks,
    late: tasks.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    dueToday: tasks.filter(({ dueOn }) => dueOn === today).length,
  };
}

export async function viewHome(ctx: PersonContext) {
  const { organisationId } = ctx.actor;
  authorize(ctx, "home.view", { type: "organisation", organisationId });
  const from = ctx.portal.store.read;
  const day = await organisationDay(from, organisationId, ctx.now);
  const queue = await viewQueue(ctx, day.today);
  if (!mayEver(ctx.actor, "vendor.view")) return { ...day, queue, portfolio: undefined };
  const [tallies, notAssessed, expiring, reviews, changes, onlyOfficer] = await Promise.all([
    riskTallies(from, organisationId),
    countNotAssessed(from, organisationId),
    expiringDocuments(from, organisationId, day.today),
    openReviews(from, organisationId),
    changesSinceLastVisit(ctx),
    isOnlyOfficer(from, organisationId),
  ]);
  return { ...day, queue, portfolio: { tallies, notAssessed, expiring, reviews, changes, onlyOfficer } };
}
