// The part Evidence: each file with its hash, state, dates and how it was verified, then what was read off it.
import type { ReportEvidence, ReportFacts } from "#app/domain/report/report-facts.ts";
import { calendarDay, fileSize, instantIn } from "#app/domain/report/report-format.ts";
import { evidenceStateWords } from "#app/domain/report/report-words.ts";
import { addSheet, type Paper } from "./paper.server.ts";
import { chapterTitle, paragraph } from "./paper-blocks.server.ts";
import { columns, drawTable } from "./paper-table.server.ts";
import { styles } from "./paper-text.server.ts";

export function drawEvidence(paper: Paper, facts: ReportFacts): void {
  addSheet(paper, "Evidence");
  const chapter = chapterTitle(paper, "Evidence");
  if (facts.evidence.length === 0) {
    paragraph(paper, "No document was attached to this assessment.", styles.lead);
    return;
  }
  paragraph(paper, "Each file is kept unchanged. Whoever holds a copy can compare its SHA-256 with the one printed here.", styles.lead);
  paper.y += 8;
  const zone = facts.document.timeZone;
  drawTable(
    paper,
    columns(["No.", 9], ["Document", 78], ["State", 18], ["From, until", 24], ["Verified", 42]),
    facts.evidence.map((item, index) => ({
      cells: [
        `E-${index + 1}`,
        [
          { text: item.kindTitle, style: styles.smallBold },
          { text: `${item.fileName}, ${fileSize(item.sizeBytes)}`, maxLines: 4 },
          { text: item.sha256.slice(0, 32), style: styles.hash },
          { text: item.sha256.slice(32), style: styles.hash },
          { text: `${item.id}, ${item.byRole}, ${instantIn(zone, item.uploadedAt, "short")}`, style: styles.note },
        ],
        evidenceStateWords[item.state],
        [
          { text: item.validFromOn ? calendarDay(item.validFromOn, "short") : "–" },
          { text: item.expiresOn ? calendarDay(item.expiresOn, "short") : "no end" },
        ],
        item.verified
          ? [
              { text: `${item.verified.how}${item.verified.page ? `, page ${item.verified.page}` : ""}` },
              ...item.verified.checks.map((check) => ({ text: check, style: styles.note })),
              { text: `${item.verified.byRole}, ${instantIn(zone, item.verified.at, "short")}`, style: styles.note },
            ]
          : "Not verified",
      ],
    })),
    { style: styles.small, padding: 3, rowHeader: 1 },
  );
  facts.evidence.forEach((item, index) => {
    drawWorksheet(paper, item, `E-${index + 1}`, chapter);
  });
}

/** What the reviewer read off a document. */
function drawWorksheet(paper: Paper, { read, kindTitle }: ReportEvidence, number: string, under: PDFKit.PDFOutline): void {
  if (read.length === 0) return;
  drawTable(
    paper,
    columns(["Read off it", 52], ["What it says", 98], ["Page", 20]),
    read.map(({ name, words, page }) => ({ cells: [name, words.map((text) => ({ text, maxLines: 6 })), page ?? ""] })),
    { style: styles.small, padding: 1.5, heading: { text: `${number}, ${kindTitle}`, under } },
  );
}
