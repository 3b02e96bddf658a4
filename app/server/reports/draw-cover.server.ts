// First page: who, what, verdict, and how to check the document without asking us.
import { pciStatusTexts } from "#app/domain/engagement/pci-status.ts";
import { outcomeSign, riskShape, scoreDial } from "#app/domain/report/charts.ts";
import type { ReportFacts } from "#app/domain/report/report-facts.ts";
import { calendarDay, counted, instantIn, listed, points, wholePercent } from "#app/domain/report/report-format.ts";
import { bandWords, modeWords, outcomeWords } from "#app/domain/report/report-words.ts";
import type { RiskBand } from "#app/domain/risk/risk-levels.ts";
import { artifact, bodyWidth, colours, drawSvg, millimetre, outlined, type Paper, palette, rule, sheet, tagged } from "./paper.server.ts";
import { callout, type Definition, definitions, paragraph, setText } from "./paper-blocks.server.ts";
import { drawLine, linesOf, type Style, styles } from "./paper-text.server.ts";

export const bandColours: Record<RiskBand, string> = {
  critical: colours.danger,
  high: colours.warning,
  medium: colours.caution,
  low: colours.second,
};

const outcomeSigns = { approved: "yes", approved_with_conditions: "yes", declined: "no", on_hold: "wait" } as const;

export function drawCover(paper: Paper, facts: ReportFacts): void {
  outlined(paper, "Cover");
  const late = facts.engagement.engagedBeforeAssessment;
  const isIndirect = facts.howAnswered.mode !== "vendor";
  paper.y += (late || isIndirect ? 12 : 26) * millimetre;
  paragraph(paper, "Vendor risk assessment", { face: "regular", size: 11, leading: 18, colour: colours.third });
  drawName(paper, facts.vendor.name, "H1", [28, 18, 14, 11], 3, colours.ink);
  drawName(paper, facts.engagement.service, "P", [18, 14, 11, 9], 2, colours.second, "regular");
  paper.y += 14;
  drawOutcome(paper, facts);
  paper.y += 16;
  if (late) callout(paper, "Engaged before assessment", `In use since ${calendarDay(late.since)}. ${late.note}`);
  if (isIndirect)
    callout(paper, modeWords[facts.howAnswered.mode], facts.howAnswered.note ?? "The answers do not carry the vendor's attestation.");
  if (late || isIndirect) paper.y += 6;
  drawTrio(paper, facts);
  paper.y += 10;
  definitions(paper, identity(facts));
  drawVerify(paper, facts);
}

/** A name as large as it fits: long names step down in size and end after `maxLines`. */
function drawName(
  paper: Paper,
  name: string,
  type: string,
  sizes: number[],
  maxLines: number,
  colour: string,
  face: Style["face"] = "bold",
): void {
  for (const [index, size] of sizes.entries()) {
    const style: Style = { face, size, leading: Math.round(size * 1.22), colour };
    const isLast = index === sizes.length - 1;
    const lines = linesOf(paper, name, style, bodyWidth, isLast ? maxLines * 2 : undefined);
    if (lines.length > maxLines && !isLast) continue;
    setText(paper, type, name, style, { spacing: size > 20 ? -0.5 : 0, maxLines: isLast ? maxLines * 2 : maxLines });
    return;
  }
}

function drawOutcome(paper: Paper, facts: ReportFacts): void {
  const { decision } = facts;
  const top = paper.y;
  artifact(paper, () => drawSvg(paper, outcomeSign(outcomeSigns[decision.outcome], palette), sheet.left, top + 1, 14, 14));
  const style: Style = { face: "bold", size: 11, leading: 16, colour: colours.ink };
  setText(paper, "P", outcomeWords[decision.outcome], style, { x: sheet.left + 22, width: bodyWidth - 22 });
  const open = decision.conditions.filter((condition) => condition.state !== "met");
  const nextDue = open.flatMap((condition) => condition.dueOn ?? []).sort()[0];
  const conditions =
    decision.conditions.length === 0
      ? ""
      : `. ${counted(decision.conditions.length, "condition")}${nextDue ? `, due ${calendarDay(nextDue)}` : ""}`;
  const text = `${instantIn(facts.document.timeZone, decision.decidedAt)}${conditions}`;
  setText(paper, "P", text, { ...style, face: "regular" }, { x: sheet.left + 22, width: bodyWidth - 22 });
}

