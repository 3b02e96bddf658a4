// At sending: what the vendor said of itself for another engagement within six months stands here as answered, with the documents behind it
// (questionnaires, rule 9). The vendor may change each; submitting confirms them.
import type { Instead } from "#app/domain/assessment/answer-input.ts";
import { answersToTake, askedPerVendor, type TakenAnswer } from "#app/domain/assessment/answers-elsewhere.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { takeEvidence } from "../../evidence/take-evidence.step.server.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { formOf, versionsBehind } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { listAnswers } from "../answers.queries.server.ts";
import { putAnswer } from "../answers.repo.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";
import { readElsewhere } from "../elsewhere.queries.server.ts";
import { refreshProgress } from "../portal/refresh-progress.step.server.ts";

/** `assessment` with the facts it is sent with. Returns the keys of the questions. */
export async function takeAnswers(tx: Tx, grant: Grant, portal: Portal, assessment: AssessmentRow, now: Date): Promise<string[]> {
  const { organisationId } = grant;
  const { id, engagementId } = assessment;
  const form = await formOf(portal, tx, organisationId, id);
  const facts = assessment.facts as KnownFacts;
  const asked = askedPerVendor(form, facts);
  if (asked.length === 0) return [];
  const sentOn = await todayIn(tx, organisationId, now);
  const elsewhere = await readElsewhere(portal, tx, assessment, sentOn);
  if (elsewhere.length === 0) return [];
  const versions = await versionsBehind(portal, tx, organisationId, form);
  const taken = answersToTake({ form, facts, engagementId, sentOn }, elsewhere, (questionnaireId) => versions.get(questionnaireId) ?? []);
  const saved: string[] = [];
  for (const fromAssessmentId of new Set(taken.map(({ assessmentId }) => assessmentId))) {
    const own = taken.filter(({ assessmentId }) => assessmentId === fromAssessmentId);
    saved.push(...(await takeFrom(tx, grant, assessment, { fromAssessmentId, taken: own, sentOn }, now)));
  }
  if (saved.length > 0) await refreshProgress(tx, portal, organisationId, id);
  return saved;
}

async function takeFrom(
  tx: Tx,
  grant: Grant,
  { id: assessmentId, vendorId }: AssessmentRow,
  { fromAssessmentId, taken, sentOn }: { fromAssessmentId: string; taken: readonly TakenAnswer[]; sentOn: string },
  now: Date,
): Promise<string[]> {
  const { organisationId } = grant;
  const given = new Map((await listAnswers(tx, organisationId, fromAssessmentId)).map((row) => [row.questionKey, row]));
  const before = new Map((await listAnswers(tx, organisationId, assessmentId)).map((row) => [row.questionKey, row]));
  const questionKeys = new Set(taken.map(({ questionKey }) => questionKey));
  const documents = await takeEvidence(tx, grant, { vendorId, fromAssessmentId, toAssessmentId: assessmentId, questionKeys }, sentOn, now);
  const saved: string[] = [];
  for (const { questionKey, revision, signedOn } of taken) {
    const row = given.get(questionKey);
    const instead = insteadHere(row?.instead ?? null, documents.get(questionKey) ?? []);
    // An answer that is a document stays open where the document holds no more.
    if ((row?.value ?? null) === null && instead === null && !documents.has(questionKey)) continue;
    await putAnswer(tx, {
      ...{ organisationId, assessmentId, questionKey, revision: (before.get(questionKey)?.revision ?? 0) + 1 },
      ...{ value: row?.value ?? null, comment: row?.comment ?? "", reason: row?.reason ?? "", instead },
      ...{ origin: "elsewhere", source: { is: "elsewhere", assessmentId: fromAssessmentId, revision, signedOn } },
      ...{ givenBy: row?.givenBy ?? "", givenAt: row?.givenAt ?? now },
    });
    saved.push(questionKey);
  }
  if (saved.length === 0) return saved;
  const data = { fromAssessmentId, questionKeys: saved };
  await recordAuditEvent(tx, grant, { type: "answers.taken_over", objectId: assessmentId, vendorId, data }, now);
  return saved;
}

/** Promises stay behind, and so does the name of a document that does not hold any more. */
function insteadHere(instead: Instead | null, documents: readonly string[]): Instead | null {
  if (instead?.is !== "covered") return null;
  return instead.evidenceId === undefined || documents.includes(instead.evidenceId) ? instead : null;
}
