// The decision page: one sheet for the contract file. What does not fit is counted and left to the audit report.
import { pciStatusTexts } from "#app/domain/engagement/pci-status.ts";
import { stateSign } from "#app/domain/report/charts.ts";
import type { ReportFacts } from "#app/domain/report/report-facts.ts";
import { calendarDay, counted, instantIn, points } from "#app/domain/report/report-format.ts";
import { bandWords, clearanceWords, conditionStateWords, dueWords, modeWords, outcomeWords } from "#app/domain/report/report-words.ts";
import { bandColours } from "./draw-cover.server.ts";
import { colours, outlined, type Paper, palette } from "./paper.server.ts";
import { type Definition, definitions, heading, note, paragraph } from "./paper-blocks.server.ts";
import { type Cell, columns, drawTable } from "./paper-table.server.ts";
import { type Style, styles } from "./paper-text.server.ts";

/** How much of each part is shown. */
interface Limits {
  nameLines: number;
  headLines: number;
  reasonLines: number;
  conditions: number;
  conditionLines: number;
  acceptances: number;
  approvers: number;
}

/** From the usual to the tightest, which fits whatever the facts. */
export const decisionPageLimits: readonly Limits[] = [
  { nameLines: 2, headLines: 2, reasonLines: 7, conditions: 6, conditionLines: 2, acceptances: 3, approvers: 4 },
  { nameLines: 2, headLines: 1, reasonLines: 4, conditions: 4, conditionLines: 1, acceptances: 2, approvers: 4 },
  { nameLines: 1, headLines: 1, reasonLines: 2, conditions: 2, conditionLines: 1, acceptances: 1, approvers: 2 },
];

export function drawDecisionPage(paper: Paper, facts: ReportFacts, limits: Limits): void {
  const { decision, document } = facts;
  const zone = document.timeZone;
  outlined(paper, "Decision");
  paper.y += 8;
  paragraph(paper, `Decision on ${facts.assessment.number}`, { ...styles.lead, colour: colours.third });
  const title: Style = { face: "bold", size: 18, leading: 23, colour: colours.ink };
  paragraph(paper, facts.vendor.name, title, { maxLines: limits.nameLines });
  paragraph(
    paper,
    facts.engagement.service,
    { face: "regular", size: 11, leading: 16, colour: colours.second },
    { maxLines: limits.nameLines },
  );
  paper.y += 8;
  definitions(paper, headLines(facts, limits));
  heading(paper, "Reason", { keep: 20 });
  paragraph(paper, decision.rationale, styles.text, { maxLines: limits.reasonLines });
  drawConditions(paper, facts, limits);
  drawClearance(paper, facts, limits);
  drawAcceptances(paper, facts, limits);
  heading(paper, "Signed by", { keep: 20 });
  drawTable(
    paper,
    columns(["Name", 60], ["Role", 60], ["When", 50]),
    decision.approvers.slice(0, limits.approvers).map((item) => ({
      cells: [[{ text: item.name, maxLines: 1 }], [{ text: item.role, maxLines: 1 }], instantIn(zone, item.at)],
    })),
  );
  note(
    paper,
    `The audit report of ${facts.assessment.number} holds the questions, answers and evidence behind this page. Check this page with pdfsig${facts.verification.verifyUrl ? ` or at ${facts.verification.verifyUrl}` : ""}. Document ${document.id}, ${instantIn(zone, document.producedAt)}.`,
    { maxLines: 3 },
  );
}

