// The difference between two versions as people read it: the questions that changed, in words, without those that stayed the same.
import { type Difference, differenceOf, type QuestionDifference } from "./difference.ts";
import { type Questionnaire, textIn } from "./questionnaire.ts";

export interface VersionDifference {
  from: string;
  to: string;
  asksFor: Difference["asksFor"];
  /** Without the questions that stayed the same. */
  questions: (Omit<QuestionDifference, "note"> & { text: string; note: string })[];
  same: number;
}

export function versionDifference(before: Questionnaire, after: Questionnaire): VersionDifference {
  const { questions, asksFor } = differenceOf(before, after);
  const source = after.languages[0]!;
  const texts = new Map(
    [before, after].flatMap(({ sections }) => sections.flatMap((section) => section.questions)).map((q) => [q.id, q.text]),
  );
  return {
    from: before.version,
    to: after.version,
    asksFor,
    same: questions.filter(({ change }) => change === "same").length,
    questions: questions
      .filter(({ change }) => change !== "same")
      .map(({ note, ...rest }) => ({
        ...rest,
        text: textIn(texts.get(rest.id) ?? {}, "en", source),
        note: note ? textIn(note, "en", source) : "",
      })),
  };
}
