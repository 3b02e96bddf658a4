// The inherent risk as a report prints it: each dimension with its answer and who confirmed it, facts in words, overrides by name.

import { optionsOf, type Question, textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { irqQuestionWords } from "#app/domain/report/irq-words.ts";
import type { ReportInherentRisk } from "#app/domain/report/report-facts.ts";
import { visibleAnswers } from "#app/domain/risk/irq-answers.ts";
import { bandOfTier, dimensions, type Tier } from "#app/domain/risk/risk-levels.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { type EngagementRow, findInherentRisk } from "../vendors/engagements.queries.server.ts";
import { inherentRiskForm } from "../vendors/inherent-risk-form.queries.server.ts";
import { peopleOfReport, roleWords } from "./report-people.queries.server.ts";

export async function reportInherentRisk(
  portal: Portal,
  from: Reader,
  organisationId: string,
  engagement: EngagementRow,
  category: Category,
): Promise<ReportInherentRisk> {
  const form = await inherentRiskForm(portal, from, organisationId);
  const irq = await findInherentRisk(from, organisationId, engagement.id);
  const answers = irq?.answers ?? {};
  const levels = form.levelsOf(answers);
  const tier = engagement.tier as Tier;
  const people = await peopleOfReport(from, organisationId, [irq?.confirmedById ?? "", irq?.overriddenById ?? ""]);
  const confirmer = people.get(irq?.confirmedById ?? "");
  const file = form.set.files[0]!.questionnaire;
  const words = (question: Question) => irqQuestionWords(question, optionsOf(file, question), answers[question.id]);
  const visible = visibleAnswers(form.set, answers, category);
  const overrider = people.get(irq?.overriddenById ?? "");
  return {
    band: bandOfTier[tier],
    tier,
    computedTier: irq?.computedTier ?? tier,
    dimensions: dimensions.map((dimension) => {
      const question = form.questions.find(({ fact }) => fact === dimension);
      const isAssumed = irq?.confirmedAt == null;
      return {
        dimension,
        level: levels[dimension],
        answer: question ? words(question) : "",
        isAssumed,
        confirmedBy: isAssumed || !confirmer ? null : roleWords(confirmer.roles, "business_owner"),
        confirmedAt: isAssumed ? null : irq.confirmedAt!.toISOString(),
      };
    }),
    facts: form.questions
      .filter(({ id, fact }) => !(dimensions as readonly (string | undefined)[]).includes(fact) && id in visible)
      .map((question) => ({ fact: question.fact ?? question.id, label: textIn(question.text, "en", "en"), words: words(question) })),
    overrides:
      irq?.overrideReason != null
        ? [
            {
              fromTier: irq.computedTier,
              toTier: irq.tier,
              reason: irq.overrideReason,
              by: {
                name: overrider?.name ?? "Unknown",
                role: roleWords(overrider?.roles ?? ["compliance_officer"]),
                at: irq.answeredAt.toISOString(),
              },
            },
          ]
        : [],
  };
}
