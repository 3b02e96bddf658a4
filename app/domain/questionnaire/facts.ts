// The facts a condition may name, and how each is compared (docs: questionnaires, "Facts"). Frozen when an assessment is sent.
// A fact that is missing is unknown, and every comparison with it is false.
import { type Facts, integrations, regions } from "#app/domain/risk/facts.ts";
import { categories } from "#app/domain/vendor/categories.ts";

export type Fact = keyof Facts;

/** Facts as far as they are known. */
export type KnownFacts = { readonly [F in Fact]?: Facts[F] extends readonly (infer Code)[] | undefined ? readonly Code[] : Facts[F] };

/** level: is, in, lt, lte, gt, gte · flag and code: is, in · list: is and in are true when one of its codes is meant, and has. */
export type FactShape = { is: "level" } | { is: "flag" } | { is: "code" | "list"; codes: readonly string[] };

export const factShapes: Record<Fact, FactShape> = {
  tier: { is: "level" },
  category: { is: "code", codes: categories },
  personal_data: { is: "level" },
  card: { is: "level" },
  access: { is: "level" },
  money: { is: "level" },
  dependency: { is: "level" },
  integration: { is: "list", codes: integrations },
  hosts_production: { is: "flag" },
  region: { is: "list", codes: regions },
};

export const facts = Object.keys(factShapes) as Fact[];

export function isFact(name: string): name is Fact {
  return Object.hasOwn(factShapes, name);
}
