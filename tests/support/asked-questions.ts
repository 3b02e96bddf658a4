// Questionnaires sent to a vendor, and what the command line shows of them, for tests that compare what the parts of the product ask
// under the same answers. The questionnaires, the facts and the answers look random and are the same on every run.
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import type { Answer, AnswerValue } from "#app/domain/questionnaire/answer.ts";
import { optionsOf, type Question, type Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import { questionsOf } from "#app/domain/questionnaire/structure.ts";
import { parseQuestionnaire } from "#app/server/questionnaires/parse-questionnaire.server.ts";
import { writeQuestionnaire } from "#app/server/questionnaires/write-questionnaire.server.ts";
import { vouchsafe } from "./command-line.ts";
import { runFolder } from "./engines.ts";
import { answerTo, asOf, type Case, cases } from "./generated-questionnaires.ts";
import { aSentAssessment, type SentAssessment } from "./sending.ts";
import type { World } from "./world.ts";

export type Values = Record<string, NonNullable<Answer["value"]>>;
export type Facts = Case["facts"];

export interface AskedCase {
  questionnaire: Questionnaire;
  facts: Facts;
  /** By question id, hidden ones included; no documents, which only a vendor can attach. */
  values: Values;
}

function valuesOf({ questionnaire, answers }: Pick<Case, "questionnaire" | "answers">): Values {
  const attached = new Set(questionsOf(questionnaire).flatMap(({ question: { id, type } }) => (type === "file" ? [id] : [])));
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, { value }]) => (value === null || value === undefined || attached.has(id) ? [] : [[id, value]])),
  );
}

/** Generated questionnaires with answers to most of their questions. */
export const generatedCases = (count: number, seed: number): AskedCase[] =>
  fc.sample(cases(), { numRuns: count, seed }).map((each, n) => ({
    facts: each.facts,
    values: valuesOf(each),
    questionnaire: { ...each.questionnaire, id: `made-${seed}-${n}` },
  }));

/** Scales written out, as the generator of answers needs them. */
const withOptions = (questionnaire: Questionnaire, question: Question): Question => {
  const options = optionsOf(questionnaire, question);
  return options ? { ...question, options } : question;
};

/** Within the bounds of the question, and no answer beside one that stands alone. */
function fitting({ type, min, max, options }: Question, value: AnswerValue | undefined): AnswerValue {
  if (type === "number" && typeof value === "number") return Math.min(max ?? value, Math.max(min ?? value, value));
  if (type === "multichoice" && Array.isArray(value)) {
    const known = (value as string[]).filter((code) => options?.[code]);
    const alone = known.find((code) => options?.[code]?.exclusive) ?? (known.length === 0 ? Object.keys(options ?? {}).at(-1) : undefined);
    return alone === undefined ? known : [alone];
  }
  return value ?? null;
}

/** Random answers to a questionnaire that is there already. */
export function answeredAtRandom(questionnaire: Questionnaire, count: number, seed: number): AskedCase[] {
  const asked = questionsOf(questionnaire).map(({ question }) => withOptions(questionnaire, question));
  const level = fc.constantFrom(undefined, 1 as const, 2 as const, 3 as const, 4 as const);
  const usable = asked.filter(({ type }) => type !== "table" && type !== "file");
  const answers = fc.tuple(...usable.map((question) => fc.option(answerTo(question), { nil: undefined, freq: 8 })));
  const made = fc.record({ answers, card: level, tier: level, personal_data: level });
  return fc.sample(made, { numRuns: count, seed }).map(({ answers: list, ...levels }) => ({
    questionnaire,
    facts: Object.fromEntries(Object.entries(levels).filter(([, is]) => is !== undefined)) as Facts,
    values: valuesOf({
      questionnaire,
      answers: Object.fromEntries(
        usable.flatMap((question, i) => (list[i] ? [[question.id, { ...list[i], value: fitting(question, list[i].value) }]] : [])),
      ),
    }),
  }));
}

/** Publishes a questionnaire as it is, whatever the linter says of its scores. */
export async function publishMade({ portal, store, organisationId, clock }: World, questionnaire: Questionnaire): Promise<void> {
  const source = writeQuestionnaire(questionnaire);
  const { sha256 } = parseQuestionnaire(Buffer.from(source, "utf8"), "made.yaml");
  const { id: questionnaireId, version, audience, title } = questionnaire;
  const row = { organisationId, questionnaireId, version, audience, title: title.en!, sha256, source, publishedById: null };
  const id = portal.ids.next("questionnaireVersion");
  await store.systemTx((tx) => tx.db.insert(tx.t.questionnaireVersions).values({ ...row, id, publishedAt: clock.now() }));
}

export async function sentWith(world: World, name: string, questionnaire: Questionnaire, facts: Facts): Promise<SentAssessment> {
  const sent = await aSentAssessment(world, { name, questionnaireIds: [questionnaire.id] });
  await freezeFacts(world, sent.assessmentId, facts);
  return sent;
}

/** The facts an assessment was sent with, without the questions inside that give them. */
export async function freezeFacts({ store }: World, assessmentId: string, facts: Facts): Promise<void> {
  await store.systemTx((tx) => tx.db.update(tx.t.assessments).set({ facts }).where(eq(tx.t.assessments.id, assessmentId)));
}

/** The ids `vouchsafe questionnaires preview` shows, in order. */
export async function previewed(questionnaire: Questionnaire, facts: Facts, values: Values): Promise<string[]> {
  const folder = mkdtempSync(join(runFolder(), "preview-"));
  const [file, answers] = [join(folder, "questionnaire.yaml"), join(folder, "answers.json")];
  writeFileSync(file, writeQuestionnaire(questionnaire));
  const given = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, reason: "because" }]));
  writeFileSync(answers, JSON.stringify({ as: asOf, facts, answers: given }));
  const said = await vouchsafe("questionnaires", "preview", file, "--answers", answers, "--json");
  if (said.code !== 0) throw new Error(said.err);
  return JSON.parse(said.out).visible;
}
