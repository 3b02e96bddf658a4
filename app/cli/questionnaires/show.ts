// `vouchsafe questionnaires show FILE`: every section and question on a line or two, as its author wants to see it.
import { parseArgs } from "node:util";
import { conditionText } from "#app/domain/questionnaire/condition-text.ts";
import { type Question, type Questionnaire, textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { parseQuestionnaire } from "#app/server/questionnaires/parse-questionnaire.server.ts";
import { type Io, UsageError } from "../command.ts";
import { readNamedFile } from "../read-file.ts";

export async function show(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: "boolean", default: false } } });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new UsageError("Name one questionnaire.");
  const { questionnaire, sha256 } = parseQuestionnaire(await readNamedFile(path), path);
  io.out(values.json ? `${JSON.stringify({ sha256, ...questionnaire })}\n` : report(questionnaire, sha256));
  return 0;
}

function report(questionnaire: Questionnaire, sha256: string): string {
  const say = (text: Question["text"]) => textIn(text, questionnaire.languages[0]!, questionnaire.languages[0]!);
  const { id, version, audience, languages, sections } = questionnaire;
  const head = [`${say(questionnaire.title)} (${id} ${version}), for ${audience === "vendor" ? "vendors" : "our own people"}`];
  head.push(`languages ${languages.join(", ")}; SHA-256 ${sha256}`, "");
  const body = sections.flatMap((section) => [
    `${say(section.title)} [${section.id}], weight ${section.weight}${section.when ? `, when ${conditionText(section.when)}` : ""}`,
    ...section.questions.flatMap((question) => [
      `  ${question.id}: ${say(question.text)}`,
      `    ${[factsOf(question), ...demandsOf(question)].join("; ")}`,
    ]),
    "",
  ]);
  return `${[...head, ...body].join("\n")}`;
}

function factsOf({ type, scored, weight, criticality, onFail }: Question): string {
  const isScored = weight !== undefined && scored !== false;
  const cap = onFail?.capScore === undefined ? "" : `, caps at ${onFail.capScore}`;
  return `${type}, ${isScored ? `weight ${weight}` : "not scored"}${criticality ? `, knock-out${cap}` : ""}`;
}

function demandsOf({ when, evidence, kinds, controls }: Question): string[] {
  return [
    ...(when ? [`when ${conditionText(when)}`] : []),
    ...(evidence || kinds ? [`proof: ${(evidence?.kinds ?? kinds ?? []).join(", ")}`] : []),
    ...(controls ? [controls.join(", ")] : []),
  ];
}
