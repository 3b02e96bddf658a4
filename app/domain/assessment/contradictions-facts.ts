// Answer against fact: what the vendor says of itself, and what our inherent-risk answers said when the questionnaire was sent. Both ways:
// a vendor that plays its part down, and a part that we rated too low.
import type { Fact, KnownFacts } from "../questionnaire/facts.ts";
import { type Dimension, dimensions, dimensionWords } from "../risk/risk-levels.ts";
import { type Contradiction, holds, type Looking, type Side } from "./contradictions-seen.ts";

const levelNames = Object.fromEntries(dimensions.map((dimension) => [dimension, dimensionWords[dimension].toLowerCase()])) as Record<
  Dimension,
  string
>;

/** What each fact is called on the inherent-risk page. */
const factNames: Record<Fact, string> = {
  ...levelNames,
  tier: "tier",
  category: "category",
  integration: "integration",
  hosts_production: "hosting of the live shop",
  region: "regions",
};

export const factSide = (fact: Fact): Side => ({ is: "inherent_risk", label: `Inherent risk: ${factNames[fact]}` });

type Level = "personal_data" | "card" | "access" | "money";

interface Mirror {
  readonly id: string;
  readonly fact: Level;
  /** From this level on the fact means "yes". */
  readonly from: number;
  /** Whether the answer means "yes"; undefined where it says neither. */
  says(value: unknown): boolean | undefined;
}

const yesNo = (value: unknown) => (typeof value === "boolean" ? value : undefined);
const touchesCards = (value: unknown) =>
  holds(value, "none") ? false : ["pass_on", "store", "affect"].some((code) => holds(value, code)) || undefined;

/** Questions that ask the vendor for what a fact says, by id: ids are never reused (docs: questionnaires, rule 1). */
const mirrors: readonly Mirror[] = [
  { id: "personal_data_use", fact: "personal_data", from: 3, says: yesNo },
  { id: "data_seen", fact: "personal_data", from: 3, says: (value) => holds(value, "customers") },
  { id: "touches_card_data", fact: "card", from: 3, says: yesNo },
  { id: "card_data", fact: "card", from: 3, says: touchesCards },
  { id: "holds_money", fact: "money", from: 4, says: yesNo },
  { id: "holds_keys", fact: "access", from: 3, says: yesNo },
];

export function againstFacts(seen: Looking): Contradiction[] {
  const { facts } = seen.review;
  return [...againstLevels(seen, facts), ...againstHosting(seen, facts), ...againstIntegration(seen, facts)];
}

function againstLevels(seen: Looking, facts: KnownFacts): Contradiction[] {
  return mirrors.flatMap(({ id, fact, from, says }) => {
    const level = facts[fact];
    if (level === undefined) return [];
    return seen.of(id).flatMap(({ value, words, side }): Contradiction[] => {
      const said = says(value);
      if (said === undefined || said === level >= from) return [];
      const text = `${words}, yet our inherent-risk answers put ${factNames[fact]} at level ${level} of 4.`;
      return [{ text, sides: [side, factSide(fact)] }];
    });
  });
}

function againstHosting(seen: Looking, { hosts_production: hosts }: KnownFacts): Contradiction[] {
  if (hosts === undefined) return [];
  return seen
    .of("hosts_production")
    .filter(({ value }) => typeof value === "boolean" && value !== hosts)
    .map(({ words, side }) => ({
      text: `${words}, yet our inherent-risk answers say that part of our live shop ${hosts ? "runs" : "does not run"} with the vendor.`,
      sides: [side, factSide("hosts_production")],
    }));
}

function againstIntegration(seen: Looking, { integration: ours }: KnownFacts): Contradiction[] {
  if (ours === undefined || ours.length === 0) return [];
  return seen.of("integration").flatMap(({ value, words, side }) => {
    const theirs: readonly unknown[] = Array.isArray(value) ? value : [];
    const isSame = theirs.length === ours.length && ours.every((code) => theirs.includes(code));
    if (isSame) return [];
    const text = `${words}, yet our inherent-risk answers name ${ours.map((code) => integrationNames[code] ?? code).join(", ")}.`;
    return [{ text, sides: [side, factSide("integration")] }];
  });
}

const integrationNames: Record<string, string> = {
  redirect: "the vendor's own payment page",
  iframe: "its frame in our page",
  direct_post: "its script in our page",
  server_api: "our server calling its API",
};
