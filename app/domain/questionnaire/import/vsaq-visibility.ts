// What a VSAQ condition means in vrq/1. A reference holds when its target is visible and answered so, as here; what cannot be said
// (written answers, later items, circles) makes the whole condition untranslatable, never half of it.
import { namesIn } from "../condition.ts";
import type { Cond } from "../questionnaire.ts";
import { all, any, isTooDeep, type Known, not } from "./conditions.ts";
import { parseVsaqCondition, type VsaqCondition } from "./vsaq-condition.ts";
import type { Asked, LaidOut } from "./vsaq-layout.ts";
import type { VsaqItem } from "./vsaq-tree.ts";

export type Translated = { known: Known } | { problem: string };

export interface Translator {
  /** The item's own condition, for a place that looks back on questions before `order`. */
  own(item: VsaqItem, order: number): Translated;
}

class Untranslatable extends Error {}

const mostLetters = 20_000;
const longestChain = 100;

export function translator(laidOut: LaidOut): Translator {
  const { byForeignId, askedBy, groupOfChoice, blocksAround } = laidOut;
  const orders = new Map([...askedBy.values()].map(({ id, order }) => [id, order]));
  const visible = new Map<VsaqItem, Known | Untranslatable | "being worked out">();
  let chain = 0;

  const refuse = (said: string): never => {
    throw new Untranslatable(said);
  };
  const parsed = (item: VsaqItem): Known => {
    if (item.cond === undefined) return true;
    const result = parseVsaqCondition(item.cond);
    return "problem" in result ? refuse(result.problem) : meaning(result.condition);
  };
  const meaning = (condition: VsaqCondition): Known => {
    switch (condition.is) {
      case "false":
        return false;
      case "not":
        return not(meaning(condition.part));
      case "all":
        return all(...condition.parts.map(meaning));
      case "any":
        return any(...condition.parts.map(meaning));
      case "shown":
        return isVisible(byForeignId.get(condition.id) ?? groupOfChoice.get(condition.id) ?? refuse(`There is no item “${condition.id}”.`));
      case "answer":
        return answer(condition.id, condition.side);
    }
  };
  const answer = (id: string, side: "yes" | "no" | undefined): Known => {
    const group = groupOfChoice.get(id);
    if (group) {
      const { id: q, codes } = askedBy.get(group)!;
      const code = codes.get(id)!;
      const chosen: Cond = group.type === "radiogroup" ? { q, is: code } : { q, has: code };
      return side === "no" ? not(chosen) : chosen;
    }
    const target = byForeignId.get(id) ?? refuse(`There is no item “${id}”.`);
    const asked = askedBy.get(target) ?? refuse(`“${id}” is a ${target.type}: it has no answer.`);
    return ofQuestion(asked, side);
  };
  const ofQuestion = ({ id: q, item }: Asked, side: "yes" | "no" | undefined): Cond => {
    if (item.type === "yesno") return side ? { q, is: side === "yes" } : { q, answered: true };
    if (item.type === "check" || item.type === "radio") return { q, is: side !== "no" };
    return side ? refuse(`“${item.id}” is a ${item.type}: it is never ${side}.`) : { q, answered: true };
  };
  /** Worked out once per item; circles are refused. */
  const isVisible = (item: VsaqItem): Known => {
    const found = visible.get(item);
    if (found instanceof Untranslatable) throw found;
    if (found === "being worked out") return refuse(`The condition of “${item.id ?? item.type}” rests on itself.`);
    if (found !== undefined) return found;
    if (chain >= longestChain) return refuse(`Items whose being visible rests on each other form a chain longer than ${longestChain}.`);
    visible.set(item, "being worked out");
    chain += 1;
    try {
      const known = small(all(...[...(blocksAround.get(item) ?? []), item].map(parsed)));
      visible.set(item, known);
      return known;
    } catch (cause) {
      if (cause instanceof Untranslatable) visible.set(item, cause);
      throw cause;
    } finally {
      chain -= 1;
    }
  };
  const small = (known: Known): Known =>
    JSON.stringify(known).length > mostLetters ? refuse("Written out, it is longer than conditions may be.") : known;

  return {
    own(item, order) {
      try {
        const known = small(parsed(item));
        if (typeof known === "boolean") return { known };
        const later = namesIn(known).questions.find((id) => orders.get(id)! >= order);
        if (later !== undefined) refuse(`It asks “${later}”, which comes later; conditions look back only.`);
        if (isTooDeep(known)) refuse("It nests deeper than 20.");
        return { known };
      } catch (cause) {
        if (!(cause instanceof Untranslatable)) throw cause;
        return { problem: cause.message };
      }
    },
  };
}
