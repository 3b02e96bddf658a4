// What a decision letter says, from the decision and the result it rests on. Rationale, determinations, tier, residual risk and risk
// acceptances are never read here.

import type { AssessmentForm } from "#app/domain/assessment/assessment-form.ts";
import { findingTitle, wording } from "#app/domain/assessment/question-wording.ts";
import type { ScoreResult } from "#app/domain/assessment/score-result.ts";
import { dayInZone } from "#app/domain/monitoring/calendar-days.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import { type LetterFacts, letterHelp, mostGains, mostToMend } from "#app/domain/report/letter-facts.ts";
import { getAssessment } from "../../assessments/assessments.queries.server.ts";
import { getDecision, listConditions } from "../../decisions/decisions.queries.server.ts";
import { findResultById } from "../../decisions/review-record.queries.server.ts";
import { listFindingsOf } from "../../findings/findings.queries.server.ts";
import { organisationFacts } from "../../platform/organisation.queries.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Reader } from "../../platform/store.server.ts";
import { formOf } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { getEngagement } from "../../vendors/engagements.queries.server.ts";
import { getVendor } from "../../vendors/vendors.queries.server.ts";
import { assessmentNumber } from "../build-report-facts.queries.server.ts";
import { peopleOfReport } from "../report-people.queries.server.ts";

export interface LetterAbout {
  decisionId: string;
  language: Language;
  /** Id under which the document is stored. */
  documentId: string;
  producedAt: Date;
}

/** Throws not_found. Pure reading: a preview calls it, too. */
export async function buildLetterFacts(
  portal: Portal,
  from: Reader,
  organisationId: string,
  { decisionId, language, documentId, producedAt }: LetterAbout,
): Promise<LetterFacts> {
  const decision = await getDecision(from, organisationId, decisionId);
  const { assessmentId } = decision;
  const [assessment, engagement, vendor, organisation, form, conditions, findings, stored, people] = await Promise.all([
    getAssessment(from, organisationId, assessmentId),
    getEngagement(from, organisationId, decision.engagementId),
    getVendor(from, organisationId, decision.vendorId),
    organisationFacts(from, organisationId),
    formOf(portal, from, organisationId, assessmentId),
    listConditions(from, organisationId, decisionId),
    listFindingsOf(from, organisationId, assessmentId),
    findResultById(from, organisationId, decision.resultId),
    peopleOfReport(from, organisationId, [decision.signedById, decision.countersignedById ?? ""]),
  ]);
  const { timeZone } = organisation;
  const day = (at: Date) => dayInZone(at, timeZone);
  const signatory = (id: string, role: "officer" | "second", at: Date) => ({ name: people.get(id)?.name ?? "", role, on: day(at) });
  const { countersignedById, countersignedAt } = decision;
  const result = stored?.result;
  const open = findings
    .filter(({ status }) => status !== "closed" && status !== "risk_accepted")
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number));
  return {
    document: { id: documentId, producedAt: producedAt.toISOString(), timeZone, language },
    organisation: { name: organisation.name },
    vendor: { name: vendor.name },
    engagement: { service: engagement.service },
    assessment: { number: assessmentNumber(assessment), isFromDocuments: assessment.method === "from_documents" },
    decision: {
      outcome: decision.outcome,
      decidedOn: day(countersignedAt ?? decision.signedAt),
      nextReviewOn: decision.nextReviewOn,
      signatories: [
        signatory(decision.signedById, "officer", decision.signedAt),
        ...(countersignedById && countersignedAt ? [signatory(countersignedById, "second", countersignedAt)] : []),
      ],
    },
    result: { scoreBps: result?.scoreBps ?? null, grade: result?.grade ?? null },
    conditions: conditions.map(({ number, text, when, dueOn, metAt }) => ({
      number: `C-${number}`,
      text,
      when,
      dueOn,
      isMet: metAt !== null,
    })),
    mend: open.slice(0, mostToMend).map((finding) => ({ title: findingTitle(finding, form, language), dueOn: finding.dueOn })),
    moreToMend: Math.max(0, open.length - mostToMend),
    ...raising(result, form, language),
    verifyUrl: `${portal.config.publicUrl}/verify`,
  };
}

/** What holds the result, and the questions that alone would raise it, by their exact gain. */
function raising(
  result: ScoreResult | undefined,
  form: AssessmentForm,
  language: Language,
): Pick<LetterFacts, "limits" | "gains" | "moreGains"> {
  if (!result) return { limits: [], gains: [], moreGains: 0 };
  const textOf = (id: string) => wording(form, form.set.byKey.get(id), language)?.text ?? id;
  const isLimited = result.scoreBps !== null && result.uncappedBps !== null && result.scoreBps < result.uncappedBps;
  const raised = result.questions.filter(({ gainBps }) => gainBps !== null && gainBps > 0).sort((a, b) => b.gainBps! - a.gainBps!);
  return {
    limits: isLimited ? [...result.cappedBy, ...result.heldBy].map(textOf) : [],
    gains: raised.slice(0, mostGains).map((row) => ({ question: textOf(row.id), help: letterHelp(row), gainBps: row.gainBps! })),
    moreGains: Math.max(0, raised.length - mostGains),
  };
}
