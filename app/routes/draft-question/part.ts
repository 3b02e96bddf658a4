// What each part of the question's form gets: the question as it is, the fields as they are shown, and what is wrong with them.
import type { QuestionInput } from "#app/domain/questionnaire/edit/question-typed.ts";

export interface PartProps {
  view: {
    draftId: string;
    languages: readonly ("en" | "de")[];
    question: { id: string; evidenceCondition: string | null; sameAs: string | null; fields: { type: string } };
    section: { id: string; title: string; weights: number };
    isScored: boolean;
    scales: readonly { id: string; options: readonly string[] }[];
    kinds: readonly { code: string; label: string }[];
  };
  input: QuestionInput;
  errors: Readonly<Record<string, string>>;
}
