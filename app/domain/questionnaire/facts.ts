// What the inherent-risk questionnaire and the engagement tell every questionnaire, frozen when an assessment is sent.
// Conditions of questionnaire files name these facts and codes: never rename or reuse one.

export const categories = ["payment", "hosting", "inventory", "other"] as const;
export type Category = (typeof categories)[number];

export const integrations = ["redirect", "iframe", "direct_post", "server_api"] as const;
export type Integration = (typeof integrations)[number];

export const regions = ["eu", "uk", "us", "other"] as const;
export type Region = (typeof regions)[number];

/** 1–4. As tier 1 is the strictest; as a level of data, card, access, money or dependency 4 is. */
export type Level = 1 | 2 | 3 | 4;

/** A fact that is missing is unknown: every comparison with it is false. */
export interface Facts {
  tier?: Level;
  category?: Category;
  personal_data?: Level;
  card?: Level;
  access?: Level;
  money?: Level;
  dependency?: Level;
  integration?: readonly Integration[];
  hosts_production?: boolean;
  region?: readonly Region[];
}

export type Fact = keyof Facts;

/** How a fact is compared: `level` with is, in, lt, lte, gt, gte; `code` and `flag` with is, in; `list` with is, in, has. */
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
