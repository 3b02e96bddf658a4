// Every text of a file with its path: for the rule that the source language is mandatory, and for reporting missing translations.
import type { Path } from "./problem.ts";
import type { Questionnaire, Scale, Text } from "./questionnaire.ts";

/** All texts of a questionnaire, in file order. */
export function textsOf(questionnaire: Questionnaire): { text: Text; path: Path }[] {
  const found: { text: Text; path: Path }[] = [];
  const add = (text: Text | undefined, ...path: (string | number)[]) => {
    if (text) found.push({ text, path });
  };
  const addScale = (scale: Scale | undefined, ...path: (string | number)[]) => {
    for (const [code, { label }] of Object.entries(scale ?? {})) add(label, ...path, code, "label");
  };
  add(questionnaire.title, "title");
  for (const [name, scale] of Object.entries(questionnaire.scales ?? {})) addScale(scale, "scales", name);
  questionnaire.conflicts?.forEach(({ text }, i) => {
    add(text, "conflicts", i, "text");
  });
  for (const [id, { note }] of Object.entries(questionnaire.changes ?? {})) add(note, "changes", id, "note");
  questionnaire.sections.forEach((section, s) => {
    add(section.title, "sections", s, "title");
    section.questions.forEach((question, q) => {
      const at = ["sections", s, "questions", q] as const;
      add(question.text, ...at, "text");
      add(question.why, ...at, "why");
      add(question.guidance, ...at, "guidance");
      addScale(question.options, ...at, "options");
      add(question.onFail?.finding?.title, ...at, "onFail", "finding", "title");
      question.columns?.forEach(({ label }, c) => {
        add(label, ...at, "columns", c, "label");
      });
    });
  });
  return found;
}
