// The wording of a question by its stored key, or by its id in a result.
import type { AssessmentForm } from "#app/domain/assessment/assessment-form.ts";
import { textIn } from "#app/domain/questionnaire/questionnaire.ts";

export function questionTextOf({ set, indexOf }: AssessmentForm) {
  const at = (index: number | undefined, otherwise: string): string => {
    const question = index === undefined ? undefined : set.questions[index];
    if (!question) return otherwise;
    const { questionnaire } = set.files[question.questionnaire]!;
    return textIn(question.question.text, "en", questionnaire.languages[0] ?? "en");
  };
  return {
    /** `questionnaire#question`, as stored. */
    byKey: (key: string) => at(indexOf.get(key), key),
    /** As in the score result. */
    byId: (id: string) => at(set.byKey.get(id), id),
  };
}
