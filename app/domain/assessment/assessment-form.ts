// The questionnaires of one assessment, compiled together and indexed the way the database names questions: `questionnaire#question`,
// sections `questionnaire~section`. Make it once per set of versions and keep it; it never changes.
import { compile } from "../questionnaire/compile.ts";
import type { CompiledSet, QuestionnaireFile } from "../questionnaire/compiled.ts";
import type { Questionnaire } from "../questionnaire/questionnaire.ts";

export interface FormSection {
  /** `questionnaire~section`, as in addresses. */
  readonly key: string;
  /** Indexes of its questions, in file order; those another questionnaire owns are left out. */
  readonly questions: readonly number[];
}

export interface AssessmentForm {
  readonly set: CompiledSet;
  /** Key of each question, by its index in the set. */
  readonly keys: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly sections: readonly FormSection[];
  /** Some question is answered with a file, so whether files are attached decides progress and conditions. */
  readonly asksForFiles: boolean;
}

export const questionKey = (questionnaireId: string, questionId: string): string => `${questionnaireId}#${questionId}`;

/** Stands in addresses: with a dot, a section named “data” would look like a request for data instead of its page. */
const sectionKey = (questionnaireId: string, sectionId: string): string => `${questionnaireId}~${sectionId}`;

/** The questionnaire a question of the form stands in, by its key. */
export function questionnaireOf({ set, indexOf }: AssessmentForm, questionKey: string): Questionnaire | undefined {
  const index = indexOf.get(questionKey);
  return index === undefined ? undefined : set.files[set.questions[index]!.questionnaire]!.questionnaire;
}

export function assessmentForm(files: readonly QuestionnaireFile[]): AssessmentForm {
  const set = compile(files);
  const idOf = (questionnaire: number) => files[questionnaire]!.questionnaire.id;
  const keys = set.questions.map(({ questionnaire, question }) => questionKey(idOf(questionnaire), question.id));
  return {
    set,
    keys,
    indexOf: new Map(keys.map((key, index) => [key, index])),
    sections: set.sections.map(({ questionnaire, section, index: at }) => ({
      key: sectionKey(idOf(questionnaire), section.id),
      questions: set.questions.filter((question) => question.section === at && question.owner === question.index).map(({ index }) => index),
    })),
    asksForFiles: set.questions.some(({ type }) => type === "file"),
  };
}
