// Second part: the decision with its conditions and clearance, why the risk is what it is, findings and acceptances.
import { riskShape, stateSign } from "#app/domain/report/charts.ts";
import type { ReportFacts } from "#app/domain/report/report-facts.ts";
import { calendarDay, instantIn } from "#app/domain/report/report-format.ts";
import type { ReportNumbering } from "#app/domain/report/report-numbering.ts";
import { bandWords, clearanceWords, conditionStateWords, dueWords } from "#app/domain/report/report-words.ts";
import { grades, residualTable } from "#app/domain/risk/residual-risk.ts";
import { dimensionWords, type RiskBand, riskBands } from "#app/domain/risk/risk-levels.ts";
import { bandColours } from "./draw-cover.server.ts";
import { addSheet, bodyWidth, colours, type Paper, palette } from "./paper.server.ts";
import { chapterTitle, heading, note, paragraph } from "./paper-blocks.server.ts";
import { type Cell, columns, drawTable, type Row } from "./paper-table.server.ts";
import { styles } from "./paper-text.server.ts";

/** A band as icon and word in its colour. */
export function bandCell(band: RiskBand): Cell {
  return [{ text: bandWords[band], icon: riskShape(band, palette), style: { ...styles.textBold, colour: bandColours[band] } }];
}

export function drawSummary(paper: Paper, facts: ReportFacts, numbering: ReportNumbering): void {
  addSheet(paper, "Summary");
  const chapter = chapterTitle(paper, "Summary");
  paragraph(paper, facts.decision.rationale, styles.lead);
  drawDecision(paper, facts, chapter);
  drawClearance(paper, facts, chapter);
  drawInherentRisk(paper, facts, chapter);
  drawResidualRisk(paper, facts, chapter);
  drawFindings(paper, facts, numbering, chapter);
  drawAcceptances(paper, facts, chapter);
}

type Chapter = PDFKit.PDFOutline;

function drawDecision(paper: Paper, facts: ReportFacts, under: Chapter): void {
  const { decision, document } = facts;
  heading(paper, "Decision and conditions", { under });
  if (decision.conditions.length > 0) {
    drawTable(
      paper,
      columns(["No.", 10], ["Condition", 52], ["Owner", 20], ["Due", 24], ["State", 12]),
      decision.conditions.map((condition) => ({
        cells: [
          condition.number,
          [{ text: condition.text }, ...(condition.proof ? [{ text: `Proof: ${condition.proof}`, style: styles.note }] : [])],
          condition.owner,
          condition.dueOn ? calendarDay(condition.dueOn, "short") : dueWords[condition.due],
          conditionStateWords[condition.state],
        ],
      })),
      { rowHeader: 1 },
    );
  } else paragraph(paper, "No conditions.", styles.noteSecond);
  const signed = decision.approvers.map((approver) => `${approver.name}, ${approver.role}, ${instantIn(document.timeZone, approver.at)}`);
  if (signed.length > 0) note(paper, `Signed by ${signed.join("; ")}.`);
  if (decision.standIn) note(paper, decision.standIn);
}

function drawClearance(paper: Paper, facts: ReportFacts, under: Chapter): void {
  heading(paper, "Clearance and next review", { under });
  drawTable(
    paper,
    columns(["The vendor", 22], ["", 12], ["Missing", 60], ["Whose turn", 30]),
    facts.decision.clearance.map((item) => ({
      cells: [
        clearanceWords[item.step],
        [{ text: item.isGiven ? "Yes" : "No", icon: stateSign(item.isGiven ? "yes" : "no", palette) }],
        item.missing.map((entry) => ({ text: entry.what })),
        item.missing.map(({ whoseTurn, since }) => ({
          text: [whoseTurn ?? "Nobody's", ...(since ? [`since ${calendarDay(since, "short")}`] : [])].join(", "),
        })),
      ],
    })),
  );
  const review = facts.decision.nextReview;
  if (!review) return;
  const candidates = review.candidates.map(
    (candidate) => `${calendarDay(candidate.dueOn)}${candidate.isChosen ? " (taken)" : ""}: ${candidate.reason}`,
  );
  note(paper, `Next review ${calendarDay(review.dueOn)}. Days considered: ${candidates.join("; ")}.`);
}

