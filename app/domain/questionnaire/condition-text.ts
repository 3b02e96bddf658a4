// A condition as one line for people who write questionnaires: `card ≥ 3 or pci_validation is none` by ids, for command lines; by the
// words of questions and options in the editor.
import { isReserved } from "./answer.ts";
import { framed } from "./condition-frame.ts";
import type { Fact } from "./facts.ts";
import { type Compared, type Cond, optionsOf, type Question, type Questionnaire, type Scalar, textIn } from "./questionnaire.ts";

/** How what is asked, and what it is compared with, is called. */
export interface ConditionNames {
  subject(cond: Compared): string;
  value(cond: Compared, value: Scalar): string;
}

const ids: ConditionNames = { subject: (cond) => ("q" in cond ? cond.q : `fact ${cond.fact}`), value: (_, value) => String(value) };

export const factWords: Record<Fact, string> = {
  tier: "Tier",
  category: "Category of the vendor",
  personal_data: "Personal data (1–4)",
  card: "Card data (1–4)",
  access: "Access to our systems (1–4)",
  money: "Money moved for us (1–4)",
  dependency: "Dependency (1–4)",
  integration: "Integration",
  hosts_production: "Hosts our production",
  region: "Region of the data",
};

export const reservedWords = { declined: "We do not answer this", na: "Not applicable" } as const;

/** By the words people see, in English or the source language. */
export function wordsOf(questionnaire: Pick<Questionnaire, "sections" | "languages" | "scales">): ConditionNames {
  const questions = new Map(questionnaire.sections.flatMap((section) => section.questions).map((question) => [question.id, question]));
  const say = (text: Question["text"] | undefined, fallback: string) => textIn(text ?? {}, "en", questionnaire.languages[0]!) || fallback;
  return {
    subject: (cond) => ("q" in cond ? `“${say(questions.get(cond.q)?.text, cond.q)}”` : factWords[cond.fact].replace(" (1–4)", "")),
    value: (cond, value) => {
      if (isReserved(value)) return `“${reservedWords[value]}”`;
      const question = "q" in cond ? questions.get(cond.q) : undefined;
      const label = question && optionsOf(questionnaire, question)?.[String(value)]?.label;
      if (label) return `“${say(label, String(value))}”`;
      return typeof value === "boolean" || (question?.type === "boolean" && /^(true|false)$/.test(String(value)))
        ? String(value) === "true"
          ? "yes"
          : "no"
        : String(value);
    },
  };
}

const signs = { lt: "<", lte: "≤", gt: ">", gte: "≥" } as const;

function comparison(cond: Compared, names: ConditionNames): string {
  const subject = names.subject(cond);
  const say = (value: Scalar) => names.value(cond, value);
  if ("is" in cond) return `${subject} is ${say(cond.is)}`;
  if ("in" in cond) return `${subject} is ${cond.in.map(say).join(" or ")}`;
  if ("has" in cond) return `${subject} has ${say(cond.has)}`;
  if ("answered" in cond) return `${subject} is ${cond.answered ? "answered" : "not answered"}`;
  const [[sign, than]] = Object.entries(cond).filter(([key]) => Object.hasOwn(signs, key)) as [[keyof typeof signs, number | string]];
  return `${subject} ${signs[sign]} ${than}`;
}

/** `isPart`: it stands within a group. */
export function conditionText(cond: Cond, isPart = false, names: ConditionNames = ids): string {
  const speech = { and: " and ", or: " or ", not: (inner: (isPart: boolean) => string) => `not ${inner(true)}` };
  return framed(cond, { ...speech, comparison: (each) => comparison(each, names) }, isPart);
}

/** Says conditions of a questionnaire by the words people see; null where there is none. */
export function conditionsIn(questionnaire: Parameters<typeof wordsOf>[0]) {
  const names = wordsOf(questionnaire);
  function say(cond: Cond): string;
  function say(cond: Cond | undefined): string | null;
  function say(cond: Cond | undefined): string | null {
    return cond ? conditionText(cond, false, names) : null;
  }
  return say;
}
