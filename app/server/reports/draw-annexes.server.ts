// Last parts: evidence, contract clauses, PCI status and responsibilities, changes, control crosswalk, and how the
// document came about.
import { stateSign } from "#app/domain/report/charts.ts";
import { type ClauseFramework, clauseFrameworks, type ReportFacts, type ReportPci } from "#app/domain/report/report-facts.ts";
import { calendarDay, counted, fileSize, instantIn, points } from "#app/domain/report/report-format.ts";
import type { ReportNumbering } from "#app/domain/report/report-numbering.ts";
import {
  bandWords,
  changeWords,
  clauseFrameworkWords,
  clauseStateWords,
  controlStateWords,
  evidenceStateWords,
  modeWords,
  partyWords,
  pciStatusWords,
  requirementStateWords,
} from "#app/domain/report/report-words.ts";
import { verifySteps } from "./draw-cover.server.ts";
import { addSheet, type Paper, palette } from "./paper.server.ts";
import { chapterTitle, type Definition, definitions, heading, note, paragraph } from "./paper-blocks.server.ts";
import { drawTable, widths } from "./paper-table.server.ts";
import { styles } from "./paper-text.server.ts";

const tight = { style: styles.small, padding: 1.5 };

export function drawEvidence(paper: Paper, facts: ReportFacts): void {
  addSheet(paper, "Evidence");
  chapterTitle(paper, "Evidence");
  if (facts.evidence.length === 0) {
    paragraph(paper, "No document was attached to this assessment.", styles.lead);
    return;
  }
  paragraph(paper, "Each file is kept unchanged. Whoever holds a copy can compare its SHA-256 with the one printed here.", styles.lead);
  paper.y += 8;
  const zone = facts.document.timeZone;
  const [no, file, state, dates, how] = widths(9, 78, 18, 24, 42);
  drawTable(
    paper,
    [
      { width: no ?? 0, title: "No." },
      { width: file ?? 0, title: "Document" },
      { width: state ?? 0, title: "State" },
      { width: dates ?? 0, title: "From, until" },
      { width: how ?? 0, title: "Verified" },
    ],
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
}

export function drawObligations(paper: Paper, facts: ReportFacts): void {
  addSheet(paper, "Contract and PCI DSS");
  const chapter = chapterTitle(paper, "Contract and PCI DSS");
  for (const framework of clauseFrameworks) drawClauses(paper, facts, framework, chapter);
  heading(paper, "PCI DSS status", { under: chapter, keep: 120 });
  if (facts.pci) drawPci(paper, facts.pci, chapter);
  else paragraph(paper, "No card data is in scope of this engagement.", styles.noteSecond);
}

function drawClauses(paper: Paper, facts: ReportFacts, framework: ClauseFramework, under: PDFKit.PDFOutline): void {
  const clauses = facts.clauses.filter((clause) => clause.framework === framework);
  if (clauses.length === 0) return;
  const [id, title, state, where] = widths(22, 66, 26, 56);
  drawTable(
    paper,
    [
      { width: id ?? 0, title: "Item" },
      { width: title ?? 0, title: "The contract says that the vendor" },
      { width: state ?? 0, title: "State" },
      { width: where ?? 0, title: "Where" },
    ],
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
    one("Status", pciStatusWords[pci.status]),
    one("Assessor", pci.assessor ?? "None"),
    one("Report", `${day(pci.reportOn)}, PCI DSS ${pci.dssVersion ?? "version unknown"}, valid until ${day(pci.validUntilOn)}`),
    one("Services covered", pci.servicesCovered.join(", ") || "None named"),
    one("Not tested", pci.requirementsNotTested.join(", ") || "None"),
  ]);
  note(paper, "The status is a fact: neither the score nor an accepted risk changes it.");
  heading(paper, "Who is responsible for which requirement (PCI DSS 4.0.1, 12.8.5)", { under });
  const [id, title, party, state, proof] = widths(20, 60, 26, 32, 32);
  drawTable(
    paper,
    [
      { width: id ?? 0, title: "Requirement" },
      { width: title ?? 0, title: "Subject" },
      { width: party ?? 0, title: "Responsible" },
      { width: state ?? 0, title: "State" },
      { width: proof ?? 0, title: "Proof" },
    ],
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
    const [kind, no, what, before, after] = widths(27, 10, 60, 36, 36);
    if (changes.items.length === 0) paragraph(paper, "No answer and no document changed.", styles.noteSecond);
    else
      drawTable(
        paper,
        [
          { width: kind ?? 0, title: "Change" },
          { width: no ?? 0, title: "No." },
          { width: what ?? 0, title: "What" },
          { width: before ?? 0, title: "Before" },
          { width: after ?? 0, title: "Now" },
        ],
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
  const [id, state, questions, gutter] = widths(23, 20, 40, 2);
  const half = [
    { width: id ?? 0, title: "Control" },
    { width: state ?? 0, title: "By the answers" },
    { width: questions ?? 0, title: "Questions" },
  ].map((column) => ({ ...column, width: column.width / 2 }));
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
      [
        ...half,
        { width: (gutter ?? 0) / 2, title: "" },
        ...half.map((column, index) => ({ ...column, width: column.width + (index === 2 ? (gutter ?? 0) / 2 : 0) })),
      ],
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

export function drawProvenance(paper: Paper, facts: ReportFacts): void {
  addSheet(paper, "About this document");
  chapterTitle(paper, "About this document");
  const { document, howAnswered, assessment, vendor, engagement, verification, auditLog } = facts;
  const zone = document.timeZone;
  const when = (at: string | null) => (at ? instantIn(zone, at) : "not recorded");
  const one = (term: string, text: string): Definition => ({ term, parts: [{ text, maxLines: 8 }] });
  definitions(paper, [
    one(
      "Vendor",
      [vendor.name, vendor.id, vendor.category, vendor.registrationId, vendor.country, vendor.website].filter(Boolean).join(", "),
    ),
    one(
      "Engagement",
      `${engagement.service}, ${engagement.id}${engagement.goesLiveOn ? `, live ${calendarDay(engagement.goesLiveOn)}` : ""}`,
    ),
    one("Assessment", `${assessment.number}, ${assessment.id}`),
    one(
      "Course",
      `Sent ${when(assessment.sentAt)}; submitted ${when(assessment.submittedAt)}; review closed ${when(assessment.reviewClosedAt)}; decided ${when(facts.decision.decidedAt)}`,
    ),
    one("How answered", `${modeWords[howAnswered.mode]}${howAnswered.note ? `. ${howAnswered.note}` : ""}`),
    one(
      "Attestation",
      howAnswered.attestation
        ? `“${howAnswered.statement}” ${howAnswered.attestation.name}, ${howAnswered.attestation.role}, ${when(howAnswered.attestation.at)}`
        : "None",
    ),
    one(
      "Reviewed by",
      facts.reviewers.map((item) => `${item.role}: ${counted(item.answersDetermined, "determination")}`).join("; ") || "Nobody",
    ),
    one("Method", `${assessment.method}: exact fractions, rounded once at the end. Anybody can compute the score again from report.json.`),
    {
      term: "Questionnaires",
      parts: assessment.questionnaires.flatMap((item) => [
        { text: `${item.title}: ${item.id} ${item.version}` },
        { text: `sha256 ${item.sha256}`, style: styles.hash },
      ]),
    },
    {
      term: "Audit log",
      parts: [
        { text: `Entry ${auditLog.position.toLocaleString("en")} when this document was made` },
        { text: auditLog.headHash, style: styles.hash },
      ],
    },
    {
      term: "Signed with",
      parts: [{ text: verification.certificateSubject }, { text: `sha256 ${verification.certificateFingerprint}`, style: styles.hash }],
    },
    one("Produced", `${when(document.producedAt)}, ${document.id}`),
  ]);
  heading(paper, "How to check this document");
  verifySteps(facts).forEach((step, index) => {
    paragraph(paper, `${index + 1}. ${step}`, styles.noteSecond);
    paper.y += 2;
  });
  if (paper.hasMissingGlyphs)
    note(paper, "Characters that the fonts of this document cannot draw are shown as ▯. The attachment report.json holds them unchanged.");
}
