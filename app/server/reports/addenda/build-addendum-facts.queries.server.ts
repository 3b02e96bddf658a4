// What an addendum says: what changed, when and by which role, how conditions and accepted risks stand with it, and which signed
// documents it adds to, by hash.
import { conditionState } from "#app/domain/assessment/decision-outcomes.ts";
import { acceptanceNeedTexts } from "#app/domain/assessment/decision-prerequisites.ts";
import { type Day, dayInZone } from "#app/domain/monitoring/calendar-days.ts";
import type { AddendumFacts, NamedDocument } from "#app/domain/report/addendum.ts";
import { calendarDay } from "#app/domain/report/report-format.ts";
import { getAssessment } from "../../assessments/assessments.queries.server.ts";
import { type ConditionRow, getDecision, listConditions } from "../../decisions/decisions.queries.server.ts";
import { questionTextOf } from "../../decisions/question-text.server.ts";
import { listRiskAcceptances, type RiskAcceptanceRow } from "../../decisions/risk-acceptances.queries.server.ts";
import { getEvidence } from "../../evidence/evidence.queries.server.ts";
import { organisationFacts } from "../../platform/organisation.queries.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Reader } from "../../platform/store.server.ts";
import { formOf } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { getEngagement } from "../../vendors/engagements.queries.server.ts";
import { getVendor } from "../../vendors/vendors.queries.server.ts";
import { assessmentNumber } from "../build-report-facts.queries.server.ts";
import { peopleOfReport, roleWords } from "../report-people.queries.server.ts";
import { type AddendumRow, getAddendum, listStoredAddenda } from "./addenda.queries.server.ts";

export interface AddendumAbout {
  addendumId: string;
  /** Id under which the document is stored. */
  documentId: string;
  producedAt: Date;
}

/** Throws not_found. Report and decision page have to be stored. */
export async function buildAddendumFacts(
  portal: Portal,
  from: Reader,
  organisationId: string,
  { addendumId, documentId, producedAt }: AddendumAbout,
): Promise<AddendumFacts> {
  const addendum = await getAddendum(from, organisationId, addendumId);
  const { assessmentId } = addendum;
  const decision = await getDecision(from, organisationId, addendum.decisionId);
  const [assessment, engagement, vendor, organisation, form, conditions, acceptances, people] = await Promise.all([
    getAssessment(from, organisationId, assessmentId),
    getEngagement(from, organisationId, addendum.engagementId),
    getVendor(from, organisationId, addendum.vendorId),
    organisationFacts(from, organisationId),
    formOf(portal, from, organisationId, assessmentId),
    listConditions(from, organisationId, decision.id),
    listRiskAcceptances(from, organisationId, assessmentId),
    peopleOfReport(from, organisationId, [addendum.byId ?? ""]),
  ]);
  const today = dayInZone(producedAt, organisation.timeZone);
  const textOf = questionTextOf(form);
  const carried = acceptances.filter(({ status }) => status === "in_force" || status === "expired");
  return {
    document: {
      id: documentId,
      producedAt: producedAt.toISOString(),
      classification: "Confidential",
      timeZone: organisation.timeZone,
      language: "en",
    },
    organisation: { name: organisation.name },
    vendor: { name: vendor.name },
    engagement: { service: engagement.service },
    assessment: { number: assessmentNumber(assessment) },
    number: addendum.number,
    cause: addendum.cause,
    statement: statementOf(addendum, conditions, carried, textOf),
    reason: addendum.reason,
    at: addendum.at.toISOString(),
    byRole: addendum.byId === null ? "Nobody: its day came" : roleWords(people.get(addendum.byId)?.roles ?? [], "compliance_officer"),
    decision: {
      outcome: decision.outcome,
      decidedAt: (decision.countersignedAt ?? decision.signedAt).toISOString(),
      isWithdrawn: decision.status === "withdrawn",
    },
    conditions: conditions.map((row) => ({ ...shownCondition(row, today) })),
    acceptances: carried.map(({ subject, expiresOn, status }) => ({
      subject: subjectWords(subject, textOf),
      expiresOn,
      isInForce: status === "in_force",
    })),
    addsTo: await documentsBefore(from, organisationId, addendum, [decision.reportEvidenceId, decision.decisionPageEvidenceId]),
    verifyUrl: `${portal.config.publicUrl}/verify`,
  };
}

type TextOf = ReturnType<typeof questionTextOf>;

function statementOf(
  { cause, subjectId }: AddendumRow,
  conditions: readonly ConditionRow[],
  acceptances: readonly RiskAcceptanceRow[],
  textOf: TextOf,
): string {
  switch (cause) {
    case "condition_met": {
      const condition = conditions.find(({ id }) => id === subjectId);
      return `Condition C-${condition?.number ?? "?"} is met: ${condition?.text ?? ""}`;
    }
    case "acceptance_ended": {
      const acceptance = acceptances.find(({ id }) => id === subjectId);
      const until = acceptance ? `, accepted until ${calendarDay(acceptance.expiresOn)}` : "";
      return `This risk is no longer accepted: ${acceptance ? subjectWords(acceptance.subject, textOf) : "a risk"}${until}. What it covered is open again, and the decision reads "condition not met".`;
    }
    case "decision_withdrawn":
      return "The decision no longer holds. The documents below say what was decided, not what holds now.";
  }
}

function shownCondition({ number, text, when, dueOn, metAt }: ConditionRow, today: Day) {
  return { number: `C-${number}`, text, due: when, dueOn, state: conditionState({ dueOn, isMet: metAt !== null }, today) };
}

/** "A knock-out failed: Do you keep card codes?" */
function subjectWords(subject: string, textOf: TextOf): string {
  const at = subject.indexOf(":");
  const [code, about] = at < 0 ? [subject, ""] : [subject.slice(0, at), subject.slice(at + 1)];
  const words = acceptanceNeedTexts[code as keyof typeof acceptanceNeedTexts] ?? code;
  return about === "" ? words : `${words}: ${textOf.byKey(about)}`;
}

/** Report, decision page and the addenda before this one, newest addendum first. */
async function documentsBefore(
  from: Reader,
  organisationId: string,
  { assessmentId, decisionId, number }: AddendumRow,
  ids: readonly (string | null)[],
): Promise<NamedDocument[]> {
  const names = ["Audit report", "Decision page"];
  const signed: NamedDocument[] = [];
  for (const [index, id] of ids.entries()) {
    if (id === null) throw new Error(`The documents of decision ${decisionId} are not stored yet.`);
    const { sha256, uploadedAt } = await getEvidence(from, organisationId, id);
    signed.push({ name: names[index] ?? "", id, sha256, storedAt: uploadedAt.toISOString() });
  }
  const earlier = (await listStoredAddenda(from, organisationId, [assessmentId])).filter(
    (each) => each.decisionId === decisionId && each.number < number,
  );
  return [
    ...signed,
    ...earlier.map((each) => ({
      name: `Addendum ${each.number}`,
      id: each.evidenceId,
      sha256: each.sha256,
      storedAt: each.storedAt.toISOString(),
    })),
  ];
}
