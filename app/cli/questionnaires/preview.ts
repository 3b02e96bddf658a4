// `vouchsafe questionnaires preview FILE [--answers FILE]`: what a vendor sees with these answers, what is missing, what would be found.
import { parseArgs } from "node:util";
import { score } from "#app/domain/assessment/score.ts";
import type { ScoreInput } from "#app/domain/assessment/score-input.ts";
import type { CompiledSet } from "#app/domain/questionnaire/compiled.ts";
import { unansweredQuestions } from "#app/domain/questionnaire/requirements.ts";
import { evaluate } from "#app/domain/questionnaire/visibility.ts";
import { type Io, UsageError } from "../command.ts";
import { loadAnswers, loadQuestionnaires, withAnswersFrom } from "../load-assessment.ts";

export async function preview(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { answers: { type: "string" }, json: { type: "boolean", default: false } },
  });
  if (positionals.length !== 1) throw new UsageError("Name one questionnaire.");
  const set = await loadQuestionnaires(positionals);
  const input: ScoreInput = values.answers === undefined ? { facts: {}, answers: {} } : await loadAnswers(values.answers);
  const { findings } = withAnswersFrom(values.answers ?? "", () => score(set, input, { gains: false }));
  const state = evaluate(set, input.answers, input.facts);
  const visible = set.questions.filter(({ index }) => state.visible[index] === 1).map(({ key }) => key);
  const missing = unansweredQuestions(set, state).map(({ key }) => key);
  io.out(values.json ? `${JSON.stringify({ visible, missing, findings })}\n` : report(set, visible, missing, findings));
  return 0;
}

interface Finding {
  question: string;
  severity: string;
  title: string;
}

function report(set: CompiledSet, visible: string[], missing: string[], findings: Finding[]): string {
  const rows = set.sections.flatMap(({ index, section }) => {
    const shown = set.questions.filter(({ section: at, key }) => at === index && visible.includes(key));
    const texts = shown.map(({ key, question }) => `  ${missing.includes(key) ? "○" : "●"} ${key}: ${question.text[sourceOf(set)] ?? ""}`);
    return shown.length > 0 ? [`${section.title[sourceOf(set)] ?? section.id}`, ...texts, ""] : [];
  });
  const found = findings.map(({ severity, title, question }) => `Finding, ${severity}: ${title} (${question})`);
  return `${[...rows, `${visible.length} of ${set.questions.length} questions are visible, ${missing.length} still need an answer (○).`, ...found].join("\n")}\n`;
}

const sourceOf = (set: CompiledSet) => set.files[0]!.questionnaire.languages[0]!;
