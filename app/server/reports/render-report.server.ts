// Draws the audit report and the one-page decision page from facts alone. Same facts, same bytes: nothing here reads a
// clock, a random number or a file other than the fonts.
import { brandMark } from "#app/domain/report/charts.ts";
import { printableLine } from "#app/domain/report/printable-text.ts";
import type { ReportFacts } from "#app/domain/report/report-facts.ts";
import { reportJson } from "#app/domain/report/report-json.ts";
import { reportNumbering } from "#app/domain/report/report-numbering.ts";
import { drawChanges } from "./draw-changes.server.ts";
import { drawCover } from "./draw-cover.server.ts";
import { decisionPageLimits, drawDecisionPage } from "./draw-decision-page.server.ts";
import { drawEvidence } from "./draw-evidence.server.ts";
import { drawObligations } from "./draw-obligations.server.ts";
import { drawProvenance } from "./draw-provenance.server.ts";
import { drawQuestions } from "./draw-questions.server.ts";
import { drawSummary } from "./draw-summary.server.ts";
import { drawTrace } from "./draw-trace.server.ts";
import {
  addSheet,
  artifact,
  bodyWidth,
  colours,
  drawSvg,
  finishPaper,
  grouped,
  openPaper,
  type Paper,
  palette,
  rule,
  sheet,
} from "./paper.server.ts";
import { drawLine, linesOf, styles } from "./paper-text.server.ts";

export type ReportKind = "audit-report" | "decision-page";

const titles: Record<ReportKind, string> = { "audit-report": "Vendor risk assessment", "decision-page": "Decision" };

/** The unsigned PDF. The audit report carries `report.json`. */
export async function renderReport(kind: ReportKind, facts: ReportFacts): Promise<Uint8Array> {
  const paper = kind === "audit-report" ? auditReport(facts) : decisionPage(facts);
  return await finishPaper(paper, (page, pages, title) => drawFrame(paper, facts, page, pages, title));
}

function open(kind: ReportKind, facts: ReportFacts): Paper {
  return openPaper({
    title: `${titles[kind]} ${facts.assessment.number}: ${facts.vendor.name}`,
    subject: facts.engagement.service,
    author: facts.organisation.name,
    language: facts.document.language,
    createdAt: new Date(facts.document.producedAt),
  });
}

/** One sheet: drawn with ever tighter limits until it fits. */
function decisionPage(facts: ReportFacts): Paper {
  let paper: Paper | undefined;
  for (const limits of decisionPageLimits) {
    const attempt = open("decision-page", facts);
    addSheet(attempt, "Decision");
    grouped(attempt, "Sect", () => drawDecisionPage(attempt, facts, limits));
    paper = attempt;
    if (attempt.titles.length === 1) break;
  }
  return paper as Paper;
}

function auditReport(facts: ReportFacts): Paper {
  const paper = open("audit-report", facts);
  drawAuditReport(paper, facts);
  const producedAt = new Date(facts.document.producedAt);
  paper.doc.file(Buffer.from(reportJson(facts), "utf8"), {
    name: "report.json",
    type: "application/json",
    description: "All facts of this report, format vouchsafe-report/1",
    creationDate: producedAt,
    modifiedDate: producedAt,
    relationship: "Data",
  } as never);
  return paper;
}

function drawAuditReport(paper: Paper, facts: ReportFacts): void {
  const numbering = reportNumbering(facts);
  addSheet(paper, "");
  grouped(paper, "Sect", () => drawCover(paper, facts));
  grouped(paper, "Sect", () => drawSummary(paper, facts, numbering));
  grouped(paper, "Sect", () => {
    const trace = drawTrace(paper, facts, numbering);
    drawQuestions(paper, facts, numbering, trace);
  });
  grouped(paper, "Sect", () => drawEvidence(paper, facts));
  grouped(paper, "Sect", () => drawObligations(paper, facts));
  grouped(paper, "Sect", () => drawChanges(paper, facts, numbering));
  grouped(paper, "Sect", () => drawProvenance(paper, facts));
}

/** Head and foot of one page. */
function drawFrame(paper: Paper, facts: ReportFacts, page: number, pages: number, title: string): void {
  const one = (text: string, width: number) => linesOf(paper, printableLine(text), styles.note, width, 1)[0] ?? "";
  artifact(
    paper,
    () => {
      drawSvg(paper, brandMark(palette), sheet.left, sheet.top, 14, 14);
      drawLine(paper, "Vouchsafe", styles.textBold, sheet.left + 20, sheet.top + 0.5);
      drawLine(paper, one(title || `${facts.organisation.name}, compliance`, bodyWidth - 100), styles.note, sheet.left, sheet.top + 1, {
        align: "right",
        width: bodyWidth,
      });
      const footer = one(`${facts.assessment.number} · ${facts.vendor.name} · ${facts.engagement.service}`, bodyWidth * 0.55);
      drawLine(paper, footer, styles.note, sheet.left, sheet.footTop + 6);
      drawLine(paper, one(facts.document.classification, 110), styles.note, sheet.left + bodyWidth * 0.56, sheet.footTop + 6, {
        align: "center",
        width: bodyWidth * 0.24,
      });
      drawLine(paper, `Page ${page} of ${pages}`, styles.note, sheet.left, sheet.footTop + 6, { align: "right", width: bodyWidth });
    },
    "Pagination",
  );
  rule(paper, sheet.top + 22, { weight: 1.5, colour: colours.ink });
  rule(paper, sheet.footTop, { colour: colours.strongLine });
}
