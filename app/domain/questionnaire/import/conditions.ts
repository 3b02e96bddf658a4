// Conditions under construction: constants fold away, groups of one kind become one group, and what vrq/1 would refuse is told before.
import { type Cond, questionnaireLimits } from "../questionnaire.ts";

/** A condition, or what it always is. */
export type Known = Cond | boolean;

const grouped = (kind: "all" | "any", parts: readonly Known[]): Known => {
  const absorbing = kind === "any";
  const seen = new Set<string>();
  const kept: Cond[] = [];
  for (const part of parts) {
    if (part === absorbing) return absorbing;
    if (typeof part === "boolean") continue;
    const inner = kind in part ? (part as Record<"all" | "any", Cond[]>)[kind] : [part];
    for (const each of inner) {
      const written = JSON.stringify(each);
      if (!seen.has(written)) kept.push(each);
      seen.add(written);
    }
  }
  if (kept.length === 0) return !absorbing;
  return kept.length === 1 ? kept[0]! : ({ [kind]: kept } as Cond);
};

export const all = (...parts: readonly Known[]): Known => grouped("all", parts);
export const any = (...parts: readonly Known[]): Known => grouped("any", parts);

export function not(part: Known): Known {
  if (typeof part === "boolean") return !part;
  return "not" in part ? part.not : { not: part };
}

/** How deep it nests, as the grammar counts. */
export function depthOf(cond: Cond): number {
  if ("not" in cond) return 1 + depthOf(cond.not);
  const parts = "all" in cond ? cond.all : "any" in cond ? cond.any : [];
  return 1 + parts.reduce((deepest, part) => Math.max(deepest, depthOf(part)), 0);
}

export const isTooDeep = (cond: Known): boolean => typeof cond !== "boolean" && depthOf(cond) > questionnaireLimits.nestedConditions;
