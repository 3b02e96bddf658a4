// The answers of a filled workbook in the form of an answer file: a code or a text, the vendor's words as the comment, and nothing
// invented but the sentence that no reason was given where ours demands one.
import { isReserved } from "../answer.ts";
import { answerPlace, type GivenAnswers, type Notes, type Where } from "./foreign.ts";
import { cleanText, cut } from "./plain-text.ts";

/** An answer is at most 64 KiB with its comment; a character takes up to three bytes. */
const mostCharacters = 10_000;

const codes: Record<string, "yes" | "no" | "na"> = { yes: "yes", no: "no", na: "na", "n/a": "na", "not applicable": "na" };

/** Yes, no or not applicable as people write it. */
export const codeOf = (answer: string): "yes" | "no" | "na" | undefined => {
  const word = answer.toLowerCase().replace(/[.\s]+$/, "");
  return Object.hasOwn(codes, word) ? codes[word] : undefined;
};

export interface GivenCells {
  question: { id: string; type: "choice" | "text" };
  answer: { text: string; where: Where };
  /** The vendor's own explanation. */
  explanation: string;
  /** Further cells of the row, each with what it is. */
  further: readonly (readonly [label: string, text: string])[];
}

/** Adds what a row answers; a row without anything adds nothing. */
export function addAnswer(answers: GivenAnswers, { question: { id, type }, answer, explanation, further }: GivenCells, notes: Notes): void {
  const fitted = (text: string): string => {
    const kept = cut(text, mostCharacters);
    for (const what of kept.left) notes.lost.push({ where: answer.where, what, why: "An answer is at most 64 KiB." });
    return kept.text;
  };
  const commenting = (...parts: string[]): { comment?: string } => {
    const comment = fitted(parts.filter(Boolean).join("\n"));
    return comment === "" ? {} : { comment };
  };
  const given = cleanText(answer.text);
  const own = cleanText(explanation);
  const said = further.filter(([, text]) => text !== "").map(([label, text]) => `${label}: ${cleanText(text)}`);
  if (given === "" && own === "" && said.length === 0) return;
  notes.mapped.push({ where: answer.where, to: `${answerPlace}.${id}` });
  const code = codeOf(given);
  if (type === "text" && given !== "") {
    const value = fitted(given);
    answers[id] = { value: isReserved(value) ? value.toUpperCase() : value, ...commenting(own, ...said) };
  } else if (code === "na") {
    if (own === "") notes.warnings.push({ where: answer.where, message: `“${id}” does not apply, without a reason: ask for one.` });
    answers[id] = { value: code, reason: fitted(own) || "The file gives no reason.", ...commenting(...said) };
  } else if (code !== undefined) {
    answers[id] = { value: code, ...commenting(own, ...said) };
  } else {
    const message =
      given === ""
        ? `“${id}” has words, but no answer: they are kept as its comment.`
        : `“${given.slice(0, 100)}” is neither yes, no nor not applicable: it is kept in the comment, and “${id}” stays unanswered.`;
    notes.warnings.push({ where: answer.where, message });
    answers[id] = commenting(...(given === "" ? [] : [`Answer: ${given}`]), own, ...said);
  }
}
