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
  /** Why it is preselected: written for the category, or a fact asks for it. */
  readonly because: "category" | "fact" | null;
}

// A fact of the engagement asks for a pack whatever the vendor's category.
const askedByFact: Readonly<Record<string, (facts: Facts) => boolean>> = {
  "hosting-provider": (facts) => facts.hosts_production === true,
  "payment-provider": (facts) => (facts.integration?.length ?? 0) > 0,
};

/** All that can be chosen, the preselected first, in the order given. Nothing is preselected where no pack fits, as for "other". */
export function proposeQuestionnaires(facts: Facts, available: readonly SelectableQuestionnaire[]): ProposedQuestionnaire[] {
  const proposed = available.map(({ id, appliesTo }): ProposedQuestionnaire => {
    const fitsTier = appliesTo?.tiers === undefined || appliesTo.tiers.includes(facts.tier);
    const because = !fitsTier
      ? null
      : appliesTo?.categories?.includes(facts.category)
        ? "category"
        : askedByFact[id]?.(facts)
          ? "fact"
          : null;
    return { id, isPreselected: because !== null, because };
  });
  return [...proposed.filter(({ isPreselected }) => isPreselected), ...proposed.filter(({ isPreselected }) => !isPreselected)];
}

/** Working days a vendor gets, by the number of questions it will see; 10 are two weeks. */
export const workingDaysForSize = (questions: number): 10 | 15 | 20 => (questions <= 60 ? 10 : questions <= 100 ? 15 : 20);

export const proposedDueOn = (today: Day, questions: number): Day => addWorkingDays(today, workingDaysForSize(questions));

/** True for a due day a person may choose: a day after today. */
export const isDueDay = (on: string, today: Day): boolean => isDay(on) && on > today;

/** True for an extension: later than the day that was set, and after today. */
export const isExtension = (on: string, dueOn: Day, today: Day): boolean => isDueDay(on, today) && on > dueOn;
