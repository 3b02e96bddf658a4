// What the vendor's own audit reports expect from us, and the companies they name, in the part Contract and PCI DSS.
import { stateSign } from "#app/domain/report/charts.ts";
import type { ReportFacts } from "#app/domain/report/report-facts.ts";
import { calendarDay } from "#app/domain/report/report-format.ts";
import { ourControlWords } from "#app/domain/report/report-reliance.ts";
import { type Paper, palette } from "./paper.server.ts";
import { columns, drawTable } from "./paper-table.server.ts";
import { styles } from "./paper-text.server.ts";

const tight = { style: styles.small, padding: 1.5 };
const signs = { confirmed: "yes", open: "unknown", late: "no" } as const;

export function drawReliance(paper: Paper, { reliance }: ReportFacts, under: PDFKit.PDFOutline): void {
  if (reliance.ourControls.length > 0)
    drawTable(
      paper,
      columns(["Control", 62], ["Named in", 38], ["State", 34], ["Who, and how it shows", 36]),
      reliance.ourControls.map(({ text, source, state, by, on, how }) => ({
        cells: [
          text,
          source,
          [{ text: ourControlWords[state], icon: stateSign(signs[state], palette) }],
          [{ text: `${by ?? "Nobody"}, ${how === null ? "due " : ""}${calendarDay(on, "short")}${how ? `: ${how}` : ""}`, maxLines: 8 }],
        ],
      })),
      { ...tight, heading: { text: "What the vendor's reports expect from us (PCI DSS 4.0.1, 12.8.5)", under } },
    );
  if (reliance.subcontractors.length > 0)
    drawTable(
      paper,
      columns(["Company", 50], ["What for", 56], ["In the vendor's report", 28], ["Named in", 36]),
      reliance.subcontractors.map(({ name, purpose, isCarvedOut, source }) => ({
        cells: [name, purpose ?? "", isCarvedOut ? "Carved out" : "Included", source],
      })),
      { ...tight, heading: { text: "Subcontractors the vendor's reports name", under } },
    );
}
