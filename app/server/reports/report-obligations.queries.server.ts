// Findings, risk acceptances, contract clauses and PCI status as a report prints them.
import { acceptanceNeedTexts } from "#app/domain/assessment/decision-prerequisites.ts";
import { pciRecordSchema } from "#app/domain/engagement/pci-status.schema.ts";
import { pciStatusOn, pciValidUntil } from "#app/domain/engagement/pci-status.ts";
import { type FindingStatus, findingStatusTexts } from "#app/domain/finding/finding-status.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { clausesInScope, type RecordedClauses } from "#app/domain/report/clauses-in-scope.ts";
import type {
  ReportClause,
  ReportFinding,
  ReportPci,
  ReportQuestion,
  ReportRiskAcceptance,
  ReportScoreResult,
  RequirementState,
} from "#app/domain/report/report-facts.ts";
import { type Facts, isInCardScope } from "#app/domain/risk/facts.ts";
import type { RiskAcceptanceRow } from "../decisions/risk-acceptances.queries.server.ts";
import type { FindingRow } from "../findings/findings.queries.server.ts";
import { type ReportPerson, roleWords } from "./report-people.queries.server.ts";
import type { ReportRecord } from "./report-record.queries.server.ts";

type People = ReadonlyMap<string, ReportPerson>;

/** The report's id of a stored question key; undefined for one that is not in the set. */
const reportIdOf = ({ form }: ReportRecord, key: string): string | undefined => {
  const index = form.indexOf.get(key);
  return index === undefined ? undefined : form.set.questions[index]!.key;
};

export function findingsOf(rows: readonly FindingRow[], record: ReportRecord, people: People): ReportFinding[] {
  return rows.map((row) => ({
    id: row.id,
    number: `F-${row.number}`,
    title: row.title,
    severity: row.severity,
    questionId: row.questionKey ? (reportIdOf(record, row.questionKey) ?? row.questionKey) : null,
    state: findingStatusTexts[row.status as FindingStatus] ?? row.status,
    owner: row.ownerId ? roleWords(people.get(row.ownerId)?.roles ?? []) : null,
    dueOn: row.dueOn,
    plan: row.plan ? { text: row.plan, dueOn: row.dueOn, agreedAt: null } : null,
  }));
}

/** Those in force, and those that were and ended: what was only proposed or withdrawn carried no decision. */
export function riskAcceptancesOf(rows: readonly RiskAcceptanceRow[], record: ReportRecord, people: People): ReportRiskAcceptance[] {
  const signed = rows.filter(({ status }) => status === "in_force" || status === "expired");
  return signed.map((row, index) => {
    const owner = people.get(row.ownedById);
    const countersigner = people.get(row.countersignedById ?? "");
    return {
      id: row.id,
      number: `RA-${index + 1}`,
      subject: subjectWords(row.subject, record),
      reason: row.reason,
      owner: { name: owner?.name ?? "Unknown", role: roleWords(owner?.roles ?? [], "approver"), at: row.proposedAt.toISOString() },
      countersigner:
        countersigner && row.countersignedAt
          ? { name: countersigner.name, role: roleWords(countersigner.roles), at: row.countersignedAt.toISOString() }
          : null,
      expiresOn: row.expiresOn,
      isRenewal: row.renewsId !== null,
    };
  });
}

function subjectWords(subject: string, record: ReportRecord): string {
  const [code = "", ...rest] = subject.split(":");
  const about = rest.join(":");
  const words = acceptanceNeedTexts[code as keyof typeof acceptanceNeedTexts] ?? code;
  if (about === "") return words;
  const id = reportIdOf(record, about);
  const question = record.sections.flatMap(({ questions }) => questions).find((each) => each.id === id);
  return `${words}: ${question?.text ?? about}`;
}

export function clausesOf(facts: Facts, recorded: RecordedClauses): ReportClause[] {
  return clausesInScope(facts).map(({ framework, id, title }) => ({
    framework,
    id,
    title,
    state: recorded[id]?.state ?? "unknown",
    where: recorded[id]?.where || null,
  }));
}

const pciPrefix = "pci-dss-4.0.1#";

/** Null outside card scope. A requirement the vendor runs for us without proof is "not in place for us" (PCI DSS 4.0.1 12.8.5). */
export function pciOf(facts: Facts, stored: unknown, record: ReportRecord, score: ReportScoreResult, today: Day): ReportPci | null {
  if (!isInCardScope(facts)) return null;
  const pci = stored == null ? null : pciRecordSchema.parse(stored);
  const notTested = new Set(pci?.requirementsNotTested ?? []);
  const questions = record.sections.flatMap((section) => section.questions);
  const byRequirement = new Map<string, ReportQuestion[]>();
  for (const question of questions) {
    for (const control of question.controls.filter((each) => each.startsWith(pciPrefix))) {
      const id = control.slice(pciPrefix.length);
      byRequirement.set(id, [...(byRequirement.get(id) ?? []), question]);
    }
  }
  return {
    status: pciStatusOn(pci, today),
    assessor: pci?.assessor || null,
    reportOn: pci?.reportOn ?? null,
    validUntilOn: pci ? pciValidUntil(pci) : null,
    dssVersion: pci?.dssVersion || null,
    servicesCovered: pci?.servicesCovered ?? [],
    requirementsNotTested: pci?.requirementsNotTested ?? [],
    responsibilities: [...byRequirement]
      .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
      .map(([requirement, about]) => ({
        requirement,
        title: about[0]!.text,
        party: about.some(({ answer }) => answer.kind === "answered") ? "vendor" : "unknown",
        state: notTested.has(requirement) ? "not_tested" : requirementState(about, score),
        proof: proofOf(about, record),
      })),
  };
}

function requirementState(about: readonly ReportQuestion[], score: ReportScoreResult): RequirementState {
  const rows = new Map(score.questions.map((row) => [row.id, row]));
  const counting = about.filter(({ id }) => rows.get(id)?.counts);
  if (counting.length === 0) return "unknown";
  const isProven = counting.every(
    ({ id, evidenceState }) => rows.get(id)?.valueBps === 10_000 && evidenceState !== null && isProofState(evidenceState),
  );
  return isProven ? "in_place" : "not_in_place_for_us";
}

const isProofState = (state: string): boolean => state === "verified" || state === "provided" || state === "late";

function proofOf(about: readonly ReportQuestion[], { evidence }: ReportRecord): string | null {
  const ids = about.flatMap(({ evidenceIds }) => evidenceIds);
  return evidence.find(({ id }) => ids.includes(id))?.fileName ?? null;
}
