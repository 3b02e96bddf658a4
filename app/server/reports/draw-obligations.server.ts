// The part Contract and PCI DSS: clause checklist, what is expected from us, PCI status, who is responsible for which requirement.
import { pciStatusTexts } from "#app/domain/engagement/pci-status.ts";
import { stateSign } from "#app/domain/report/charts.ts";
import { type ClauseFramework, clauseFrameworks, type ReportFacts, type ReportPci } from "#app/domain/report/report-facts.ts";
import { calendarDay } from "#app/domain/report/report-format.ts";
import { clauseFrameworkWords, clauseStateWords, partyWords, requirementStateWords } from "#app/domain/report/report-words.ts";
import { drawReliance } from "./draw-reliance.server.ts";
import { addSheet, type Paper, palette } from "./paper.server.ts";
import { chapterTitle, type Definition, definitions, heading, note, paragraph } from "./paper-blocks.server.ts";
import { columns, drawTable } from "./paper-table.server.ts";
import { styles } from "./paper-text.server.ts";

const tight = { style: styles.small, padding: 1.5 };

export function drawObligations(paper: Paper, facts: ReportFacts): void {
  addSheet(paper, "Contract and PCI DSS");
  const chapter = chapterTitle(paper, "Contract and PCI DSS");
  for (const framework of clauseFrameworks) drawClauses(paper, facts, framework, chapter);
  drawReliance(paper, facts, chapter);
  heading(paper, "PCI DSS status", { under: chapter, keep: 120 });
  if (facts.pci) drawPci(paper, facts.pci, chapter);
  else paragraph(paper, "No card data is in scope of this engagement.", styles.noteSecond);
}

function drawClauses(paper: Paper, facts: ReportFacts, framework: ClauseFramework, under: PDFKit.PDFOutline): void {
  const clauses = facts.clauses.filter((clause) => clause.framework === framework);
  if (clauses.length === 0) return;
  drawTable(
    paper,
    columns(["Item", 22], ["The contract says that the vendor", 66], ["State", 26], ["Where", 56]),
    clauses.map((clause) => ({
      cells: [
        clause.id,
        clause.title,
        [{ text: clauseStateWords[clause.state], icon: stateSign(clause.state, palette) }],
        [{ text: clause.where ?? "", maxLines: 6 }],
      ],
    })),
    { ...tight, heading: { text: clauseFrameworkWords[framework], under } },
  );
}

function drawPci(paper: Paper, pci: ReportPci, under: PDFKit.PDFOutline): void {
  const day = (value: string | null) => (value ? calendarDay(value) : "unknown");
  const one = (term: string, text: string): Definition => ({ term, parts: [{ text }] });
  definitions(paper, [
    one("Status", pciStatusTexts[pci.status]),
    one("Assessor", pci.assessor ?? "None"),
    one("Report", `${day(pci.reportOn)}, PCI DSS ${pci.dssVersion ?? "version unknown"}, valid until ${day(pci.validUntilOn)}`),
    one("Services covered", pci.servicesCovered.join(", ") || "None named"),
    one("Not tested", pci.requirementsNotTested.join(", ") || "None"),
  ]);
  note(paper, "The status is a fact: neither the score nor an accepted risk changes it.");
  heading(paper, "Who is responsible for which requirement (PCI DSS 4.0.1, 12.8.5)", { under });
  drawTable(
    paper,
    columns(["Requirement", 20], ["Subject", 60], ["Responsible", 26], ["State", 32], ["Proof", 32]),
    pci.responsibilities.map((item) => ({
      cells: [
        item.requirement,
        item.title,
        partyWords[item.party],
        [{ text: requirementStateWords[item.state], style: item.state === "not_in_place_for_us" ? styles.smallBold : styles.small }],
        item.proof ?? "",
      ],
    })),
    tight,
  );
  if (pci.responsibilities.length === 0) note(paper, "No responsibility matrix is on record.");
}
