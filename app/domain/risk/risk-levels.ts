// Bands, tiers, dimensions and levels of risk. Stored and printed: never rename or reorder.

/** From mildest to worst. */
export const riskBands = ["low", "medium", "high", "critical"] as const;
export type RiskBand = (typeof riskBands)[number];

/** Tier 1 is the strictest. */
export const tiers = [1, 2, 3, 4] as const;
export type Tier = (typeof tiers)[number];

/** Level 4 is the worst. */
export const levels = [1, 2, 3, 4] as const;
export type Level = (typeof levels)[number];

/** The five tier questions, in the order of the questionnaire. */
export const dimensions = ["personal_data", "card", "access", "money", "dependency"] as const;
export type Dimension = (typeof dimensions)[number];
export type Levels = Readonly<Record<Dimension, Level>>;

/** What each dimension is called, wherever it is shown or printed. */
export const dimensionWords: Record<Dimension, string> = {
  personal_data: "Customer data",
  card: "Card and checkout",
  access: "Access",
  money: "Money",
  dependency: "Dependency",
};

export const bandOfTier: Record<Tier, RiskBand> = { 1: "critical", 2: "high", 3: "medium", 4: "low" };
export const tierOfLevel: Record<Level, Tier> = { 1: 4, 2: 3, 3: 2, 4: 1 };

/** How bad a band is: 0 for low … 3 for critical. */
export const severityOfBand = (band: RiskBand): number => riskBands.indexOf(band);

export const worseBand = (a: RiskBand, b: RiskBand): RiskBand => (severityOfBand(a) >= severityOfBand(b) ? a : b);