/** Score, inherent and residual risk side by side between two hairlines. */
function drawTrio(paper: Paper, facts: ReportFacts): void {
  const { score, inherentRisk, decision } = facts;
  const width = bodyWidth / 3;
  const top = paper.y;
  const cells = [
    { label: "Score", sub: scoreRemark(facts) },
    { label: "Inherent risk", sub: tierRemark(facts), band: inherentRisk.band },
    { label: "Residual risk", sub: residualRemark(facts), band: decision.residualRisk.band },
  ];
  let bottom = top;
  cells.forEach((cell, index) => {
    const x = sheet.left + index * width + (index === 0 ? 0 : 14);
    const inner = width - (index === 0 ? 14 : 28);
    let y = top + 10;
    tagged(paper, "P", () => drawLine(paper, cell.label, styles.note, x, y));
    y += 15;
    if (cell.band) {
      const { band } = cell;
      artifact(paper, () => drawSvg(paper, riskShape(band, palette), x, y + 8, 13, 13));
      tagged(paper, "P", () =>
        drawLine(paper, bandWords[band], { face: "bold", size: 14, leading: 30, colour: bandColours[band] }, x + 19, y),
      );
    } else {
      const alt = `Score ${score.reviewed.scoreBps === null ? "none" : points(score.reviewed.scoreBps)} of 100`;
      tagged(paper, "Figure", () => drawSvg(paper, scoreDial(score.reviewed, palette), x, y + 1, 28, 28), { alt });
      tagged(paper, "P", () => drawScore(paper, facts, x + 36, y));
    }
    y += 34;
    for (const line of linesOf(paper, cell.sub, styles.noteSecond, inner, 6)) {
      tagged(paper, "P", () => drawLine(paper, line, styles.noteSecond, x, y));
      y += styles.noteSecond.leading;
    }
    bottom = Math.max(bottom, y + 8);
  });
  rule(paper, top, { colour: colours.strongLine });
  rule(paper, bottom, { colour: colours.strongLine });
  artifact(paper, () => {
    for (const index of [1, 2]) {
      const x = sheet.left + index * width;
      paper.doc.moveTo(x, top).lineTo(x, bottom).lineWidth(0.5).strokeColor(colours.strongLine).stroke();
    }
  });
  paper.y = bottom;
}

function drawScore(paper: Paper, facts: ReportFacts, x: number, y: number): void {
  const { scoreBps, grade } = facts.score.reviewed;
  const big: Style = { face: "bold", size: 18, leading: 30, colour: colours.ink };
  const wide = drawLine(paper, scoreBps === null ? "None" : points(scoreBps), big, x, y);
  const words = scoreBps === null ? "nothing counts" : grade === null ? "not graded" : `grade ${grade}`;
  drawLine(paper, words, { face: "regular", size: 9, leading: 33, colour: colours.ink }, x + wide + 5, y);
}

function scoreRemark(facts: ReportFacts): string {
  const { reviewed } = facts.score;
  const cap =
    reviewed.uncappedBps !== null && reviewed.scoreBps !== null && reviewed.uncappedBps > reviewed.scoreBps
      ? `${points(reviewed.uncappedBps)} before the cap of ${capWords(facts)}. `
      : "";
  const graded = reviewed.complete ? "" : `No grade: ${wholePercent(reviewed.coverageBps)} of the required questions answered. `;
  return `${cap}${graded}${wholePercent(reviewed.assuranceBps)} of it verified.`;
}

/** The knock-outs whose cap is the score, by kind. */
function capWords(facts: ReportFacts): string {
  const binding = facts.knockOuts.filter((item) => item.capBps === facts.score.reviewed.scoreBps);
  const failed = binding.filter((item) => item.state === "failed").length;
  const held = binding.length - failed;
  const parts = [...(failed > 0 ? [counted(failed, "failed knock-out")] : []), ...(held > 0 ? [counted(held, "unproven knock-out")] : [])];
  return listed(parts) || "a knock-out";
}

function tierRemark(facts: ReportFacts): string {
  const { inherentRisk } = facts;
  const worst = Math.max(...inherentRisk.dimensions.map((item) => item.level));
  const answers = inherentRisk.dimensions.filter((item) => item.level === worst).map((item) => item.answer);
  const rule =
    inherentRisk.tier === inherentRisk.computedTier
      ? `Tier ${inherentRisk.tier}: ${answers[0] ?? "worst level decides"}`
      : `Tier ${inherentRisk.tier} by decision, computed tier ${inherentRisk.computedTier}`;
  const assumed = inherentRisk.dimensions.filter((item) => item.isAssumed).length;
  return assumed === 0 ? rule : `${rule}. ${counted(assumed, "answer")} assumed`;
}

