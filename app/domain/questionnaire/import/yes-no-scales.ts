// Scales for standards that are answered yes, no or not applicable. Which of the two is the good answer, the standard says per question.
import type { Scale } from "../questionnaire.ts";

const words = {
  yes: { en: "Yes", de: "Ja" },
  no: { en: "No", de: "Nein" },
  na: { en: "Not applicable", de: "Nicht zutreffend" },
};

export const yesNoScales = {
  yes_is_good: {
    yes: { score: 1, label: words.yes },
    no: { score: 0, label: words.no, require: ["comment"] },
    na: { score: null, label: words.na, require: ["comment"] },
  },
  no_is_good: {
    no: { score: 1, label: words.no },
    yes: { score: 0, label: words.yes, require: ["comment"] },
    na: { score: null, label: words.na, require: ["comment"] },
  },
  yes_no: { yes: { label: words.yes }, no: { label: words.no }, na: { score: null, label: words.na, require: ["comment"] } },
} satisfies Record<string, Scale>;

export type YesNoScale = keyof typeof yesNoScales;
