// Third part: the addition. Section points add up to the uncapped score, a cap is one line of the same column, and the
// points lost add up to what is missing to 100.
import { sectionBar } from "#app/domain/report/charts.ts";
import type { ReportFacts } from "#app/domain/report/report-facts.ts";
import { counted, listed, percent, points, wholePercent } from "#app/domain/report/report-format.ts";
import type { ReportNumbering } from "#app/domain/report/report-numbering.ts";
import { answerKindWords, evidenceStateWords, knockOutWords } from "#app/domain/report/report-words.ts";
import { type ScoreTrace, scoreTrace, type TraceRow } from "#app/domain/report/score-trace.ts";
import { addSheet, type Paper, palette } from "./paper.server.ts";
import { chapterTitle, heading, note, paragraph } from "./paper-blocks.server.ts";
import { columns, drawTable, type Row } from "./paper-table.server.ts";
import { styles } from "./paper-text.server.ts";

const tight = { style: styles.small, padding: 1.5 };

export function drawTrace(paper: Paper, facts: ReportFacts, numbering: ReportNumbering): ScoreTrace {
  addSheet(paper, "Score trace");
  const chapter = chapterTitle(paper, "Why this score");
  const trace = scoreTrace(facts);
  paragraph(
    paper,
    "Points are “counts as” times “of”. Every column with a double rule adds up to the number above the rule. Nothing is rounded before the last step.",
    styles.lead,
  );
  paper.y += 8;
  drawSections(paper, facts, trace, numbering);
  drawLost(paper, trace, numbering, chapter);
  drawKnockOuts(paper, facts, numbering, chapter);
  drawLeftOut(paper, facts, numbering, chapter);
  drawGains(paper, trace, numbering, chapter);
  return trace;
}

function drawSections(paper: Paper, facts: ReportFacts, trace: ScoreTrace, numbering: ReportNumbering): void {
  const scale = Math.max(1, ...trace.sections.map((section) => section.ofBps));
  const rows: Row[] = trace.sections.map((section, index) => ({
    cells: [
      `${index + 1}  ${section.title}`,
      String(section.counting),
      section.countsAsBps === null ? "–" : percent(section.countsAsBps),
      points(section.ofBps),
      section.counting === 0
        ? ""
        : {
            picture: sectionBar(section.pointsBps, section.ofBps, scale, palette),
            alt: `${points(section.pointsBps)} of ${points(section.ofBps)} points`,
            height: 5.5,
          },
      points(section.pointsBps),
    ],
  }));
  const counting = trace.sections.reduce((sum, section) => sum + section.counting, 0);
  const isGraded = facts.score.reviewed.grade;
  const scoreLine = isGraded ? `Score, grade ${isGraded}` : "Score, not graded";
  if (trace.uncappedBps === null || trace.scoreBps === null) {
    rows.push({ kind: "sum", cells: ["No question counts: no score", "", "", "", "", "–"] });
  } else if (trace.limitedByBps > 0) {
    rows.push({ kind: "subtotal", cells: ["Sum", String(counting), "", "100.00", "", points(trace.uncappedBps)] });
    const names = listed(trace.limitedBy.map((id) => numbering.question(id)));
    const limited = `Limited by ${names || "a knock-out"} at ${points(trace.scoreBps)}`;
    rows.push({ cells: [[{ text: limited, maxLines: 2 }], "", "", "", "", points(-trace.limitedByBps)] });
    rows.push({ kind: "sum", cells: [scoreLine, "", "", "", "", points(trace.scoreBps)] });
  } else rows.push({ kind: "sum", cells: [scoreLine, String(counting), "", "100.00", "", points(trace.scoreBps)] });
  drawTable(
    paper,
    columns(
      ["Section", 58],
      ["Questions", 20, "right"],
      ["Counts as", 22, "right"],
      ["Of", 16, "right"],
      ["", 34],
      ["Points", 18, "right"],
    ),
    rows,
  );
  const { reviewed, vendor, answered, required } = facts.score;
  const own = vendor.scoreBps === null ? "none" : `${points(vendor.scoreBps)}${vendor.grade ? `, grade ${vendor.grade}` : ""}`;
  note(
    paper,
    `${answered} of ${counted(required, "required question")} answered, ${percent(reviewed.coverageBps)} coverage. ${wholePercent(reviewed.assuranceBps)} of the score rests on verified evidence. Score of the vendor's own answers alone: ${own}.`,
  );
  if (facts.assessment.questionnaires.length > 1) {
    const each = facts.assessment.questionnaires.map(
      (item) => `${item.id} ${item.uncappedBps === null ? "none" : points(item.uncappedBps)}`,
    );
    note(paper, `Uncapped score of each questionnaire: ${each.join("; ")}.`);
  }
}

