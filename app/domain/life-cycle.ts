// Life cycles are tables: verb -> status it starts from -> status it leads to. What is not in the table is refused.
import { DomainError } from "./errors.ts";

export type LifeCycle<Status extends string, Verb extends string> = Readonly<Record<Verb, Readonly<Partial<Record<Status, Status>>>>>;

/** The next status. Throws illegal_transition with the current state when the table has no such step. `noun` begins the sentence. */
export function step<Status extends string, Verb extends string>(
  table: LifeCycle<Status, Verb>,
  noun: string,
  from: Status,
  verb: Verb,
): Status {
  const to = table[verb][from];
  if (to === undefined) {
    const words = (code: string) => code.replaceAll("_", " ");
    throw new DomainError("illegal_transition", `${noun} is ${words(from)}; the step “${words(verb)}” is not possible now.`, {
      state: from,
      verb,
    });
  }
  return to;
}

/** The verbs the table allows from here: what a screen may offer. */
export function verbsFrom<Status extends string, Verb extends string>(table: LifeCycle<Status, Verb>, from: Status): Verb[] {
  return (Object.keys(table) as Verb[]).filter((verb) => table[verb][from] !== undefined);
}
