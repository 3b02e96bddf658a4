// What a workbook is made of, in one language: the questions that may be asked and what is answered so far. Nothing of scoring is in it.
import type { AnswerInput } from "#app/domain/assessment/answer-input.ts";
import type { AssessmentForm } from "#app/domain/assessment/assessment-form.ts";
import { sectionTitle } from "#app/domain/assessment/section-titles.ts";
import type { VendorState } from "#app/domain/assessment/vendor-state.ts";
import { optionWord, type Spoken } from "#app/domain/assessment/workbook/workbook-cells.ts";
import { namedQuestion, type WorkbookQuestion, workbookQuestions } from "#app/domain/assessment/workbook/workbook-questions.ts";
import type { Cond, Language } from "#app/domain/questionnaire/questionnaire.ts";
import { conditionWords } from "#app/i18n/condition-words.ts";
import { workbookWords } from "#app/i18n/workbook-words.ts";
import { vendorQuestions } from "../vendor-questions.server.ts";

export interface WorkbookFacts {
  assessmentId: string;
  language: Language;
  /** `id version sha256` of each questionnaire. */
  versions: readonly string[];
  asker: string;
  vendor: string;
  service: string;
  dueOn: string | null;
  madeAt: Date;
  timeZone: string;
  form: AssessmentForm;
  questions: readonly WorkbookQuestion[];
  /** In the workbook's language. */
  sectionTitle: (section: string) => string;
  /** The stored answer; undefined for a blank workbook, too. */
  answerOf: (questionKey: string) => (AnswerInput & { revision: number }) | undefined;
  /** Names of the files attached already. */
  filesOf: (questionKey: string) => readonly string[];
  isAskedNow: (index: number) => boolean;
}

export interface WorkbookSource {
  assessmentId: string;
  /** Who asks, whom, about what, until when. */
  head: Pick<WorkbookFacts, "asker" | "vendor" | "service" | "dueOn" | "madeAt" | "timeZone">;
  vendor: VendorState;
  /** The stored answers; none for a blank workbook. */
  answers: ReadonlyMap<string, AnswerInput & { revision: number }>;
  files: readonly { questionKey: string; name: string }[];
}

export function workbookFacts({ assessmentId, head, vendor, answers, files }: WorkbookSource, language: Language): WorkbookFacts {
  const { form, state } = vendor;
  return {
    assessmentId,
    language,
    versions: versionsOf(form),
    ...head,
    form,
    questions: workbookQuestions(form, state.facts, vendorQuestions(form, language)),
    sectionTitle: (section) => sectionTitle(form, section, language),
    answerOf: (key) => answers.get(key),
    filesOf: (key) => files.filter(({ questionKey }) => questionKey === key).map(({ name }) => name),
    isAskedNow: (index) => state.visible[index] === 1,
  };
}

/** Frozen at sending: a workbook of other versions is refused. */
export const versionsOf = ({ set }: AssessmentForm): string[] =>
  set.files.map(({ questionnaire: { id, version }, sha256 }) => `${id} ${version} ${sha256}`);

export const spokenIn = (facts: Pick<WorkbookFacts, "language">, { question }: Pick<WorkbookQuestion, "question">): Spoken => ({
  question,
  words: workbookWords[facts.language].cells,
});

/** When the question is asked or its document needed, in words that name questions by their number. */
export function whenWords(facts: WorkbookFacts, { index }: WorkbookQuestion, when: Cond): string {
  const { form, questions, language } = facts;
  const { questionnaire } = form.set.questions[index]!;
  const find = (id: string) => questions.find((each) => each.index === namedQuestion(form, questionnaire, id));
  const words = workbookWords[language];
  return conditionWords(
    when,
    {
      question: (id) => find(id)?.number ?? id,
      answer: (id, code) => {
        const asked = find(id);
        if (code === "declined") return words.cells.declined;
        if (code === "na") return asked?.question.naLabel ?? words.cells.notApplicable;
        return asked ? optionWord(spokenIn(facts, asked), code) : code;
      },
    },
    words.condition,
  );
}
