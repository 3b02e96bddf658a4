// What is left of a condition once the facts are known: they are frozen at sending, and a question that can never be asked stays
// unanswered. True and false are decided for good; what remains asks questions only, so a vendor may read it.
import { compileCond } from "./condition.ts";
import type { KnownFacts } from "./facts.ts";
import type { Cond } from "./questionnaire.ts";

export type Settled = boolean | Cond;

const decidedBy = (facts: KnownFacts) => ({ answered: Uint8Array.of(0), values: [undefined], facts });

/** `canBeAsked`: whether a question the condition names may ever be shown. */
export function settle(cond: Cond, facts: KnownFacts, canBeAsked: (questionId: string) => boolean): Settled {
  const each = (parts: readonly Cond[]) => parts.map((part) => settle(part, facts, canBeAsked));
  if ("all" in cond) return settleGroup(each(cond.all), "all");
  if ("any" in cond) return settleGroup(each(cond.any), "any");
  if ("not" in cond) {
    const inner = settle(cond.not, facts, canBeAsked);
    return typeof inner === "boolean" ? !inner : { not: inner };
  }
  if ("q" in cond && canBeAsked(cond.q)) return cond;
  // A fact, or a question nobody is asked: the first place of the state is one without an answer.
  return compileCond(cond, () => 0)(decidedBy(facts));
}

/** Both at once, as a section and a question in it. */
export const both = (a: Settled, b: Settled): Settled => settleGroup([a, b], "all");

function settleGroup(parts: readonly Settled[], word: "all" | "any"): Settled {
  const ends = word === "any";
  if (parts.includes(ends)) return ends;
  const open = parts.filter((part): part is Cond => typeof part !== "boolean");
  if (open.length === 0) return !ends;
  if (open.length === 1) return open[0]!;
  return word === "all" ? { all: open } : { any: open };
}
