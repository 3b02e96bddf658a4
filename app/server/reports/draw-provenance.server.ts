// The last part: how the document came about and how to check it.
import type { ReportFacts } from "#app/domain/report/report-facts.ts";
import { calendarDay, counted, instantIn } from "#app/domain/report/report-format.ts";
import { modeWords } from "#app/domain/report/report-words.ts";
import { verifySteps } from "./draw-cover.server.ts";
import { addSheet, type Paper } from "./paper.server.ts";
import { chapterTitle, type Definition, definitions, heading, note, paragraph } from "./paper-blocks.server.ts";
import { styles } from "./paper-text.server.ts";

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
