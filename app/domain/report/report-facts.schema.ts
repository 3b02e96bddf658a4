// Reads a report.json back (verification, tests, other tools). Strict: an unknown field is an error, because a fact
// that nobody declared must not slip into a signed document. Checked against the types of report-facts.ts below.
import { z } from "zod";
import { pciStatuses } from "#app/domain/engagement/pci-status.ts";
import { evidenceStates } from "#app/domain/evidence/evidence-states.ts";
import { dimensions, riskBands } from "#app/domain/risk/risk-levels.ts";
import {
  answerKinds,
  answerSources,
  changeKinds,
  clauseFrameworks,
  clauseStates,
  clearanceSteps,
  controlStates,
  determinationKinds,
  type ReportFacts,
  reportFormat,
  reportOutcomes,
  requirementStates,
  responsibleParties,
} from "./report-facts.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const bps = z.int().min(0).max(10_000);
const text = z.string();
const words = text.nullable();
const band = z.enum(riskBands);
const signatory = z.strictObject({ name: text, role: text, at: instant });

const decision = z.strictObject({
  outcome: z.enum(reportOutcomes),
  decidedAt: instant,
  rationale: text,
  approvers: z.array(signatory),
  standIn: words,
  conditions: z.array(
    z.strictObject({
      number: text,
      text,
      due: z.enum(["before_signature", "before_go_live", "by_date"]),
      dueOn: day.nullable(),
      owner: text,
      proof: words,
      state: z.enum(["open", "met", "not_met"]),
    }),
  ),
  residualRisk: z.strictObject({ band, tableBand: band, isNotAssessed: z.boolean(), reason: words }),
  nextReview: z
    .strictObject({ dueOn: day, candidates: z.array(z.strictObject({ dueOn: day, reason: text, isChosen: z.boolean() })) })
    .nullable(),
  clearance: z.array(
    z.strictObject({
      step: z.enum(clearanceSteps),
      isGiven: z.boolean(),
      missing: z.array(z.strictObject({ what: text, whoseTurn: words, since: day.nullable() })),
    }),
  ),
});

const inherentRisk = z.strictObject({
  band,
  tier: z.int().min(1).max(4),
  computedTier: z.int().min(1).max(4),
  dimensions: z.array(
    z.strictObject({
      dimension: z.enum(dimensions),
      level: z.int().min(1).max(4),
      answer: text,
      isAssumed: z.boolean(),
      confirmedBy: words,
      confirmedAt: instant.nullable(),
    }),
  ),
  facts: z.array(z.strictObject({ fact: text, label: text, words: text })),
  overrides: z.array(z.strictObject({ fromTier: z.int(), toTier: z.int(), reason: text, by: signatory })),
});

const score = z.strictObject({
  reviewed: z.strictObject({
    complete: z.boolean(),
    coverageBps: bps,
    uncappedBps: bps.nullable(),
    scoreBps: bps.nullable(),
    grade: words,
    cappedBy: z.array(text),
    heldBy: z.array(text),
    accepted: z.array(text),
    assuranceBps: bps,
    sections: z.array(z.strictObject({ id: text, weight: z.int(), bps: bps.nullable() })),
    questions: z.array(
      z.strictObject({
        id: text,
        visible: z.boolean(),
        counts: z.boolean(),
        weight: z.int(),
        valueBps: bps.nullable(),
        factorBps: bps.nullable(),
        contributionBps: bps.nullable(),
        gainBps: bps.nullable(),
      }),
    ),
  }),
  vendor: z.strictObject({ uncappedBps: bps.nullable(), scoreBps: bps.nullable(), grade: words }),
  required: z.int().min(0),
  answered: z.int().min(0),
});

const question = z.strictObject({
  id: text,
  text,
  isKnockOut: z.boolean(),
  isGate: z.boolean(),
  isRequired: z.boolean(),
  answer: z.strictObject({
    kind: z.enum(answerKinds),
    words: text,
    comment: words,
    source: z.enum(answerSources),
    byRole: words,
    at: instant.nullable(),
    document: z.strictObject({ evidenceId: text, page: words }).nullable(),
    promisedOn: day.nullable(),
    takenFrom: z.strictObject({ service: text, signedOn: day }).optional(),
    revision: z.int().min(0),
  }),
  earlier: z.array(z.strictObject({ words: text, byRole: text, at: instant })),
  determination: z.strictObject({ is: z.enum(determinationKinds), words, reason: words, byRole: text, at: instant }).nullable(),
  notApplicable: z.strictObject({ isAccepted: z.boolean(), byRole: text, reason: words }).nullable(),
  evidenceState: z.enum(evidenceStates).nullable(),
  evidenceIds: z.array(text),
  controls: z.array(text),
});