function answerWords(row: TraceRow): string {
  const { answer, determination, evidenceState } = row.question;
  const words =
    determination?.is === "adjusted"
      ? `${determination.words ?? ""} (adjusted)`
      : determination?.is === "rejected"
        ? "Rejected"
        : answer.kind === "answered"
          ? answer.words
          : answerKindWords[answer.kind];
  const proof = evidenceState && evidenceState !== "verified" ? ` · ${evidenceStateWords[evidenceState].toLowerCase()}` : "";
  return `${words}${proof}${row.question.isKnockOut ? " · knock-out" : ""}`;
}

function drawLost(paper: Paper, trace: ScoreTrace, numbering: ReportNumbering, under: PDFKit.PDFOutline): void {
  const rows = trace.rows.filter((row) => row.lostBps > 0).sort((a, b) => b.lostBps - a.lostBps);
  if (trace.uncappedBps === null || rows.length === 0) return;
  drawTable(
    paper,
    columns(
      ["No.", 9],
      ["Question", 70],
      ["Answer as determined", 46],
      ["Counts as", 18, "right"],
      ["Of", 13, "right"],
      ["Lost", 13, "right"],
    ),
    [
      ...rows.map(
        (row): Row => ({
          cells: [
            numbering.question(row.question.id),
            [{ text: row.question.text, maxLines: 2 }],
            [{ text: answerWords(row), maxLines: 2 }],
            percent(row.countsAsBps),
            points(row.ofBps),
            points(row.lostBps),
          ],
        }),
      ),
      { kind: "sum", cells: [`100.00 less ${points(trace.uncappedBps)}`, "", "", "", "", points(10_000 - trace.uncappedBps)] },
    ],
    { ...tight, rowHeader: 1, heading: { text: "Where points were lost", under } },
  );
}

function drawKnockOuts(paper: Paper, facts: ReportFacts, numbering: ReportNumbering, under: PDFKit.PDFOutline): void {
  if (facts.knockOuts.length === 0) {
    heading(paper, "Knock-outs", { under, keep: 20 });
    paragraph(paper, "None of the questions is a knock-out.", styles.noteSecond);
    return;
  }
  const acceptances = new Map(facts.riskAcceptances.map((item) => [item.id, item.number]));
  drawTable(
    paper,
    columns(["No.", 9], ["Question", 82], ["Result", 22], ["Limits the score to", 26, "right"], ["Risk accepted", 30]),
    facts.knockOuts.map((item) => ({
      cells: [
        numbering.question(item.questionId),
        [{ text: numbering.findQuestion(item.questionId)?.text ?? item.questionId, maxLines: 3 }],
        [{ text: knockOutWords[item.state], style: item.state === "passed" ? styles.small : styles.smallBold }],
        item.capBps === null ? "" : points(item.capBps),
        item.riskAcceptanceId ? (acceptances.get(item.riskAcceptanceId) ?? item.riskAcceptanceId) : item.state === "passed" ? "" : "No",
      ],
    })),
    { ...tight, rowHeader: 1, heading: { text: "Knock-outs", under } },
  );
}

function drawLeftOut(paper: Paper, facts: ReportFacts, numbering: ReportNumbering, under: PDFKit.PDFOutline): void {
  const left = facts.sections
    .flatMap((section) => section.questions)
    .filter((question) => question.answer.kind === "not_applicable" || question.answer.kind === "declined" || question.notApplicable);
  if (left.length === 0) return;
  drawTable(
    paper,
    columns(["No.", 9], ["Question", 60], ["Reason given", 60], ["Result", 40]),
    left.map((question) => ({
      cells: [
        numbering.question(question.id),
        [{ text: question.text, maxLines: 3 }],
        [{ text: `${answerKindWords[question.answer.kind]}: ${question.answer.comment ?? "no reason"}` }],
        question.notApplicable
          ? [
              {
                text: question.notApplicable.isAccepted
                  ? `Left out, accepted by ${question.notApplicable.byRole}`
                  : `Counts as 0, refused by ${question.notApplicable.byRole}`,
              },
              ...(question.notApplicable.reason ? [{ text: question.notApplicable.reason, style: styles.note }] : []),
            ]
          : "Counts as 0",
      ],
    })),
    { ...tight, rowHeader: 1, heading: { text: "Not applicable and not answered", under } },
  );
}

function drawGains(paper: Paper, trace: ScoreTrace, numbering: ReportNumbering, under: PDFKit.PDFOutline): void {
  const rows = trace.rows
    .filter((row) => row.gainBps > 0)
    .sort((a, b) => b.gainBps - a.gainBps)
    .slice(0, 10);
  if (rows.length === 0) return;
  drawTable(
    paper,
    columns(["No.", 9], ["Met and proven, nothing else changed", 140], ["Gain", 20, "right"]),
    rows.map((row) => ({
      cells: [numbering.question(row.question.id), [{ text: row.question.text, maxLines: 2 }], `+${points(row.gainBps)}`],
    })),
    { ...tight, rowHeader: 1, heading: { text: "What would raise it most", under } },
  );
}
