// Answers taken from a filled file as an answer file (docs: scoring, "Command line"), always the same bytes for the same answers.
import { Document, Scalar, visit } from "yaml";
import type { GivenAnswers } from "#app/domain/questionnaire/import/foreign.ts";
import { plainText } from "#app/domain/questionnaire/import/plain-text.ts";
import type { Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";

export function writeAnswers(answers: GivenAnswers, { id, version }: Questionnaire, file: string): string {
  const document = new Document({ answers }, { version: "1.2", compat: "yaml-1.1", aliasDuplicateObjects: false });
  const name = plainText(file.replace(/^.*[/\\]/, ""), 200).text.replace(/\s+/g, " ");
  document.commentBefore = ` Answers to ${id} ${version}, as they stand in ${name}.`;
  visit(document, {
    Scalar(key, node) {
      const { value } = node;
      if (key !== "value" || typeof value !== "string") return;
      if (/[\u0085\u2028\u2029]|^\s|\s$|[^\S\n ]|\n /.test(value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0, singleQuote: true });
}
