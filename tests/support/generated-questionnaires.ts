// Generators of questionnaires and of answers to them, for property tests. `lintClean` ones keep the linter's rules about scoring:
// no scored question is shown only for a better answer of a scored one.
import fc from "fast-check";
import { evidenceStates } from "#app/domain/evidence/evidence-states.ts";
import type { Answer, AnswerValue } from "#app/domain/questionnaire/answer.ts";
import type { Cond, Question, Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import { aQuestionnaire, scores } from "./questionnaires.ts";

export const asOf = "2026-11-22";

const score = fc.integer({ min: 0, max: 10_000 }).map((bps) => bps / 10_000);
const weight = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 1000 }));
const evidence = fc.constantFrom(...evidenceStates);

const kinds = ["boolean", "choice", "multichoice", "number", "date", "text", "file"] as const;

interface Shape {
  type: (typeof kinds)[number];
  scores: number[];
  weight: number;
  isScored: boolean;
  isBlocker: boolean;
  cap: number;
  hasFinding: boolean;
  rule: "none" | "always" | "better";
  needsProof: boolean;
  na: boolean;
  required: boolean | undefined;
  condition: { from: number; kind: number; on: boolean };
}

const shape: fc.Arbitrary<Shape> = fc.record({
  type: fc.constantFrom(...kinds),
  scores: fc.array(score, { minLength: 2, maxLength: 4 }),
  weight,
  isScored: fc.boolean(),
  isBlocker: fc.boolean(),
  cap: fc.integer({ min: 0, max: 79 }),
  hasFinding: fc.boolean(),
  rule: fc.constantFrom("none", "always", "better"),
  needsProof: fc.boolean(),
  na: fc.boolean(),
  required: fc.constantFrom(undefined, undefined, true, false),
  condition: fc.record({ from: fc.nat(), kind: fc.nat(), on: fc.boolean() }),
});

const codes = ["a", "b", "c", "d"];

function questionOf(shape: Shape, index: number, earlier: Question[], lintClean: boolean): Question {
  const id = `q${index}`;
  const base: Question = { id, type: shape.type, text: { en: id }, weight: shape.weight };
  const listed = Object.fromEntries(shape.scores.map((value, i) => [codes[i]!, value]));
  if (shape.type === "choice") base.options = scores({ ...listed, ...(shape.na ? { na: null } : {}) });
  if (shape.type === "multichoice") base.options = scores({ ...listed, none: 0 });
  if (shape.type === "multichoice") base.options!.none!.exclusive = true;
  if (shape.type === "boolean") base.options = scores({ true: shape.scores[0]!, false: shape.scores[1]! });
  if (shape.type === "number" || shape.type === "date") {
    base.bands = [...shape.scores.slice(1).map((value, i) => ({ upTo: (i + 1) * 100, score: value })), { score: shape.scores[0]! }];
  }
  if (shape.na) base.na = true;
  if (!shape.isScored) base.scored = false;
  if (shape.isBlocker) base.criticality = "blocker";
  if (shape.isBlocker || shape.hasFinding) {
    base.onFail = {
      ...(shape.isBlocker ? { capScore: shape.cap } : {}),
      ...(shape.hasFinding ? { finding: { severity: "high", title: { en: `${id} fails` } } } : {}),
    };
  }
  if (shape.rule !== "none" && shape.type !== "file" && shape.type !== "text") {
    base.evidence = { kinds: ["policy"], ...(shape.needsProof ? { proof: "required" } : {}) };
    if (shape.rule === "better" && shape.type === "choice") base.evidence.when = { q: id, in: codes.slice(0, shape.scores.length - 1) };
  }
  if (shape.required !== undefined) base.required = shape.required;
  const askable = lintClean ? earlier.filter((question) => question.scored === false) : earlier;
  if (shape.condition.on && askable.length > 0) base.when = condOn(askable[shape.condition.from % askable.length]!, shape.condition.kind);
  return base;
}

