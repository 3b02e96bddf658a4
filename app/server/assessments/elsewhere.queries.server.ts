// What a vendor answered for its other engagements, as the rule of questions asked per vendor sees it (questionnaires, rule 9). One vendor and
// one organisation only.
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { takenFrom } from "#app/domain/assessment/answer-source.ts";
import { type AnsweredElsewhere, type GivenElsewhere, lastDayElsewhere } from "#app/domain/assessment/answers-elsewhere.ts";
import { type Day, dayReader } from "#app/domain/monitoring/calendar-days.ts";
import { isAnswer } from "#app/domain/questionnaire/answer.ts";
import { organisationFacts } from "../platform/organisation.queries.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { type AnswerRow, listAnswers } from "./answers.queries.server.ts";
import type { AssessmentRow } from "./assessments.queries.server.ts";
import { listClarifications } from "./clarifications.queries.server.ts";
import { listCorrections } from "./corrections.queries.server.ts";
import { listMessages } from "./messages.repo.server.ts";
import { readVendorState } from "./portal/refresh-progress.step.server.ts";
import { listDeterminations } from "./review/determinations.repo.server.ts";
import { listSubmissions } from "./submissions.queries.server.ts";

const submittedStatuses = ["submitted", "in_review", "clarification", "reviewed", "decided"] as const;

/** What the vendor submitted itself, oldest first. */
export async function listSubmittedOf(from: Reader, organisationId: string, vendorId: string): Promise<AssessmentRow[]> {
  const { assessments: a } = from.t;
  return await from.db
    .select()
    .from(a)
    .where(and(eq(a.organisationId, organisationId), eq(a.vendorId, vendorId), inArray(a.status, [...submittedStatuses]), isNull(a.method)))
    .orderBy(asc(a.createdAt), asc(a.id))
    .limit(1000);
}

/** Only what was signed at most six months before the day of sending can count, so nothing older is read. */
export async function readElsewhere(
  portal: Portal,
  from: Reader,
  { organisationId, vendorId, id }: Pick<AssessmentRow, "organisationId" | "vendorId" | "id">,
  sentOn: Day,
): Promise<AnsweredElsewhere[]> {
  const dayOf = dayReader((await organisationFacts(from, organisationId)).timeZone);
  const found: AnsweredElsewhere[] = [];
  for (const assessment of await listSubmittedOf(from, organisationId, vendorId)) {
    if (assessment.id === id) continue;
    const signatures = (await listSubmissions(from, organisationId, assessment.id)).map(({ at }) => at);
    if (signatures.length === 0) signatures.push(assessment.submittedAt ?? assessment.statusAt);
    if (lastDayElsewhere(dayOf(signatures[0]!)) < sentOn) continue;
    found.push(await readOne(portal, from, assessment, signatures.reverse(), dayOf));
  }
  return found;
}

/** `signatures`: oldest first. */
async function readOne(
  portal: Portal,
  from: Reader,
  assessment: AssessmentRow,
  signatures: readonly Date[],
  dayOf: (instant: Date) => Day,
): Promise<AnsweredElsewhere> {
  const { organisationId, id, engagementId } = assessment;
  const { form, state, files } = await readVendorState(portal, from, assessment);
  const asked = (await listClarifications(from, organisationId, id)).filter(({ status }) => status !== "answered");
  const corrections = (await listCorrections(from, organisationId, id)).filter(({ sentAt }) => sentAt === null);
  const open = new Set([...asked, ...corrections].map(({ questionKey }) => questionKey));
  const wondering = (await listMessages(from, organisationId, id)).filter((message) => message.from === "vendor");
  const judged = new Map((await listDeterminations(from, organisationId, id)).map((row) => [row.questionKey, row]));
  const rows = new Map((await listAnswers(from, organisationId, id)).map((row) => [row.questionKey, row]));
  const answers = form.set.questions.flatMap(({ index, owner, type }): GivenElsewhere[] => {
    const questionKey = form.keys[index]!;
    const row = rows.get(questionKey);
    const isFile = type === "file" && (files[index]! > 0 || row?.instead?.is === "covered");
    if (owner !== index || state.visible[index] === 0 || !(isAnswer(row?.value) || isFile) || row?.origin === "documents") return [];
    const signedAt = signatureOf(row, signatures);
    const revision = row?.revision ?? 0;
    const newest = judged.get(questionKey);
    const isUnclear = newest?.verdict === "clarify" && newest.answerRevision === revision;
    const isWondered = wondering.some((message) => message.questionKey === questionKey && message.at > signedAt);
    return [
      {
        questionKey,
        revision,
        value: row?.value ?? null,
        reason: row?.reason ?? "",
        signedAt,
        signedOn: dayOf(signedAt),
        taken: row && takenFrom(row),
        isDoubted: open.has(questionKey) || isUnclear || isWondered,
      },
    ];
  });
  return { assessmentId: id, engagementId, form, answers };
}

/** The first signature under this revision. */
const signatureOf = (row: AnswerRow | undefined, signatures: readonly Date[]): Date =>
  signatures.find((at) => row === undefined || at >= row.givenAt) ?? signatures.at(-1)!;

/** What other assessments of a vendor are about, and to whom they went. */
export async function servicesElsewhere(
  from: Reader,
  organisationId: string,
  vendorId: string,
  assessmentIds: readonly string[],
): Promise<{ assessmentId: string; service: string; contactId: string | null }[]> {
  if (assessmentIds.length === 0) return [];
  const { assessments: a, engagements: e } = from.t;
  return await from.db
    .select({ assessmentId: a.id, service: e.service, contactId: a.contactId })
    .from(a)
    .innerJoin(e, eq(e.id, a.engagementId))
    .where(and(eq(a.organisationId, organisationId), eq(a.vendorId, vendorId), inArray(a.id, [...assessmentIds])))
    .orderBy(asc(a.id))
    .limit(1000);
}

export interface TakenFacts {
  /** What each assessment is about that answers were taken from. */
  services: ReadonlyMap<string, string>;
  /** Keys of answers that stand there in another revision by now. */
  outdated: ReadonlySet<string>;
}

/** About the answers of an assessment that were taken over, for our own people. */
export async function readTakenFacts(
  from: Reader,
  { organisationId, vendorId }: Pick<AssessmentRow, "organisationId" | "vendorId">,
  answers: Iterable<AnswerRow>,
): Promise<TakenFacts> {
  const taken = [...answers].flatMap((row) => {
    const source = takenFrom(row);
    return source ? [{ questionKey: row.questionKey, ...source }] : [];
  });
  const ids = [...new Set(taken.map(({ assessmentId }) => assessmentId))];
  const services = (await servicesElsewhere(from, organisationId, vendorId, ids)).map((row) => [row.assessmentId, row.service] as const);
  const outdated = new Set<string>();
  for (const id of ids) {
    const revisions = new Map((await listAnswers(from, organisationId, id)).map(({ questionKey, revision }) => [questionKey, revision]));
    for (const { questionKey, assessmentId, revision } of taken) {
      if (assessmentId === id && (revisions.get(questionKey) ?? 0) !== revision) outdated.add(questionKey);
    }
  }
  return { services: new Map(services), outdated };
}
