// The questions of a vendor's workbook: every one that is asked or could be, once other answers are given. What the facts of the
// engagement rule out is left out, so nothing in it can never count.
import type { KnownFacts } from "../../questionnaire/facts.ts";
import type { Cond } from "../../questionnaire/questionnaire.ts";
import { both, type Settled, settle } from "../../questionnaire/settle-condition.ts";
import type { VendorQuestion } from "../../questionnaire/vendor-question.ts";
import type { AssessmentForm } from "../assessment-form.ts";

export interface WorkbookQuestion {
  readonly index: number;
  /** `questionnaire#question`. */
  readonly key: string;
  /** Place in the workbook: section and question, `2.3`. */
  readonly number: string;
  /** Key of its section. */
  readonly section: string;
  readonly question: VendorQuestion;
  readonly isRequired: boolean;
  /** Asked under this condition on other answers; null: always. */
  readonly when: Cond | null;
  /** A document is asked for: never, always (null), or under a condition on answers. */
  readonly proofWhen: Cond | null | "never";
}

/** `shown`: the questions of the form in the language of the workbook, by index. */
export function workbookQuestions(form: AssessmentForm, facts: KnownFacts, shown: readonly VendorQuestion[]): WorkbookQuestion[] {
  const { set } = form;
  const settled = askedWhen(form, facts);
  const isPossible = (index: number) => settled[index] !== false;
  const found: WorkbookQuestion[] = [];
  let sections = 0;
  for (const { key: section, questions } of form.sections) {
    const asked = questions.filter(isPossible);
    if (asked.length > 0) sections += 1;
    for (const [n, index] of asked.entries()) {
      const { question, questionnaire, isRequired } = set.questions[index]!;
      const when = settled[index]!;
      const rule = question.evidence?.when;
      const named = (id: string) => isPossible(indexIn(form, questionnaire, id));
      const proof: Settled = shown[index]!.evidence !== null && (rule === undefined || settle(rule, facts, named));
      found.push({
        index,
        key: form.keys[index]!,
        number: `${sections}.${n + 1}`,
        section,
        question: shown[index]!,
        isRequired,
        when: typeof when === "boolean" ? null : when,
        proofWhen: proof === true ? null : proof === false ? "never" : proof,
      });
    }
  }
  return found;
}

/** Index of the question a condition of a questionnaire names; that of its owner where another questionnaire asks it. */
export function namedQuestion(form: AssessmentForm, questionnaire: number, id: string): number {
  return form.set.questions[indexIn(form, questionnaire, id)]!.owner;
}

function indexIn({ set, indexOf }: AssessmentForm, questionnaire: number, id: string): number {
  return indexOf.get(`${set.files[questionnaire]!.questionnaire.id}#${id}`)!;
}

/** For each question, by index: whether it is always asked, never, or when. */
export function askedWhen(form: AssessmentForm, facts: KnownFacts): Settled[] {
  const { set } = form;
  const settled: Settled[] = new Array(set.questions.length).fill(false);
  for (const index of set.order) {
    const { question, questionnaire, section, owner } = set.questions[index]!;
    const named = (id: string) => settled[indexIn(form, questionnaire, id)] !== false;
    const ofSection = set.sections[section]!.section.when;
    const own = both(ofSection ? settle(ofSection, facts, named) : true, question.when ? settle(question.when, facts, named) : true);
    settled[index] = owner !== index && settled[owner] === false ? false : own;
  }
  return settled;
}
