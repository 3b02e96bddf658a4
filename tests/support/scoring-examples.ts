// The hand-worked examples of the scoring method: a folder each in fixtures/scoring with questionnaire, answers and the expected result,
// whose comments show the arithmetic. Unit tests hold the scorer against them, integration tests the command line.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import type { ScoreResult } from "#app/domain/assessment/score-result.ts";

const root = resolve("tests/fixtures/scoring");

export interface ScoringExample {
  name: string;
  questionnaires: string[];
  answers: string;
  expected: ScoreResult;
}

type Row = [string, boolean, boolean, number, number | null, number | null, number | null, number | null];

export function scoringExamples(): ScoringExample[] {
  return readdirSync(root).map((name) => {
    const files = readdirSync(join(root, name)).sort();
    const path = (start: string) => files.filter((file) => file.startsWith(start)).map((file) => join(root, name, file));
    const questionnaires = path("questionnaire");
    return { name, questionnaires, answers: path("answers")[0]!, expected: expectedResult(path("expected")[0]!, questionnaires) };
  });
}

function expectedResult(path: string, questionnaires: string[]): ScoreResult {
  const { sections, questions, findings, questionnaires: several, ...totals } = parse(readFileSync(path, "utf8"));
  const versions = questionnaires.map((file) => {
    const bytes = readFileSync(file);
    const { id, version } = parse(bytes.toString("utf8"));
    return { id, version, sha256: createHash("sha256").update(bytes).digest("hex") };
  });
  const named = several
    ? { questionnaires: versions.map((version, i) => ({ ...version, uncappedBps: several[i][2] })) }
    : { questionnaire: versions[0]! };
  return {
    method: "vouchsafe-1",
    ...named,
    ...totals,
    sections: sections.map(([id, weight, bps]: [string, number, number | null]) => ({ id, weight, bps })),
    questions: questions.map(([id, visible, counts, weight, valueBps, factorBps, contributionBps, gainBps]: Row) => ({
      id,
      visible,
      counts,
      weight,
      valueBps,
      factorBps,
      contributionBps,
      gainBps,
    })),
    findings: findings.map(([question, severity, title]: [string, string, string]) => ({ question, severity, title })),
  } as ScoreResult;
}