function condOn({ id, type }: Question, kind: number): Cond {
  const possible: Cond[] = [
    { q: id, answered: true },
    { q: id, answered: false },
    { q: id, in: ["declined", "na"] },
    { fact: "card", gte: 3 },
  ];
  if (type === "choice") possible.push({ q: id, is: "a" }, { not: { q: id, is: "b" } });
  if (type === "multichoice")
    possible.push(
      { q: id, has: "a" },
      {
        any: [
          { q: id, has: "b" },
          { fact: "tier", is: 1 },
        ],
      },
    );
  if (type === "boolean") possible.push({ q: id, is: true }, { not: { q: id, is: false } });
  if (type === "number") possible.push({ q: id, lt: 150 }, { q: id, gte: 100 });
  if (type === "date") possible.push({ q: id, lte: "2026-06-01" }, { q: id, gt: "2025-06-01" });
  return possible[kind % possible.length]!;
}

/** Questionnaires of up to five sections and some thirty questions, all types, conditions on earlier questions. */
export function questionnaires({ lintClean = false } = {}): fc.Arbitrary<Questionnaire> {
  const section = fc.record({ weight: fc.integer({ min: 1, max: 30 }), shapes: fc.array(shape, { minLength: 1, maxLength: 7 }) });
  return fc.array(section, { minLength: 1, maxLength: 5 }).map((sections) => {
    const earlier: Question[] = [];
    return aQuestionnaire(
      sections.map(({ weight: sectionWeight, shapes }) => ({
        weight: sectionWeight,
        questions: shapes.map((each) => {
          const question = questionOf(each, earlier.length, earlier, lintClean);
          earlier.push(question);
          return question;
        }),
      })),
    );
  });
}

const days = fc.integer({ min: 0, max: 900 }).map((age) => new Date(Date.parse(asOf) - age * 86_400_000).toISOString().slice(0, 10));

/** A value the question takes, none included; `declined` and `na` are added by `answerTo`. */
export function valueTo({ type, options }: Question): fc.Arbitrary<AnswerValue> {
  const own = Object.keys(options ?? {}).filter((code) => code !== "na");
  switch (type) {
    case "boolean":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...own);
    case "multichoice":
      return fc.oneof(
        fc.subarray(
          own.filter((code) => code !== "none"),
          { minLength: 1 },
        ),
        fc.constant<AnswerValue>(["none"]),
      );
    case "number":
      return fc.integer({ min: 0, max: 500 });
    case "date":
      return days;
    default:
      return fc.constantFrom("something", "else");
  }
}

export function answerTo(question: Question): fc.Arbitrary<Answer> {
  const value = fc.oneof(
    { weight: 8, arbitrary: valueTo(question) },
    { weight: 1, arbitrary: fc.constant<AnswerValue>(null) },
    { weight: 1, arbitrary: fc.constant<AnswerValue>("declined") },
    ...(question.na ? [{ weight: 1, arbitrary: fc.constant<AnswerValue>("na") }] : []),
  );
  const determination = fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom<Answer["determination"]>({ is: "accepted" }, { is: "rejected" }, { is: "clarify" }) },
    { weight: 1, arbitrary: valueTo(question).map((adjusted): Answer["determination"] => ({ is: "adjusted", value: adjusted })) },
  );
  return fc.record({ value, evidence: fc.option(evidence, { nil: undefined }), naAccepted: fc.boolean(), determination }).map((parts) => ({
    value: parts.value,
    reason: "because",
    ...(parts.evidence ? { evidence: parts.evidence } : {}),
    ...(parts.naAccepted ? { naAccepted: true } : {}),
    ...(parts.determination ? { determination: parts.determination } : {}),
  }));
}

export interface Case {
  questionnaire: Questionnaire;
  facts: { card?: 1 | 2 | 3 | 4; tier?: 1 | 2 | 3 | 4 };
  answers: Record<string, Answer>;
}

/** A questionnaire with answers to most of its questions. */
export function cases(options: { lintClean?: boolean } = {}): fc.Arbitrary<Case> {
  const level = fc.constantFrom(undefined, 1 as const, 2 as const, 3 as const, 4 as const);
  return questionnaires(options).chain((questionnaire) => {
    const all = questionnaire.sections.flatMap(({ questions }) => questions);
    const answers = fc.tuple(...all.map((question) => fc.option(answerTo(question), { nil: undefined, freq: 8 })));
    return fc.record({ answers, card: level, tier: level }).map(({ answers: list, card, tier }) => ({
      questionnaire,
      facts: { ...(card ? { card } : {}), ...(tier ? { tier } : {}) },
      answers: Object.fromEntries(all.flatMap(({ id }, i) => (list[i] ? [[id, list[i]!]] : []))),
    }));
  });
}
