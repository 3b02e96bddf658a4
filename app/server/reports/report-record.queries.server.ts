// What a report quotes of one assessment: its sections with answers and determinations, and the evidence they rest on.
import type { StoredBridgeLetter } from "#app/domain/evidence/bridge-letters.ts";
import { datedEvidence } from "#app/domain/evidence/dated-evidence.ts";
import { evidenceChecks } from "#app/domain/evidence/evidence-checks.ts";
import { evidenceStateOn } from "#app/domain/evidence/evidence-expiry.ts";
import { evidenceKindRow, isEvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import { verificationWayTexts } from "#app/domain/evidence/verification.ts";
import { worksheetFacts } from "#app/domain/evidence/worksheets/worksheet-facts.ts";
import { fieldsFor } from "#app/domain/evidence/worksheets/worksheets.ts";
import type { ReportEvidence, ReportSection } from "#app/domain/report/report-facts.ts";
import { calendarDay } from "#app/domain/report/report-format.ts";
import { type AnswerRecord, type DeterminationRecord, reportSections } from "#app/domain/report/report-sections.ts";
import { listAnswers, listRevisions } from "../assessments/answers.queries.server.ts";
import { getAssessment } from "../assessments/assessments.queries.server.ts";
import { readTakenFacts } from "../assessments/elsewhere.queries.server.ts";
import { newestDeterminations, type StoredResult } from "../decisions/review-record.queries.server.ts";
import { type EvidenceRow, listBridgeLetters, listUsedEvidence } from "../evidence/evidence.queries.server.ts";
import { worksheetsOf } from "../evidence/worksheets.queries.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { formOf } from "../questionnaires/questionnaire-versions.queries.server.ts";
import { peopleOfReport, roleWords } from "./report-people.queries.server.ts";

export interface ReportRecord {
  sections: ReportSection[];
  evidence: ReportEvidence[];
  form: Awaited<ReturnType<typeof formOf>>;
  /** Role of each reviewer, with how many answers it determined. */
  reviewers: { role: string; answersDetermined: number }[];
}

export async function reportRecord(
  portal: Portal,
  from: Reader,
  organisationId: string,
  assessmentId: string,
  { result, input, row }: Pick<StoredResult, "result" | "input"> & { row: Pick<StoredResult["row"], "asOn"> },
): Promise<ReportRecord> {
  const form = await formOf(portal, from, organisationId, assessmentId);
  const answers = await listAnswers(from, organisationId, assessmentId);
  const revisions = await listRevisions(from, organisationId, assessmentId);
  const determinations = await newestDeterminations(from, organisationId, assessmentId);
  const used = await listUsedEvidence(from, organisationId, assessmentId);
  const people = await peopleOfReport(from, organisationId, [
    ...[...determinations.values()].map(({ byId }) => byId),
    ...used.flatMap(({ evidence }) => [evidence.verdictById ?? "", evidence.uploadedById ?? ""]),
  ]);
  const roleOf = (id: string | null) => roleWords(people.get(id ?? "")?.roles ?? ["compliance_officer"]);
  const counts = new Map<string, number>();
  for (const { byId } of determinations.values()) counts.set(byId, (counts.get(byId) ?? 0) + 1);
  const judged = [...determinations].map(([key, item]): [string, DeterminationRecord] => [key, { ...item, byRole: roleOf(item.byId) }]);
  const documents = new Map(used.map(({ evidence }) => [evidence.id, evidence]));
  const letters = await listBridgeLetters(from, organisationId, [...new Set(used.map(({ evidence }) => evidence.vendorId))]);
  const worksheets = await worksheetsOf(from, organisationId, [...documents.keys()]);
  return {
    form,
    sections: reportSections({
      form,
      result,
      input,
      answers: new Map(answers.map((answer) => [answer.questionKey, answer])),
      revisions: grouped<AnswerRecord & { questionKey: string }, AnswerRecord>(revisions, (revision) => revision),
      determinations: new Map(judged),
      evidenceIds: grouped(used, ({ evidence }) => evidence.id),
      services: (await readTakenFacts(from, await getAssessment(from, organisationId, assessmentId), answers)).services,
    }),
    evidence: [...documents.values()].map((evidence) => ({
      ...evidenceOf(evidence, letters, row.asOn, roleOf),
      read: worksheetFacts(evidence.kind, fieldsFor(evidence.kind, worksheets.get(evidence.id)) ?? {}).map(
        ({ label, words, isDay, page }) => ({
          name: label,
          words: isDay ? words.map((day) => calendarDay(day)) : [...words],
          page: page || null,
        }),
      ),
    })),
    reviewers: [...counts].map(([id, answersDetermined]) => ({ role: roleOf(id), answersDetermined })),
  };
}

function grouped<T extends { questionKey: string }, U>(rows: readonly T[], pick: (row: T) => U): Map<string, U[]> {
  const map = new Map<string, U[]>();
  for (const row of rows) map.set(row.questionKey, [...(map.get(row.questionKey) ?? []), pick(row)]);
  return map;
}

function evidenceOf(
  row: EvidenceRow,
  letters: readonly StoredBridgeLetter[],
  asOf: string,
  roleOf: (id: string | null) => string,
): Omit<ReportEvidence, "read"> {
  const { kind, startsOn, expiresOn, verdict, verification, verdictAt } = row;
  const isKnown = isEvidenceKind(kind);
  return {
    id: row.id,
    fileName: row.fileName,
    kind,
    kindTitle: isKnown ? evidenceKindRow(kind).label.en : kind,
    sha256: row.sha256,
    sizeBytes: row.bytes,
    validFromOn: startsOn,
    expiresOn,
    state: isKnown ? evidenceStateOn(datedEvidence(row, letters), asOf) : "provided",
    uploadedAt: row.uploadedAt.toISOString(),
    byRole: row.uploadedById && !row.uploadedById.startsWith("vse_") ? roleOf(row.uploadedById) : "Vendor contact",
    verified:
      verdict === "verified" && verification && verdictAt
        ? {
            how: wordsOf(verificationWayTexts, verification.how),
            page: verification.page || null,
            checks: verification.checks.map((check) => wordsOf(checkTexts, check)),
            byRole: roleOf(row.verdictById),
            at: verdictAt.toISOString(),
          }
        : null,
  };
}

const checkTexts = Object.fromEntries(Object.entries(evidenceChecks).map(([code, { en }]) => [code, en]));

/** A code that was retired since is printed as it is. */
const wordsOf = (texts: Readonly<Record<string, string>>, code: string): string => texts[code] ?? code;