function residualRemark(facts: ReportFacts): string {
  const { residualRisk } = facts.decision;
  const grade = facts.score.reviewed.grade;
  const base = `${bandWords[facts.inherentRisk.band]} inherent risk ${grade ? `at grade ${grade}` : "without a grade: not assessed"}`;
  const changed = residualRisk.band === residualRisk.tableBand ? "" : `; the table says ${bandWords[residualRisk.tableBand].toLowerCase()}`;
  const ends = facts.riskAcceptances.map((item) => item.expiresOn).sort()[0];
  return `${base}${changed}.${ends ? ` A risk acceptance ends on ${calendarDay(ends)}.` : ""}`;
}

function identity(facts: ReportFacts): Definition[] {
  const { assessment, document, decision, howAnswered } = facts;
  const zone = document.timeZone;
  const one = (term: string, text: string, maxLines = 2): Definition => ({ term, parts: [{ text, maxLines }] });
  const attestation = howAnswered.attestation;
  return [
    one("Assessment", `${assessment.number}, concluded ${instantIn(zone, decision.decidedAt)}, as of ${calendarDay(assessment.asOf)}`),
    {
      term: assessment.questionnaires.length === 1 ? "Questionnaire" : "Questionnaires",
      parts: assessment.questionnaires.slice(0, 3).flatMap((item) => [
        { text: `${item.id} ${item.version}, method ${assessment.method}`, maxLines: 1 },
        { text: `sha256 ${item.sha256}`, style: styles.hash, maxLines: 1 },
      ]),
    },
    one(
      "Answered by",
      attestation
        ? `${attestation.name}, ${attestation.role}, attested ${instantIn(zone, attestation.at)}`
        : `${modeWords[howAnswered.mode]}; no attestation`,
    ),
    one("Reviewed by", listed([...new Set(facts.reviewers.map((reviewer) => reviewer.role))]) || "Nobody"),
    one("Approved by", listed(decision.approvers.map((approver) => `${approver.name} (${approver.role})`)) || "Not approved", 3),
    one("Next review", nextReview(facts)),
    ...(facts.pci ? [one("PCI status", pciStatusTexts[facts.pci.status])] : []),
    one("Document", `${document.id}, ${document.classification}${document.audience ? `. ${document.audience}` : ""}`),
  ];
}

function nextReview(facts: ReportFacts): string {
  const review = facts.decision.nextReview;
  if (!review) return "None: no service in use";
  const chosen = review.candidates.find((candidate) => candidate.isChosen);
  return `${calendarDay(review.dueOn)}${chosen ? `: ${chosen.reason}` : ""}`;
}

function drawVerify(paper: Paper, facts: ReportFacts): void {
  const steps = verifySteps(facts);
  const height = 20 + steps.length * 24;
  paper.y = Math.max(paper.y + 10, Math.min(sheet.bodyBottom - height - 24, paper.y + 60));
  paragraph(paper, "Check this document without asking us", styles.h2);
  paper.y += 2;
  steps.forEach((step, index) => {
    const x = sheet.left + 12;
    drawNumber(paper, `${index + 1}.`, paper.y);
    paragraph(paper, step, styles.noteSecond, { x, width: bodyWidth - 12, maxLines: 3 });
    paper.y += 2;
  });
}

function drawNumber(paper: Paper, text: string, y: number): void {
  tagged(paper, "Lbl", () => drawLine(paper, text, styles.noteSecond, sheet.left, y));
}

/** The three ways to check a report, also printed on its last page. */
export function verifySteps(facts: ReportFacts): string[] {
  const { verification, auditLog, organisation } = facts;
  const where = verification.verifyUrl ? `, or drop the file at ${verification.verifyUrl}` : " and run: vouchsafe verify FILE";
  return [
    `Open it in a PDF reader: the signature panel names ${organisation.name} and must show no change since signing. On a command line: pdfsig FILE.`,
    `Compare the SHA-256 of the file with the audit log, after entry ${auditLog.position.toLocaleString("en")}${where}.`,
    "The attachment report.json holds every fact on these pages for a machine to read.",
  ];
}
