// The trace of a score as a table for spreadsheets. Cells that a spreadsheet would run as a formula are made harmless (OWASP, "CSV
// Injection"); numbers are points with two decimals, a dot before them whatever the language.
import type { ScoreTrace } from "./score-trace.ts";

const head = ["Section", "Question", "Id", "Answer", "Counts as", "Of", "Points", "Would gain"];

/** CRLF lines, a byte order mark in front: spreadsheets read it as UTF-8. The last lines lead from the sum to the score. */
export function traceCsv(trace: ScoreTrace, answerOf: (questionId: string) => string): string {
  const titles = new Map(trace.sections.map(({ id, title }) => [id, title]));
  const rows = trace.rows.map(({ question, sectionId, countsAsBps, ofBps, pointsBps, gainBps }) => [
    titles.get(sectionId) ?? sectionId,
    question.text,
    question.id,
    answerOf(question.id),
    points(countsAsBps),
    points(ofBps),
    points(pointsBps),
    points(gainBps),
  ]);
  const sum = (name: string, bps: number) => [name, "", "", "", "", "", points(bps), ""];
  const end = [
    sum("Sum", trace.uncappedBps ?? 0),
    ...(trace.limitedByBps > 0 ? [sum(`Limited by ${trace.limitedBy.join(", ")}`, -trace.limitedByBps)] : []),
    sum("Score", trace.scoreBps ?? 0),
  ];
  return `\uFEFF${[head, ...rows, ...end].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

const points = (bps: number): string => (bps / 100).toFixed(2);

/** Our own numbers may begin with a minus; text never with what starts a formula. */
function cell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