function drawInherentRisk(paper: Paper, facts: ReportFacts, under: Chapter): void {
  const { inherentRisk, document } = facts;
  heading(paper, `Why the inherent risk is ${bandWords[inherentRisk.band].toLowerCase()}`, { under, keep: 110 });
  const worst = Math.max(...inherentRisk.dimensions.map((item) => item.level));
  const bold = styles.textBold;
  drawTable(
    paper,
    columns(["Dimension", 26], ["Level", 12, "center"], ["Answer", 52], ["Confirmed", 40]),
    inherentRisk.dimensions.map((item) => ({
      cells: [
        [{ text: dimensionWords[item.dimension], style: item.level === worst ? bold : styles.text }],
        [{ text: String(item.level), style: item.level === worst ? bold : styles.text }],
        item.answer,
        item.isAssumed
          ? [{ text: "Assumed, not confirmed", style: { ...styles.text, colour: colours.caution } }]
          : `${item.confirmedBy ?? ""}${item.confirmedAt ? `, ${instantIn(document.timeZone, item.confirmedAt, "short").split(",")[0]}` : ""}`,
      ],
    })),
  );
  const other = inherentRisk.facts.map((item) => `${item.label}: ${item.words}`).join("; ");
  note(
    paper,
    `The worst level decides; nothing is averaged. Level ${worst} is tier ${inherentRisk.computedTier}.${other ? ` Facts: ${other}.` : ""}`,
  );
  for (const item of inherentRisk.overrides) {
    note(
      paper,
      `Tier ${item.fromTier} set to ${item.toTier} by ${item.by.name}, ${item.by.role}, ${instantIn(document.timeZone, item.by.at)}: ${item.reason}`,
    );
  }
}

function drawResidualRisk(paper: Paper, facts: ReportFacts, under: Chapter): void {
  const { inherentRisk, score, decision } = facts;
  const { residualRisk } = decision;
  heading(paper, `Why the residual risk is ${bandWords[residualRisk.band].toLowerCase()}`, { under, keep: 110 });
  const width = bodyWidth * 0.62;
  const grade = score.reviewed.grade;
  const column = grade === null ? -1 : (grades as readonly string[]).indexOf(grade);
  const rows: Row[] = [...riskBands].reverse().map((band) => ({
    cells: [
      bandWords[band],
      ...grades.map((item) => {
        const isHere = band === inherentRisk.band && item === grade;
        const style = isHere ? { ...styles.smallBold, colour: colours.danger } : { ...styles.small, colour: colours.second };
        return [{ text: bandWords[residualTable[band][item]].toLowerCase(), style }];
      }),
    ],
    ...(band === inherentRisk.band && column >= 0 ? { framed: column + 1 } : {}),
  }));
  const cell = (width * 0.8) / grades.length;
  drawTable(
    paper,
    [{ width: width * 0.2, title: "Inherent" }, ...grades.map((item) => ({ width: cell, title: item, align: "center" as const }))],
    rows,
  );
  if (residualRisk.isNotAssessed) note(paper, "Without a grade the residual risk is the inherent one, not assessed.");
  if (residualRisk.band !== residualRisk.tableBand) {
    note(paper, `The table says ${bandWords[residualRisk.tableBand].toLowerCase()}. ${residualRisk.reason ?? ""}`);
  }
}

function drawFindings(paper: Paper, facts: ReportFacts, numbering: ReportNumbering, under: Chapter): void {
  if (facts.findings.length === 0) {
    heading(paper, "Findings and plans", { under, keep: 20 });
    paragraph(paper, "No findings.", styles.noteSecond);
    return;
  }
  drawTable(
    paper,
    columns(["No.", 11], ["Finding and plan", 56], ["Severity", 18], ["Owner", 15], ["Due", 20], ["State", 22]),
    facts.findings.map((finding) => ({
      cells: [
        finding.number,
        [
          { text: finding.title },
          ...(finding.questionId ? [{ text: `Question ${numbering.question(finding.questionId)}`, style: styles.note }] : []),
          {
            text: finding.plan
              ? `Plan${finding.plan.agreedAt ? ", agreed" : ", proposed"}: ${finding.plan.text}${finding.plan.dueOn ? ` By ${calendarDay(finding.plan.dueOn, "short")}.` : ""}`
              : "No plan yet.",
            style: styles.note,
          },
        ],
        bandCell(finding.severity),
        finding.owner ?? "",
        finding.dueOn ? calendarDay(finding.dueOn, "short") : "",
        finding.state,
      ],
    })),
    { rowHeader: 1, heading: { text: "Findings and plans", under } },
  );
}

function drawAcceptances(paper: Paper, facts: ReportFacts, under: Chapter): void {
  if (facts.riskAcceptances.length === 0) {
    heading(paper, "Accepted risks", { under, keep: 20 });
    paragraph(paper, "Nobody has accepted a risk for this decision.", styles.noteSecond);
    return;
  }
  const person = (signer: { name: string; role: string; at: string }) =>
    `${signer.name}, ${signer.role}, ${instantIn(facts.document.timeZone, signer.at, "short").split(",")[0]}`;
  drawTable(
    paper,
    columns(["No.", 11], ["What and why", 66], ["Accepted by, countersigned by", 45], ["Until", 20]),
    facts.riskAcceptances.map((item) => ({
      cells: [
        item.number,
        [{ text: item.subject }, { text: item.reason, style: styles.note }],
        [{ text: person(item.owner) }, { text: item.countersigner ? person(item.countersigner) : "Not countersigned" }],
        `${calendarDay(item.expiresOn, "short")}${item.isRenewal ? ", renewed" : ""}`,
      ],
    })),
    { rowHeader: 1, heading: { text: "Accepted risks", under } },
  );
  note(paper, "A risk acceptance changes no score, no PCI status and no requirement.");
}
