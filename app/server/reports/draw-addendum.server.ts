// The addendum: one sheet that says what changed about a decision after its documents were signed, and which documents it adds to.
import { type AddendumFacts, addendumTitles } from "#app/domain/report/addendum.ts";
import { calendarDay, counted, instantIn } from "#app/domain/report/report-format.ts";
import { conditionStateWords, dueWords, outcomeWords } from "#app/domain/report/report-words.ts";
import { addSheet, colours, grouped, openPaper, outlined, type Paper } from "./paper.server.ts";
import { definitions, heading, note, paragraph, setText } from "./paper-blocks.server.ts";
import type { Frame } from "./paper-frame.server.ts";
import { columns, drawTable } from "./paper-table.server.ts";
import { type Style, styles } from "./paper-text.server.ts";

/** How much of each part is shown, from the usual to the tightest, which fits whatever the facts. */
const limits = [
  { lines: 6, rows: 8, cellLines: 2, documents: 6 },
  { lines: 3, rows: 4, cellLines: 1, documents: 4 },
  { lines: 2, rows: 2, cellLines: 1, documents: 3 },
] as const;
type Limits = (typeof limits)[number];

/** One sheet: drawn with ever tighter limits until it fits. */
export function addendumPaper(facts: AddendumFacts): Paper {
  let paper: Paper | undefined;
  for (const limit of limits) {
    const attempt = openPaper({
      title: `Addendum ${facts.number} to ${facts.assessment.number}: ${facts.vendor.name}`,
      subject: facts.engagement.service,
      author: facts.organisation.name,
      language: facts.document.language,
      createdAt: new Date(facts.document.producedAt),
    });
    addSheet(attempt, "Addendum");
    grouped(attempt, "Sect", () => drawAddendum(attempt, facts, limit));
    paper = attempt;
    if (attempt.titles.length === 1) break;
  }
  return paper as Paper;
}

export const addendumFrame = ({ organisation, assessment, vendor, engagement, document }: AddendumFacts): Frame => ({
  head: `${organisation.name}, compliance`,
  foot: `${assessment.number} · ${vendor.name} · ${engagement.service}`,
  classification: document.classification,
});

function drawAddendum(paper: Paper, facts: AddendumFacts, limit: Limits): void {
  const { document, decision } = facts;
  const zone = document.timeZone;
  outlined(paper, "Addendum");
  paper.y += 8;
  paragraph(paper, `Addendum ${facts.number} to the documents of ${facts.assessment.number}`, { ...styles.lead, colour: colours.third });
  const title: Style = { face: "bold", size: 18, leading: 23, colour: colours.ink };
  setText(paper, "H1", facts.vendor.name, title, { maxLines: 2 });
  const service: Style = { face: "regular", size: 11, leading: 16, colour: colours.second };
  paragraph(paper, facts.engagement.service, service, { maxLines: 2 });
  heading(paper, addendumTitles[facts.cause], { keep: 20 });
  paragraph(paper, facts.statement, styles.text, { maxLines: limit.lines });
  paper.y += 6;
  definitions(paper, [
    { term: "When", parts: [{ text: instantIn(zone, facts.at) }] },
    { term: "Recorded by", parts: [{ text: facts.byRole }] },
    ...(facts.reason === "" ? [] : [{ term: "Reason", parts: [{ text: facts.reason, maxLines: limit.lines }] }]),
    {
      term: "Decision",
      parts: [
        {
          text: `${outcomeWords[decision.outcome]}, ${instantIn(zone, decision.decidedAt)}${decision.isWithdrawn ? ", withdrawn: it no longer holds" : ""}`,
          style: styles.textBold,
        },
      ],
    },
  ]);
  drawConditions(paper, facts, limit);
  drawAcceptances(paper, facts, limit);
  heading(paper, "Adds to", { keep: 20 });
  drawTable(
    paper,
    columns(["Document", 26], ["Stored", 34], ["Id and SHA-256", 88]),
    facts.addsTo.slice(0, limit.documents).map(({ name, id, sha256, storedAt }) => ({
      cells: [
        name,
        instantIn(zone, storedAt, "short"),
        [
          { text: id, style: styles.hash, maxLines: 1 },
          { text: sha256, style: styles.hash },
        ],
      ],
    })),
  );
  if (facts.addsTo.length > limit.documents)
    note(paper, `And ${counted(facts.addsTo.length - limit.documents, "earlier addendum", "earlier addenda")}.`);
  note(
    paper,
    `The documents above stay as they were signed; this page says what changed since. Whether it is the newest is said at ${facts.verifyUrl}, where it is checked, too. Document ${document.id}, ${instantIn(zone, document.producedAt)}.`,
    { maxLines: 4 },
  );
}

function drawConditions(paper: Paper, { conditions }: AddendumFacts, limit: Limits): void {
  if (conditions.length === 0) return;
  heading(paper, "Conditions as they stand now", { keep: 20 });
  drawTable(
    paper,
    columns(["No.", 10], ["Condition", 90], ["Due", 32], ["State", 16]),
    conditions.slice(0, limit.rows).map(({ number, text, due, dueOn, state }) => ({
      cells: [
        number,
        [{ text, maxLines: limit.cellLines }],
        dueOn ? calendarDay(dueOn, "short") : dueWords[due],
        conditionStateWords[state],
      ],
    })),
    { rowHeader: 1 },
  );
  if (conditions.length > limit.rows) note(paper, `And ${counted(conditions.length - limit.rows, "more condition")}.`);
}

function drawAcceptances(paper: Paper, { acceptances }: AddendumFacts, limit: Limits): void {
  if (acceptances.length === 0) return;
  heading(paper, "Accepted risks as they stand now", { keep: 20 });
  drawTable(
    paper,
    columns(["What", 100], ["Until", 28], ["State", 20]),
    acceptances.slice(0, limit.rows).map(({ subject, expiresOn, isInForce }) => ({
      cells: [[{ text: subject, maxLines: limit.cellLines }], calendarDay(expiresOn, "short"), isInForce ? "In force" : "Ended"],
    })),
  );
  if (acceptances.length > limit.rows) note(paper, `And ${counted(acceptances.length - limit.rows, "more accepted risk")}.`);
}
