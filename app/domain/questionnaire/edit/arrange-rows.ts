// Buttons beside the rows of a list: up, down, away, one more. They save the form with its rows in the new order.
import { shifted } from "./places.ts";
import type { QuestionInput } from "./question-typed.ts";

const kinds = { option: "options", band: "bands", column: "columns" } as const;

/** `option-up:2`, `band-away:0`, `column-down:1`; anything else leaves the rows as they are. */
export function arranged(input: QuestionInput, button: string): QuestionInput {
  const [, kind, what, at] = /^(option|band|column)-(up|down|away):(\d{1,3})$/.exec(button) ?? [];
  if (kind === undefined) return input;
  const name = kinds[kind as keyof typeof kinds];
  return { ...input, [name]: arrangedRows(input[name] as unknown[], what!, Number(at)) };
}

export const arrangedRows = <T>(rows: readonly T[], what: string, at: number): T[] =>
  what === "away" ? rows.filter((_, n) => n !== at) : shifted(rows, at, what === "up" ? -1 : 1);
