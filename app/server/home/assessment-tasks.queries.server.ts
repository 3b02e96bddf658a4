// What waits in running assessments: reviews, decisions, second signatures, late vendors, drafts, questions vendors asked.
import { and, asc, desc, eq, inArray, lt } from "drizzle-orm";
import { type Asked, mostPerKind, type Task } from "./task.server.ts";

/** Running assessments in some states, with whom they are about. */
async function running({ from, organisationId, today }: Asked, states: readonly string[], onlyLate = false) {
  const { assessments: a, engagements: e, vendors: v } = from.t;
  return await from.db
    .select({
      id: a.id,
      status: a.status,
      statusAt: a.statusAt,
      dueOn: a.dueOn,
      openedFor: a.openedFor,
      submittedAt: a.submittedAt,
      engagementId: a.engagementId,
      tier: a.tier,
      service: e.service,
      vendorId: v.id,
      vendor: v.name,
    })
    .from(a)
    .innerJoin(e, eq(e.id, a.engagementId))
    .innerJoin(v, eq(v.id, a.vendorId))
    .where(and(eq(a.organisationId, organisationId), inArray(a.status, [...states]), onlyLate ? lt(a.dueOn, today) : undefined))
    .orderBy(asc(a.dueOn), asc(a.id))
    .limit(mostPerKind);
}

export async function reviewTasks(asked: Asked): Promise<Task[]> {
  const rows = await running(asked, ["from_documents", "submitted", "in_review"]);
  return rows.map(({ id, status, vendor, service, tier, openedFor, submittedAt, statusAt }) => {
    const about = { id: `review ${id}`, kind: "review" as const, vendor, service, tier, dueOn: openedFor, since: submittedAt ?? statusAt };
    if (status === "from_documents") {
      return { ...about, what: "Answer from documents", href: `/assessments/${id}/documents`, button: "Continue answering" };
    }
    const what = openedFor ? "Review the reassessment" : "Review answers";
    return { ...about, what, href: `/assessments/${id}/review`, button: status === "submitted" ? "Start review" : "Continue review" };
  });
}

/** Decisions to be taken, and those that wait for the second signature of somebody else than the first signer. */
export async function decisionTasks(asked: Asked): Promise<Task[]> {
  const rows = await running(asked, ["reviewed"]);
  const signed = await awaitingSecond(asked);
  return rows.flatMap((row) => (signed.has(row.id) ? [] : [decide(row)]));
}

export async function signatureTasks(asked: Asked): Promise<Task[]> {
  const rows = await running(asked, ["reviewed"]);
  const signed = await awaitingSecond(asked);
  return rows.flatMap((row) => {
    const decision = signed.get(row.id);
    if (!decision || decision.signedById === asked.personId) return [];
    return [
      {
        ...decide(row),
        id: `second ${row.id}`,
        kind: "second" as const,
        what: "Second signature",
        since: decision.signedAt,
        button: "Sign",
      },
    ];
  });
}

type Running = Awaited<ReturnType<typeof running>>[number];

const decide = ({ id, vendor, service, tier, openedFor, statusAt }: Running): Task => ({
  id: `decide ${id}`,
  kind: "decide",
  what: "Decide",
  vendor,
  service,
  tier,
  dueOn: openedFor,
  since: statusAt,
  href: `/assessments/${id}/decide`,
  button: "Decide",
});

async function awaitingSecond({ from, organisationId }: Asked) {
  const { decisions: d, assessments: a } = from.t;
  const rows = await from.db
    .select({ assessmentId: d.assessmentId, signedById: d.signedById, signedAt: d.signedAt })
    .from(a)
    .innerJoin(d, and(eq(d.organisationId, a.organisationId), eq(d.assessmentId, a.id)))
    .where(and(eq(a.organisationId, organisationId), eq(a.status, "reviewed"), eq(d.status, "awaiting_second")))
    .limit(mostPerKind);
  return new Map(rows.map((row) => [row.assessmentId, row]));
}

/** Vendors that are late, and reassessments that could not be sent. */
export async function sendingTasks(asked: Asked): Promise<Task[]> {
  const [late, drafts] = await Promise.all([running(asked, ["sent", "in_progress", "clarification"], true), running(asked, ["draft"])]);
  return [
    ...late.map(
      ({ id, vendor, service, tier, dueOn, statusAt }): Task => ({
        id: `late ${id}`,
        kind: "late",
        what: "Remind of late answers, or extend",
        vendor,
        service,
        tier,
        dueOn,
        since: statusAt,
        href: `/assessments/${id}`,
        button: "Open",
      }),
    ),
    ...drafts.map(
      ({ id, vendor, service, tier, openedFor, statusAt, engagementId }): Task => ({
        id: `draft ${id}`,
        kind: "draft",
        what: "Send the questionnaire",
        vendor,
        service,
        tier,
        dueOn: openedFor,
        since: statusAt,
        href: `/engagements/${engagementId}/send`,
        button: "Send",
      }),
    ),
  ];
}

/** The last word about a question is the vendor's. */
export async function questionTasks(asked: Asked): Promise<Task[]> {
  const open = await running(asked, ["sent", "in_progress", "from_documents", "clarification"]);
  if (open.length === 0) return [];
  const { from, organisationId } = asked;
  const { messages: m } = from.t;
  const rows = await from.db
    .select({ assessmentId: m.assessmentId, questionKey: m.questionKey, side: m.from, at: m.at })
    .from(m)
    .where(
      and(
        eq(m.organisationId, organisationId),
        inArray(
          m.assessmentId,
          open.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(desc(m.id));
  const seen = new Set<string>();
  return rows.flatMap(({ assessmentId, questionKey, side, at }): Task[] => {
    const thread = `${assessmentId} ${questionKey}`;
    if (seen.has(thread)) return [];
    seen.add(thread);
    const about = open.find(({ id }) => id === assessmentId);
    if (side !== "vendor" || !about) return [];
    const { vendor, service, tier } = about;
    const where = { href: `/assessments/${assessmentId}`, button: "Reply" };
    return [
      {
        id: `ask ${thread}`,
        kind: "ask",
        what: "Answer a question",
        vendor,
        service,
        tier,
        dueOn: null,
        since: at,
        ...where,
      },
    ];
  });
}
