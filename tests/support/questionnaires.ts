// Questionnaires for tests: small ones from parts, or whole ones from YAML text.
import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { compile } from "#app/domain/questionnaire/compile.ts";
import type { CompiledSet } from "#app/domain/questionnaire/compiled.ts";
import type { Question, Questionnaire, Section } from "#app/domain/questionnaire/questionnaire.ts";
import { parseQuestionnaire } from "#app/server/questionnaires/parse-questionnaire.server.ts";

export const noHash = "0".repeat(64);

type QuestionPart = Partial<Question> & Pick<Question, "id" | "type">;
type SectionPart = Omit<Partial<Section>, "questions"> & { questions: QuestionPart[] };

/** A questionnaire with the texts filled in; `sections` as given, or one section of the questions given. */
export function aQuestionnaire(parts: SectionPart[] | QuestionPart[], more: Partial<Questionnaire> = {}): Questionnaire {
  const sections = (parts.every((part) => "questions" in part) ? parts : [{ questions: parts }]) as SectionPart[];
  return {
    format: "vrq/1",
    id: "test",
    version: "1.0.0",
    audience: "vendor",
    title: { en: "Test" },
    languages: ["en"],
    source: { name: "own work", license: "CC-BY-4.0" },
    ...more,
    sections: sections.map((section, s) => ({
      id: `s${s + 1}`,
      title: { en: `Section ${s + 1}` },
      weight: 1,
      ...section,
      questions: section.questions.map((question) => ({ text: { en: question.id }, ...question })),
    })),
  };
}

/** Options from scores: `{ good: 1, bad: 0, na: null }`. */
export const scores = (codes: Record<string, number | null>): Question["options"] =>
  Object.fromEntries(Object.entries(codes).map(([code, score]) => [code, { score, label: { en: code } }]));

export const compiled = (...questionnaires: Questionnaire[]): CompiledSet =>
  compile(questionnaires.map((questionnaire) => ({ questionnaire, sha256: noHash })));

export const fromYaml = (text: string, file = "test.yaml"): Questionnaire =>
  parseQuestionnaire(new TextEncoder().encode(text), file).questionnaire;

/** The text of a whole file that is clean: the starter under an id and a version of its own. */
export const aQuestionnaireText = (id: string, version = "1.0.0"): string =>
  readFileSync("questionnaires/starter/1.0.0.yaml", "utf8")
    .replace("\nid: starter\nversion: 1.0.0\n", `\nid: ${id}\nversion: ${version}\n`)
    .replace("title: { en: Starter,", `title: { en: Starter as ${id},`);

/** As it is uploaded. */
export const anUpload = (text: string, fileName: string) => ({ fileName, source: Readable.from([Buffer.from(text, "utf8")]) });

export const aQuestionnaireFile = (id: string, version?: string) => anUpload(aQuestionnaireText(id, version), `${id}.yaml`);
