// What is proposed when an assessment is sent: questionnaires by category, tier and facts, and a due day by size
// (docs: questionnaires, "Content to ship"). A person may choose otherwise.
import { addWorkingDays, type Day, isDay } from "#app/domain/monitoring/calendar-days.ts";
import type { Facts } from "#app/domain/risk/facts.ts";
import type { Tier } from "#app/domain/risk/risk-levels.ts";
import type { Category } from "#app/domain/vendor/categories.ts";

/** A published questionnaire for vendors, as much as proposing needs. */
export interface SelectableQuestionnaire {
  readonly id: string;
  readonly appliesTo?: { readonly categories?: readonly Category[] | undefined; readonly tiers?: readonly Tier[] | undefined } | undefined;
}

export interface ProposedQuestionnaire {
  readonly id: string;
  readonly isPreselected: boolean;
  /** Why it is preselected: written for the category, every vendor of the tier answers it, or a fact asks for it. */
  readonly because: "category" | "tier" | "fact" | null;
}

// Packs for vendors of every category: tiers 1 to 3 answer the general questions beside their category's, tier 4 the short ones alone.
const askedByTier: ReadonlySet<string> = new Set(["core-security", "starter"]);

// A fact of the engagement asks for a pack whatever the vendor's category.
const askedByFact: Readonly<Record<string, (facts: Facts) => boolean>> = {
  "hosting-provider": (facts) => facts.hosts_production === true,
  "payment-provider": (facts) => (facts.integration?.length ?? 0) > 0,
};

/** All that can be chosen, the preselected first, in the order given. Nothing is preselected where no pack fits. */
export function proposeQuestionnaires(facts: Facts, available: readonly SelectableQuestionnaire[]): ProposedQuestionnaire[] {
  const proposed = available.map(({ id, appliesTo }): ProposedQuestionnaire => {
    const fitsTier = appliesTo?.tiers === undefined || appliesTo.tiers.includes(facts.tier);
    const because = fitsTier ? reasonFor(id, appliesTo?.categories ?? [], facts) : null;
    return { id, isPreselected: because !== null, because };
  });
  return [...proposed.filter(({ isPreselected }) => isPreselected), ...proposed.filter(({ isPreselected }) => !isPreselected)];
}

function reasonFor(id: string, categories: readonly Category[], facts: Facts): ProposedQuestionnaire["because"] {
  if (categories.includes(facts.category)) return "category";
  if (askedByTier.has(id)) return "tier";
  return askedByFact[id]?.(facts) ? "fact" : null;
}

/** Working days a vendor gets, by the number of questions it will see; 10 are two weeks. */
export const workingDaysForSize = (questions: number): 10 | 15 | 20 => (questions <= 60 ? 10 : questions <= 100 ? 15 : 20);

export const proposedDueOn = (today: Day, questions: number): Day => addWorkingDays(today, workingDaysForSize(questions));

/** True for a due day a person may choose: a day after today. */
export const isDueDay = (on: string, today: Day): boolean => isDay(on) && on > today;

/** True for an extension: later than the day that was set, and after today. */
export const isExtension = (on: string, dueOn: Day, today: Day): boolean => isDueDay(on, today) && on > dueOn;
