// What a filled CAIQ proposes for our questions (docs: questionnaires, "Import"): the rows of a control speak for the questions that name
// it. A CAIQ states, it proves nothing, and a proposal is no answer until the vendor confirms it. Pure.
import type { AnswerValue } from "../questionnaire/answer.ts";
import { isAnswer } from "../questionnaire/answer.ts";
import type { CompiledQuestion } from "../questionnaire/compiled.ts";
import type { CaiqAnswers, CaiqRow } from "../questionnaire/import/caiq-answers.ts";
import type { VendorState } from "./vendor-state.ts";

/**
 * answer: one answer of ours is what the rows say · fill: the rows say yes, only the vendor knows how much, how far or when ·
 * look: the rows contradict each other, say no, or leave something open, so nothing is proposed.
 */
export type CaiqRole = "answer" | "fill" | "look";

export interface CaiqProposal {
  readonly index: number;
  readonly role: CaiqRole;
  /** With "answer" only. */
  readonly proposal: AnswerValue;
  /** All rows of the question's controls that say anything, in the order of the file. */
  readonly rows: readonly CaiqRow[];
}

const framework = "csa-ccm-4.1#";

/** For visible questions without an answer that name a control of which the CAIQ says anything, in the order of the questionnaire. */
export function caiqProposals({ form, state }: VendorState, { rows }: CaiqAnswers): CaiqProposal[] {
  const byControl = new Map<string, CaiqRow[]>();
  for (const row of rows) if (row.control !== null) byControl.set(row.control, [...(byControl.get(row.control) ?? []), row]);
  return form.set.questions.flatMap((question): CaiqProposal[] => {
    const { index, owner } = question;
    if (owner !== index || state.visible[index] === 0 || isAnswer(state.values[index])) return [];
    const controls = (question.question.controls ?? []).filter((id) => id.startsWith(framework)).map((id) => id.slice(framework.length));
    const own = new Set(controls.flatMap((control) => byControl.get(control) ?? []));
    if (own.size === 0) return [];
    const inOrder = rows.filter((row) => own.has(row));
    return [{ index, rows: inOrder, ...proposalFrom(question, inOrder) }];
  });
}

/** Every row must say the same: what does not apply is left out unless nothing applies, what is open leaves the question open. */
function proposalFrom(question: CompiledQuestion, rows: readonly CaiqRow[]): Pick<CaiqProposal, "role" | "proposal"> {
  const said = new Set(rows.map(({ answer }) => answer));
  if (said.has(null)) return look;
  if (!said.has("yes") && !said.has("no")) return question.allowsNa ? { role: "answer", proposal: "na" } : look;
  const between = partial(question);
  if (!said.has("no")) {
    // Yes is no more than yes: where our question has several degrees, only the vendor knows how far it goes.
    const proposal = between.length > 1 ? null : theOnly(question, best(question));
    return proposal === null ? { role: "fill", proposal } : { role: "answer", proposal };
  }
  const proposal = said.has("yes") ? theOnly(question, between) : null;
  return proposal === null ? look : { role: "answer", proposal };
}

const look = { role: "look", proposal: null } as const;

const scored = ({ type, options, isScored }: CompiledQuestion): { code: string; bps: number }[] =>
  (type === "boolean" || type === "choice") && isScored
    ? [...(options ?? [])].flatMap(([code, { bps }]) => (bps === null ? [] : [{ code, bps }]))
    : [];

/** The codes worth most, if they are worth anything. */
function best(question: CompiledQuestion): string[] {
  const all = scored(question).filter(({ bps }) => bps > 0);
  const most = Math.max(...all.map(({ bps }) => bps));
  return all.filter(({ bps }) => bps === most).map(({ code }) => code);
}

/** The codes between the best one and nothing. */
function partial(question: CompiledQuestion): string[] {
  const top = best(question);
  return scored(question)
    .filter(({ code, bps }) => bps > 0 && !top.includes(code))
    .map(({ code }) => code);
}

/** Several equally fitting answers: only the vendor knows which. */
function theOnly({ type }: CompiledQuestion, codes: readonly string[]): AnswerValue {
  const [only, another] = codes;
  if (only === undefined || another !== undefined) return null;
  return type === "boolean" ? only === "true" : only;
}

const answerWords = { yes: "Yes", no: "No", na: "NA" } as const;

/** A comment of an answer has room for 4000 characters; what the vendor adds itself comes first. */
const mostReference = 3000;

/** Where an answer comes from, as it is kept beside it: `CAIQ 4.1, row IAM-02.1: Yes`. */
export function caiqReference(edition: CaiqAnswers["edition"], rows: readonly CaiqRow[]): string {
  const lines = rows.map(
    ({ id, answer, said }) => `CAIQ ${edition}, row ${id}: ${answer === null ? said || "no answer" : answerWords[answer]}`,
  );
  const explained = rows.flatMap(({ id, explanation }) => (explanation === "" ? [] : [`${id}: ${explanation}`]));
  let text = lines.join("\n");
  for (const line of explained) {
    const room = mostReference - text.length - 1;
    if (room < 40) break;
    text += `\n${line.length > room ? `${line.slice(0, room - 1)}…` : line}`;
  }
  return text.slice(0, mostReference);
}
