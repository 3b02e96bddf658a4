// Facts: what the inherent-risk questionnaire and the engagement tell questionnaires. Frozen with an assessment at sending.
// Names and codes are part of the questionnaire format (docs: questionnaires, "Facts"); a missing fact makes a comparison false.
import type { Category } from "#app/domain/vendor/categories.ts";
import { tierOf } from "./inherent-risk.ts";
import { type Dimension, dimensions, type Level, type Levels, type Tier } from "./risk-levels.ts";

export const integrations = ["redirect", "iframe", "direct_post", "server_api"] as const;
export type Integration = (typeof integrations)[number];

export const regions = ["eu", "uk", "us", "other"] as const;
export type Region = (typeof regions)[number];

/** `tier` 1 is the strictest; of the five dimensions 4 is the worst. */
export interface Facts extends Record<Dimension, Level> {
  tier: Tier;
  category: Category;
  integration?: Integration[];
  hosts_production?: boolean;
  region?: Region[];
}

/** As much of a question of the inherent-risk file as facts need. */
export interface FactQuestion {
  readonly id: string;
  readonly type: string;
  readonly fact?: string | undefined;
  readonly options?: Readonly<Record<string, { readonly level?: Level | undefined }>> | undefined;
}

export type IrqAnswers = Readonly<Record<string, unknown>>;

/** The level each dimension has by these answers; a dimension without a usable answer is taken at its worst. */
export function levelsOf(questions: readonly FactQuestion[], answers: IrqAnswers): Levels {
  const levelOf = (dimension: Dimension): Level => {
    const question = questions.find(({ fact }) => fact === dimension);
    const answer = question && answers[question.id];
    return (typeof answer === "string" ? question?.options?.[answer]?.level : undefined) ?? 4;
  };
  return Object.fromEntries(dimensions.map((dimension) => [dimension, levelOf(dimension)])) as unknown as Levels;
}

/**
 * Facts by these answers, of visible questions only: an answer to a hidden question is inert. `tier` is the one in force, when a person set
 * another than computed.
 */
export function factsOf(questions: readonly FactQuestion[], answers: IrqAnswers, category: Category, tier?: Tier): Facts {
  const levels = levelsOf(questions, answers);
  const facts: Facts = { ...levels, tier: tier ?? tierOf(levels).tier, category };
  for (const { id, fact } of questions) {
    const answer = answers[id];
    if (fact === "integration" && Array.isArray(answer)) facts.integration = integrations.filter((code) => answer.includes(code));
    if (fact === "region" && Array.isArray(answer)) facts.region = regions.filter((code) => answer.includes(code));
    if (fact === "hosts_production" && typeof answer === "boolean") facts.hosts_production = answer;
  }
  return facts;
}

/** True where PCI DSS requirement 12.8 concerns the engagement: account data for us, or it could affect card security. */
export const isInCardScope = (facts: Pick<Facts, "card">): boolean => facts.card >= 3;

/** True with data of our customers. */
export const holdsCustomerData = (facts: Pick<Facts, "personal_data">): boolean => facts.personal_data >= 3;

/** Special categories, passwords, children, or 250,000 people and more. */
export const holdsCustomerDataAtScale = (facts: Pick<Facts, "personal_data">): boolean => facts.personal_data >= 4;
