// Draws the signed documents, each from its facts alone. Same facts, same bytes: nothing here reads a
// clock, a random number or a file other than the fonts.
import type { AddendumFacts } from "#app/domain/report/addendum.ts";
import type { LetterFacts } from "#app/domain/report/letter-facts.ts";
import type { ReportFacts } from "#app/domain/report/report-facts.ts";
import { reportJson } from "#app/domain/report/report-json.ts";
import { reportNumbering } from "#app/domain/report/report-numbering.ts";
import { addendumFrame, addendumPaper } from "./draw-addendum.server.ts";
import { drawChanges } from "./draw-changes.server.ts";
import { drawCover } from "./draw-cover.server.ts";
import { decisionPageLimits, drawDecisionPage } from "./draw-decision-page.server.ts";
import { drawEvidence } from "./draw-evidence.server.ts";
import { letterFrame, letterPaper } from "./draw-letter.server.ts";
import { drawObligations } from "./draw-obligations.server.ts";
import { drawProvenance } from "./draw-provenance.server.ts";
import { drawQuestions } from "./draw-questions.server.ts";
import { drawSummary } from "./draw-summary.server.ts";
import { drawTrace } from "./draw-trace.server.ts";
import { addSheet, finishPaper, grouped, openPaper, type Paper } from "./paper.server.ts";
import { drawFrame, type Frame } from "./paper-frame.server.ts";

/** What each document is drawn from. */
export interface FactsOf {
  "audit-report": ReportFacts;
  "decision-page": ReportFacts;
  "decision-letter": LetterFacts;
  addendum: AddendumFacts;
}
export type ReportKind = keyof FactsOf;

const makers: { readonly [K in ReportKind]: (facts: FactsOf[K]) => { paper: Paper; frame: Frame } } = {
  "audit-report": (facts) => ({ paper: auditReport(facts), frame: frameOf(facts) }),
  "decision-page": (facts) => ({ paper: decisionPage(facts), frame: frameOf(facts) }),
  "decision-letter": (facts) => ({ paper: letterPaper(facts), frame: letterFrame(facts) }),
  addendum: (facts) => ({ paper: addendumPaper(facts), frame: addendumFrame(facts) }),
};

/** The unsigned PDF. The audit report carries `report.json`. */
export async function renderReport<K extends ReportKind>(kind: K, facts: FactsOf[K]): Promise<Uint8Array> {
  const { paper, frame } = makers[kind](facts);
  return await finishPaper(paper, (page, pages, title) => drawFrame(paper, frame, page, pages, title));
}

function open(title: string, facts: ReportFacts): Paper {
  return openPaper({
    title: `${title} ${facts.assessment.number}: ${facts.vendor.name}`,
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
    const attempt = open("Decision", facts);
    addSheet(attempt, "Decision");
    grouped(attempt, "Sect", () => drawDecisionPage(attempt, facts, limits));
    paper = attempt;
    if (attempt.titles.length === 1) break;
  }
  return paper as Paper;
}

function auditReport(facts: ReportFacts): Paper {
  const paper = open("Vendor risk assessment", facts);
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

const frameOf = ({ organisation, assessment, vendor, engagement, document }: ReportFacts): Frame => ({
  head: `${organisation.name}, compliance`,
  foot: `${assessment.number} · ${vendor.name} · ${engagement.service}`,
  classification: document.classification,
});