function headLines(facts: ReportFacts, limits: Limits): Definition[] {
  const { decision, score, inherentRisk } = facts;
  const { scoreBps, grade } = score.reviewed;
  const one = (term: string, text: string, style?: Style): Definition => ({
    term,
    parts: [{ text, maxLines: limits.headLines, ...(style ? { style } : {}) }],
  });
  const residual = bandWords[decision.residualRisk.band];
  return [
    one("Decision", `${outcomeWords[decision.outcome]}, ${instantIn(facts.document.timeZone, decision.decidedAt)}`, styles.textBold),
    one(
      "Score",
      scoreBps === null
        ? "None: no question counts"
        : `${points(scoreBps)}${grade ? `, grade ${grade}` : ", not graded"}, method ${facts.assessment.method}`,
    ),
    one("Risk", `Inherent ${bandWords[inherentRisk.band].toLowerCase()} (tier ${inherentRisk.tier}), residual ${residual.toLowerCase()}`, {
      ...styles.textBold,
      colour: bandColours[decision.residualRisk.band],
    }),
    ...(facts.howAnswered.mode === "vendor" ? [] : [one("Answered", modeWords[facts.howAnswered.mode])]),
    ...(facts.pci ? [one("PCI status", pciStatusTexts[facts.pci.status])] : []),
    ...(facts.engagement.engagedBeforeAssessment
      ? [one("Before assessment", `In use since ${calendarDay(facts.engagement.engagedBeforeAssessment.since)}`)]
      : []),
    one("Next review", decision.nextReview ? calendarDay(decision.nextReview.dueOn) : "None"),
  ];
}

function drawConditions(paper: Paper, facts: ReportFacts, limits: Limits): void {
  const { conditions } = facts.decision;
  if (conditions.length === 0) return;
  heading(paper, "Conditions", { keep: 20 });
  drawTable(
    paper,
    columns(["No.", 10], ["Condition", 66], ["Owner", 30], ["Due", 28], ["State", 14]),
    conditions.slice(0, limits.conditions).map((item) => ({
      cells: [
        [{ text: item.number, maxLines: 1 }],
        [{ text: item.text, maxLines: limits.conditionLines }],
        [{ text: item.owner, maxLines: 1 }],
        item.dueOn ? calendarDay(item.dueOn, "short") : dueWords[item.due],
        conditionStateWords[item.state],
      ],
    })),
    { rowHeader: 1 },
  );
  if (conditions.length > limits.conditions)
    note(paper, `And ${counted(conditions.length - limits.conditions, "more condition")} in the audit report.`);
}

function drawClearance(paper: Paper, facts: ReportFacts, limits: Limits): void {
  heading(paper, "Clearance", { keep: 20 });
  drawTable(
    paper,
    columns(["The vendor", 34], ["", 16], ["Missing", 98]),
    facts.decision.clearance.map((item) => {
      const more = item.missing.length > 1 ? `; ${counted(item.missing.length - 1, "more thing")}` : "";
      const first = item.missing[0];
      const sign: Cell = [{ text: item.isGiven ? "Yes" : "No", icon: stateSign(item.isGiven ? "yes" : "no", palette) }];
      return {
        cells: [
          clearanceWords[item.step],
          sign,
          [
            {
              text: first ? `${first.what}${first.whoseTurn === null ? "" : ` (${first.whoseTurn})`}${more}` : "",
              maxLines: limits.conditionLines,
            },
          ],
        ],
      };
    }),
  );
}

function drawAcceptances(paper: Paper, facts: ReportFacts, limits: Limits): void {
  if (facts.riskAcceptances.length === 0) return;
  heading(paper, "Accepted risks", { keep: 20 });
  drawTable(
    paper,
    columns(["What", 76], ["Accepted by", 48], ["Until", 24]),
    facts.riskAcceptances.slice(0, limits.acceptances).map((item) => ({
      cells: [
        [{ text: item.subject, maxLines: limits.conditionLines }],
        [{ text: `${item.owner.name}, ${item.owner.role}`, maxLines: limits.conditionLines }],
        calendarDay(item.expiresOn, "short"),
      ],
    })),
  );
  if (facts.riskAcceptances.length > limits.acceptances)
    note(paper, `And ${counted(facts.riskAcceptances.length - limits.acceptances, "more")} in the audit report.`);
}
