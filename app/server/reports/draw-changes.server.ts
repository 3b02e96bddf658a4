// The part Changes and controls: what differs from last time, and which controls the answers speak to.
import type { ReportFacts } from "#app/domain/report/report-facts.ts";
import { calendarDay, points } from "#app/domain/report/report-format.ts";
import type { ReportNumbering } from "#app/domain/report/report-numbering.ts";
import { bandWords, changeWords, controlStateWords } from "#app/domain/report/report-words.ts";
import { addSheet, type Paper } from "./paper.server.ts";
import { chapterTitle, heading, note, paragraph } from "./paper-blocks.server.ts";
import { columns, drawTable } from "./paper-table.server.ts";
import { styles } from "./paper-text.server.ts";

const tight = { style: styles.small, padding: 1.5 };

export function drawChanges(paper: Paper, facts: ReportFacts, numbering: ReportNumbering): void {
  addSheet(paper, "Changes and controls");
  const chapter = chapterTitle(paper, "Changes and controls");
  heading(paper, "What changed since last time", { under: chapter });
  const { changes } = facts;
  if (!changes) paragraph(paper, "This is the first assessment of this engagement.", styles.noteSecond);
  else {
    const { previous } = changes;
    const score =
      previous.scoreBps === null ? "without a score" : `${points(previous.scoreBps)}${previous.grade ? `, grade ${previous.grade}` : ""}`;
    paragraph(
      paper,
      `Last time: ${previous.number}, ${calendarDay(previous.decidedOn)}, ${score}, residual risk ${bandWords[previous.residualBand].toLowerCase()}.`,
      styles.noteSecond,
    );
    paper.y += 4;
    if (changes.items.length === 0) paragraph(paper, "No answer and no document changed.", styles.noteSecond);
    else
      drawTable(
        paper,
        columns(["Change", 27], ["No.", 10], ["What", 60], ["Before", 36], ["Now", 36]),
        changes.items.map((item) => ({
          cells: [
            [{ text: changeWords[item.kind], style: item.kind === "regression" ? styles.smallBold : styles.small }],
            item.questionId ? numbering.question(item.questionId) : "",
            item.what,
            item.before ?? "",
            item.after ?? "",
          ],
        })),
        { ...tight, rowHeader: 2 },
      );
  }
  drawCrosswalk(paper, facts, numbering, chapter);
}

/** Controls two abreast, read down the left half and then the right one. */
function drawCrosswalk(paper: Paper, facts: ReportFacts, numbering: ReportNumbering, under: PDFKit.PDFOutline): void {
  const order = new Intl.Collator("en", { numeric: true });
  for (const framework of facts.crosswalk) {
    const cells = [...framework.controls]
      .sort((a, b) => order.compare(a.id, b.id))
      .map((control) => [
        control.id,
        controlStateWords[control.state],
        control.questionIds.map((question) => numbering.question(question)).join(", "),
      ]);
    const rows = Math.ceil(cells.length / 2);
    drawTable(
      paper,
      columns(["Control", 23], ["Result", 20], ["Questions", 40], ["", 2], ["Control", 23], ["Result", 20], ["Questions", 42]),
      Array.from({ length: rows }, (_, index) => ({
        cells: [...(cells[index] ?? []), "", ...(cells[index + rows] ?? ["", "", ""])],
      })),
      { ...tight, heading: { text: `Controls of ${framework.title}`, under } },
    );
  }
  if (facts.crosswalk.length > 0) {
    note(
      paper,
      "A control is met here when every question mapped to it is; that is an aid for auditors, not an assessment against the standard.",
    );
  }
}
