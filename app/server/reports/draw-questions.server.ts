// Fourth part: every visible question with its answer, determination, evidence and points, by section.
import { placeWords } from "#app/domain/assessment/answer-input.ts";
import type { ReportFacts, ReportQuestion } from "#app/domain/report/report-facts.ts";
import { instantIn, percent, points } from "#app/domain/report/report-format.ts";
import type { ReportNumbering } from "#app/domain/report/report-numbering.ts";
import { answerKindWords, answerSourceWords, determinationWords, evidenceStateWords } from "#app/domain/report/report-words.ts";
import type { ScoreTrace, TraceRow } from "#app/domain/report/score-trace.ts";
import { addSheet, type Paper } from "./paper.server.ts";
import { chapterTitle, paragraph } from "./paper-blocks.server.ts";
import { columns, drawTable, type Part, type Row } from "./paper-table.server.ts";
import { styles } from "./paper-text.server.ts";

export function drawQuestions(paper: Paper, facts: ReportFacts, numbering: ReportNumbering, trace: ScoreTrace): void {
  addSheet(paper, "Questions and answers");
  const chapter = chapterTitle(paper, "Questions and answers");
  paragraph(
    paper,
    "Every question that applied, as the vendor saw it. The vendor's words are never changed; a determination stands beside them. Documents are listed by number in the part Evidence.",
    styles.lead,
  );
  const rows = new Map(trace.rows.map((row) => [row.question.id, row]));
  facts.sections.forEach((section, index) => {
    if (section.questions.length === 0) return;
    const total = trace.sections[index]?.pointsBps ?? 0;
    const counts = (trace.sections[index]?.counting ?? 0) > 0;
    const title = { text: `${index + 1}  ${section.title}`, under: chapter };
    drawSection(paper, facts, section.questions, numbering, rows, counts ? points(total) : null, title);
  });
}

function drawSection(
  paper: Paper,
  facts: ReportFacts,
  questions: ReportQuestion[],
  numbering: ReportNumbering,
  rows: Map<string, TraceRow>,
  total: string | null,
  title: { text: string; under: PDFKit.PDFOutline },
): void {
  drawTable(
    paper,
    columns(["No.", 9], ["Question", 51], ["Answer", 48], ["Determination", 40], ["Points", 22, "right"]),
    [
      ...questions.map(
        (question): Row => ({
          cells: [
            numbering.question(question.id),
            questionParts(question),
            answerParts(facts, question, numbering),
            determinationParts(facts, question),
            pointParts(rows.get(question.id)),
          ],
        }),
      ),
      ...(total === null ? [] : [{ kind: "sum" as const, cells: ["Points of the section", "", "", "", total] }]),
    ],
    { style: styles.small, padding: 3, rowHeader: 1, heading: title },
  );
}

function questionParts(question: ReportQuestion): Part[] {
  const marks = [
    ...(question.isKnockOut ? ["knock-out"] : []),
    ...(question.isGate ? ["gate"] : []),
    ...(question.isRequired ? [] : ["not required"]),
  ];
  return [{ text: question.text }, { text: [question.id, ...marks].join(" · "), style: styles.note }];
}

function answerParts(facts: ReportFacts, question: ReportQuestion, numbering: ReportNumbering): Part[] {
  const { answer } = question;
  const zone = facts.document.timeZone;
  const words = answer.kind === "answered" ? answer.words : answerKindWords[answer.kind];
  const how = answerSourceWords[answer.source];
  const by = answer.byRole ? `${answer.byRole}${how ? `, ${how}` : ""}${answer.at ? `, ${instantIn(zone, answer.at, "short")}` : ""}` : "";
  const files = question.evidenceIds.map((id) => numbering.evidence(id)).join(", ");
  const proof = question.evidenceState ? evidenceStateWords[question.evidenceState].toLowerCase() : null;
  return [
    { text: words, style: styles.smallBold },
    ...(answer.comment ? [{ text: answer.comment }] : []),
    ...(files ? [{ text: `Evidence ${files}${proof ? `: ${proof}` : ""}` }] : proof ? [{ text: `Evidence: ${proof}` }] : []),
    ...(answer.document
      ? [
          {
            text: `From ${numbering.evidence(answer.document.evidenceId)}${answer.document.page ? `, ${placeWords(answer.document.page)}` : ""}`,
          },
        ]
      : []),
    ...(answer.takenFrom ? [{ text: `Given for ${answer.takenFrom.service}, signed ${answer.takenFrom.signedOn}` }] : []),
    ...(answer.promisedOn ? [{ text: `Promised for ${answer.promisedOn}` }] : []),
    ...(by ? [{ text: by, style: styles.note }] : []),
    ...question.earlier.map((old) => ({
      text: `Before: ${old.words} (${old.byRole}, ${instantIn(zone, old.at, "short")})`,
      style: styles.note,
    })),
  ];
}

function determinationParts(facts: ReportFacts, question: ReportQuestion): Part[] {
  const { determination, notApplicable } = question;
  const na = notApplicable ? [{ text: notApplicable.isAccepted ? "Not applicable: accepted" : "Not applicable: refused" }] : [];
  if (!determination) return [...na, { text: "As answered", style: styles.note }];
  const result = determination.words
    ? `${determinationWords[determination.is]}: ${determination.words}`
    : determinationWords[determination.is];
  return [
    { text: result, style: styles.smallBold },
    ...na,
    ...(determination.reason ? [{ text: determination.reason }] : []),
    { text: `${determination.byRole}, ${instantIn(facts.document.timeZone, determination.at, "short")}`, style: styles.note },
  ];
}

function pointParts(row: TraceRow | undefined): Part[] {
  if (!row) return [{ text: "not scored", style: styles.note }];
  return [{ text: points(row.pointsBps) }, { text: `${percent(row.countsAsBps)} of ${points(row.ofBps)}`, style: styles.note }];
}
