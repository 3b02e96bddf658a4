// A score for reading: the trace table whose last column adds up to the printed score, then what stands beside it.
import type { ScoredQuestion, ScoreResult } from "#app/domain/assessment/score-result.ts";

/** Basis points as a percentage with two decimals: exact, so that printed columns can be added. */
const percent = (bps: number): string => (bps / 100).toFixed(2);

export function scoreReport(result: ScoreResult): string {
  const { uncappedBps, scoreBps, grade } = result;
  const counting = result.questions.filter(({ counts }) => counts);
  const width = Math.max(12, ...counting.map(({ id }) => id.length));
  const row = (label: string, ...cells: string[]) => `${label.padEnd(width)}  ${cells.map((cell) => cell.padStart(9)).join(" ")}`;
  const total = (label: string, bps: number) => row(label, "", "", "", percent(bps));
  const lines = [
    ...titles(result),
    "",
    row("question", "weight", "value", "evidence", "points", "gain"),
    ...counting.map((question) => row(question.id, ...cellsOf(question))),
  ];
  if (uncappedBps === null || scoreBps === null) {
    lines.push("No question counts: there is no score.");
  } else {
    if (scoreBps < uncappedBps) {
      const limits = result.cappedBy.length > 0 ? result.cappedBy : result.heldBy;
      lines.push(total("", uncappedBps), total(`limited by ${limits.join(", ")}`, scoreBps - uncappedBps));
    }
    lines.push(total("score", scoreBps), "");
    lines.push(`Grade ${grade ?? "none: coverage is not complete"}, ${percent(result.assuranceBps)} % of it verified.`);
  }
  lines.push(`Coverage ${percent(result.coverageBps)} %.`);
  if (result.cappedBy.length > 0) lines.push(`Failed knock-outs: ${result.cappedBy.join(", ")}.`);
  if (result.heldBy.length > 0) lines.push(`Half met or unproven knock-outs: ${result.heldBy.join(", ")}.`);
  if (result.accepted.length > 0) lines.push(`Risk accepted (changes no score): ${result.accepted.join(", ")}.`);
  const dropped = result.sections.filter(({ bps }) => bps === null).map(({ id }) => id);
  if (dropped.length > 0) lines.push(`Sections in which nothing counts: ${dropped.join(", ")}.`);
  for (const { severity, title, question } of result.findings) lines.push(`Finding, ${severity}: ${title} (${question})`);
  return `${lines.join("\n")}\n`;
}

function titles(result: ScoreResult): string[] {
  if ("questionnaire" in result) return [`${result.questionnaire.id} ${result.questionnaire.version}, method ${result.method}`];
  const each = result.questionnaires.map(
    ({ id, version, uncappedBps }) => `${id} ${version}: ${uncappedBps === null ? "nothing counts" : percent(uncappedBps)}`,
  );
  return [`method ${result.method}`, ...each];
}

const cellsOf = ({ weight, valueBps, factorBps, contributionBps, gainBps }: ScoredQuestion): string[] => [
  String(weight),
  percent(valueBps!),
  percent(factorBps!),
  percent(contributionBps!),
  gainBps === null ? "" : `+${percent(gainBps)}`,
];
