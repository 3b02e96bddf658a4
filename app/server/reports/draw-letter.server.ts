// The decision letter to a vendor: the same parts as its preview, one or two sheets.
import type { LetterFacts } from "#app/domain/report/letter-facts.ts";
import { type Letter, type LetterPart, letterOf, letterWords } from "#app/i18n/letter.ts";
import { addSheet, colours, grouped, openPaper, outlined, type Paper } from "./paper.server.ts";
import { definitions, heading, note, paragraph, setText } from "./paper-blocks.server.ts";
import type { Frame } from "./paper-frame.server.ts";
import { columns, drawTable } from "./paper-table.server.ts";
import { type Style, styles } from "./paper-text.server.ts";

const lead: Style = { face: "regular", size: 9.5, leading: 14, colour: colours.ink };

export function letterPaper(facts: LetterFacts): Paper {
  const letter = letterOf(facts);
  const paper = openPaper({
    title: `${letter.title}: ${facts.engagement.service}`,
    subject: letter.subject,
    author: facts.organisation.name,
    language: facts.document.language,
    createdAt: new Date(facts.document.producedAt),
  });
  addSheet(paper, "");
  grouped(paper, "Sect", () => drawLetter(paper, letter));
  return paper;
}

export const letterFrame = ({ organisation, assessment, engagement, document }: LetterFacts): Frame => ({
  head: organisation.name,
  foot: `${assessment.number} · ${engagement.service}`,
  classification: "",
  pageWords: letterWords[document.language].page,
});

function drawLetter(paper: Paper, letter: Letter): void {
  outlined(paper, letter.title);
  paper.y += 8;
  paragraph(paper, `${letter.to} · ${letter.number}`, { ...styles.lead, colour: colours.third }, { maxLines: 2 });
  paper.y += 2;
  setText(paper, "H1", letter.subject, styles.h1, { maxLines: 3 });
  paper.y += 6;
  paragraph(paper, letter.intro, lead);
  paper.y += 8;
  definitions(
    paper,
    letter.facts.map(({ term, value }, index) => ({ term, parts: [{ text: value, ...(index === 0 ? { style: styles.textBold } : {}) }] })),
  );
  for (const part of letter.parts) drawPart(paper, part);
  paper.y += 8;
  note(paper, letter.foot, { maxLines: 4 });
}

function drawPart(paper: Paper, { heading: title, lead: text, items, table, note: remark }: LetterPart): void {
  if (title !== undefined) heading(paper, title, { keep: 60 });
  else paper.y += 6;
  if (text !== undefined) paragraph(paper, text, styles.text);
  for (const item of items ?? []) {
    paper.y += 2;
    paragraph(paper, `\u2022 ${item}`, styles.text, { maxLines: 3 });
  }
  if (table) {
    if (text !== undefined) paper.y += 4;
    const last = table.head.length - 1;
    const shares = table.head.map((name, index) => [name, table.shares[index] ?? 1] as [string, number]);
    const isNumbers = table.rows.every((row) => /^[+\u2212]?\d+[.,]\d\d$/.test(row[last] ?? ""));
    const set = columns(...shares).map((column, index) => (index === last && isNumbers ? { ...column, align: "right" as const } : column));
    drawTable(
      paper,
      set,
      table.rows.map((cells) => ({ cells })),
    );
  }
  if (remark !== undefined) note(paper, remark);
}
