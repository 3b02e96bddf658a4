// The condition builder: the rows there are, what may be asked in this place, and for what is chosen the comparisons and values that suit it.
import { isReserved } from "#app/domain/questionnaire/answer.ts";
import { comparisonOf } from "#app/domain/questionnaire/condition.ts";
import { conditionText, factWords, reservedWords, wordsOf } from "#app/domain/questionnaire/condition-text.ts";
import {
  operatorsFor,
  operatorsForFact,
  rowsOf,
  type Subject,
  simpleRow,
  subjectOf,
  subjectValue,
} from "#app/domain/questionnaire/edit/condition-rows.ts";
import { askableFor, type ConditionPlace, conditionAt, conflictOf } from "#app/domain/questionnaire/edit/conditions.ts";
import { questionOf, sectionOf } from "#app/domain/questionnaire/edit/places.ts";
import { factShapes, facts } from "#app/domain/questionnaire/facts.ts";
import { type Cond, optionsOf, type Question, type Questionnaire, type Text, textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { mayBeNotApplicable } from "#app/domain/questionnaire/vendor-question.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { openDraft } from "./open-draft.server.ts";

/** `row` is changed, or a new one is written about `subject`; both come from the address. */
export async function viewDraftCondition(
  ctx: PersonContext,
  draftId: string,
  place: ConditionPlace,
  chosen: { subject: string | undefined; row: number | undefined },
) {
  const { questionnaire, head } = await openDraft(ctx, draftId);
  const say = (text: Text) => textIn(text, "en", questionnaire.languages[0]!);
  const condition = conditionAt(questionnaire, place);
  const { mode, rows } = rowsOf(condition);
  const names = wordsOf(questionnaire);
  const old = chosen.row === undefined ? undefined : rows[chosen.row];
  const edited = old ? simpleRow(old) : undefined;
  const subject =
    subjectOf(chosen.subject ?? "") ??
    (edited ? ("q" in edited.comparison ? { q: edited.comparison.q } : { fact: edited.comparison.fact }) : undefined);
  const askable = askableFor(questionnaire, place);
  const sectionTitles = questionnaire.sections.map((section) => ({
    title: say(section.title),
    questions: section.questions
      .filter((question) => askable.includes(question))
      .map(({ id, text }) => ({ value: subjectValue({ q: id }), label: say(text) })),
  }));
  return {
    ...head,
    ...place,
    holderText: holderText(questionnaire, place),
    inWords: condition ? conditionText(condition, false, names) : null,
    mode,
    rows: rows.map((row) => ({ words: conditionText(row, rows.length > 1, names), isSimple: simpleRow(row) !== undefined })),
    subjects: sectionTitles.filter(({ questions }) => questions.length > 0),
    facts: facts.map((fact) => ({ value: subjectValue({ fact }), label: factWords[fact] })),
    row: edited ? chosen.row! : null,
    chosen: subject ? choicesFor(questionnaire, askable, subject, edited) : null,
  };
}

function holderText(questionnaire: Questionnaire, { holder, of }: ConditionPlace): string {
  const say = (text: Text) => textIn(text, "en", questionnaire.languages[0]!);
  if (holder === "conflict") return say(conflictOf(questionnaire, of).text);
  return say(holder === "section" ? sectionOf(questionnaire, of).title : questionOf(questionnaire, of).question.text);
}

export type ConditionView = Awaited<ReturnType<typeof viewDraftCondition>>;

interface Choices {
  subject: string;
  label: string;
  operators: { value: string; label: string }[];
  operator: string;
  /** To tick; empty where something is typed. */
  options: { value: string; label: string }[];
  /** Where something is typed. */
  input: "number" | "date" | null;
  values: string[];
  isNot: boolean;
}

const words = {
  is: "is",
  in: "is one of",
  has: "includes",
  lt: "is less than",
  lte: "is at most",
  gt: "is more than",
  gte: "is at least",
  answered: "is answered",
} as const;

function choicesFor(
  questionnaire: Questionnaire,
  askable: readonly Question[],
  subject: Subject,
  edited: ReturnType<typeof simpleRow>,
): Choices | null {
  const was = edited && sameSubject(edited.comparison, subject) ? comparisonOf(edited.comparison as never) : undefined;
  const given = was === undefined ? [] : [was.operand].flat().map(String);
  const shared = {
    subject: subjectValue(subject),
    values: was?.operator === "answered" ? [was.operand ? "yes" : "no"] : given,
    isNot: was ? edited!.isNot : false,
  };
  if ("fact" in subject) {
    const shape = factShapes[subject.fact];
    const codes = shape.is === "level" ? ["1", "2", "3", "4"] : shape.is === "flag" ? ["true", "false"] : shape.codes;
    const list = operatorsForFact(subject.fact);
    return {
      ...shared,
      label: factWords[subject.fact],
      operators: list.map((value) => ({ value, label: words[value] })),
      operator: operatorFor(was?.operator, list, given),
      options: codes.map((value) => ({ value, label: value === "true" ? "Yes" : value === "false" ? "No" : value.replaceAll("_", " ") })),
      input: null,
    };
  }
  const question = askable.find(({ id }) => id === subject.q);
  if (!question) return null;
  const say = (text: Text) => textIn(text, "en", questionnaire.languages[0]!);
  const list = operatorsFor(question.type);
  const own = Object.entries(
    optionsOf(questionnaire, question) ??
      (question.type === "boolean" ? { true: { label: { en: "Yes" } }, false: { label: { en: "No" } } } : {}),
  );
  const reserved = [
    ...(mayBeNotApplicable(questionnaire, question) ? [{ value: "na", label: reservedWords.na }] : []),
    { value: "declined", label: reservedWords.declined },
  ];
  return {
    ...shared,
    label: say(question.text),
    operators: list.map((value) => ({ value, label: own.length === 0 && value === "in" ? "was left out as" : words[value] })),
    operator: operatorFor(was?.operator, list, given),
    options: [...own.filter(([code]) => code !== "na").map(([value, { label }]) => ({ value, label: say(label) || value })), ...reserved],
    input: question.type === "number" ? "number" : question.type === "date" ? "date" : null,
  };
}

/** `is` is shown as the list of one that it is, where there is a list. */
function operatorFor(was: string | undefined, list: readonly string[], given: readonly string[]): string {
  const known = list.find((each) => each === was);
  if (was === "is" && list.includes("in") && (known === undefined || given.some(isReserved))) return "in";
  return known ?? list[0] ?? "";
}

const sameSubject = (comparison: Cond, subject: Subject): boolean =>
  "q" in subject ? "q" in comparison && comparison.q === subject.q : "fact" in comparison && comparison.fact === subject.fact;