const evidence = z.strictObject({
  id: text,
  fileName: text,
  kind: text,
  kindTitle: text,
  sha256,
  sizeBytes: z.int().min(0),
  validFromOn: day.nullable(),
  expiresOn: day.nullable(),
  state: z.enum(evidenceStates),
  uploadedAt: instant,
  byRole: text,
  verified: z.strictObject({ how: text, page: words, checks: z.array(text), byRole: text, at: instant }).nullable(),
  // Reports stored before worksheets have none.
  read: z.array(z.strictObject({ name: text, words: z.array(text), page: words })).default([]),
});

const pci = z.strictObject({
  status: z.enum(pciStatuses),
  assessor: words,
  reportOn: day.nullable(),
  validUntilOn: day.nullable(),
  dssVersion: words,
  servicesCovered: z.array(text),
  requirementsNotTested: z.array(text),
  responsibilities: z.array(
    z.strictObject({
      requirement: text,
      title: text,
      party: z.enum(responsibleParties),
      state: z.enum(requirementStates),
      proof: words,
    }),
  ),
});

export const reportFactsSchema = z.strictObject({
  format: z.literal(reportFormat),
  document: z.strictObject({
    id: text,
    producedAt: instant,
    classification: text,
    audience: text,
    timeZone: text,
    language: text,
  }),
  organisation: z.strictObject({ id: text, name: text }),
  vendor: z.strictObject({ id: text, name: text, category: text, website: words, country: words, registrationId: words }),
  engagement: z.strictObject({
    id: text,
    service: text,
    goesLiveOn: day.nullable(),
    engagedBeforeAssessment: z.strictObject({ since: day, note: text }).nullable(),
    isInCardScope: z.boolean(),
  }),
  assessment: z.strictObject({
    id: text,
    number: text,
    method: text,
    asOf: day,
    sentAt: instant.nullable(),
    submittedAt: instant.nullable(),
    reviewClosedAt: instant.nullable(),
    questionnaires: z.array(z.strictObject({ id: text, version: text, sha256, title: text, uncappedBps: bps.nullable() })),
  }),
  howAnswered: z.strictObject({
    mode: z.enum(["vendor", "on_behalf", "from_documents", "mixed"]),
    attestation: signatory.nullable(),
    statement: text,
    note: words,
  }),
  reviewers: z.array(z.strictObject({ role: text, answersDetermined: z.int().min(0) })),
  decision,
  inherentRisk,
  score,
  sections: z.array(z.strictObject({ id: text, questionnaire: text, title: text, weight: z.int(), questions: z.array(question) })),
  knockOuts: z.array(
    z.strictObject({
      questionId: text,
      state: z.enum(["passed", "failed", "half_met", "unproven"]),
      capBps: bps.nullable(),
      riskAcceptanceId: words,
    }),
  ),
  evidence: z.array(evidence),
  findings: z.array(
    z.strictObject({
      id: text,
      number: text,
      title: text,
      severity: band,
      questionId: words,
      state: text,
      owner: words,
      dueOn: day.nullable(),
      plan: z.strictObject({ text, dueOn: day.nullable(), agreedAt: instant.nullable() }).nullable(),
    }),
  ),
  riskAcceptances: z.array(
    z.strictObject({
      id: text,
      number: text,
      subject: text,
      reason: text,
      owner: signatory,
      countersigner: signatory.nullable(),
      expiresOn: day,
      isRenewal: z.boolean(),
    }),
  ),
  clauses: z.array(
    z.strictObject({ framework: z.enum(clauseFrameworks), id: text, title: text, state: z.enum(clauseStates), where: words }),
  ),
  // Reports signed before this was printed have none.
  reliance: z
    .strictObject({
      ourControls: z.array(
        z.strictObject({ text, source: text, state: z.enum(["confirmed", "open", "late"]), by: words, on: day, how: words }),
      ),
      subcontractors: z.array(z.strictObject({ name: text, purpose: words, isCarvedOut: z.boolean(), source: text })),
    })
    .default({ ourControls: [], subcontractors: [] }),
  pci: pci.nullable(),
  changes: z
    .strictObject({
      previous: z.strictObject({ number: text, decidedOn: day, scoreBps: bps.nullable(), grade: words, residualBand: band }),
      items: z.array(z.strictObject({ kind: z.enum(changeKinds), questionId: words, what: text, before: words, after: words })),
    })
    .nullable(),
  crosswalk: z.array(
    z.strictObject({
      id: text,
      title: text,
      controls: z.array(z.strictObject({ id: text, state: z.enum(controlStates), questionIds: z.array(text) })),
    }),
  ),
  auditLog: z.strictObject({ position: z.int().min(0), headHash: text }),
  verification: z.strictObject({ verifyUrl: z.url().nullable(), certificateSubject: text, certificateFingerprint: sha256 }),
});

/** Reads `report.json`. Throws ZodError naming the path when the text is not a report of this format. */
export function parseReportFacts(value: unknown): ReportFacts {
  const facts: z.infer<typeof reportFactsSchema> = reportFactsSchema.parse(value);
  return facts satisfies ReportFacts;
}
