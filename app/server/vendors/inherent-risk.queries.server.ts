// The inherent-risk page of one engagement: questions with their answers and "assumed" marks, how the tier came about, and what this
// person may do about it. Also the five questions with a category's careful answers, for a vendor that does not exist yet.
import { mayEver } from "#app/domain/access/policy.ts";
import { optionsOf, type Question } from "#app/domain/questionnaire/questionnaire.ts";
import type { IrqAnswers } from "#app/domain/risk/facts.ts";
import { tierOf } from "#app/domain/risk/inherent-risk.ts";
import { askedQuestions } from "#app/domain/risk/irq-answers.ts";
import { bandOfTier, type Tier } from "#app/domain/risk/risk-levels.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import { namesOfPeople } from "../people/named-people.queries.server.ts";
import { organisationDay } from "../people/organisation-day.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { findInherentRisk, getEngagement } from "./engagements.queries.server.ts";
import { type InherentRiskForm, inherentRiskForm } from "./inherent-risk-form.queries.server.ts";
import { getVendor } from "./vendors.queries.server.ts";

/** A question as a form shows it. */
export interface IrqQuestion {
  id: string;
  type: Question["type"];
  text: string;
  why: string;
  guidance: string;
  options: { value: string; label: string; level: number | null }[];
  unit: string | null;
  /** Makes the tier; the others only choose questionnaires. */
  isTierQuestion: boolean;
  /** Category -> the careful answer it starts with. */
  preset: Partial<Record<Category, string>>;
  /** False while other answers hide it. */
  isAsked: boolean;
}

const irqQuestionsOf = ({ questions, set }: InherentRiskForm, answers: IrqAnswers, category?: Category): IrqQuestion[] => {
  const asked = askedQuestions(set, answers, category);
  return questions.map((question) => {
    const { id, type, text, why, guidance, unit, preset = {} } = question;
    const options = Object.entries(optionsOf(set.files[0]!.questionnaire, question) ?? {});
    return {
      id,
      type,
      text: text.en ?? "",
      why: why?.en ?? "",
      guidance: guidance?.en ?? "",
      options: options.map(([value, { label, level }]) => ({ value, label: label.en ?? value, level: level ?? null })),
      unit: unit ?? null,
      isTierQuestion: options.some(([, { level }]) => level !== undefined),
      preset,
      isAsked: asked.has(id),
    };
  });
};

/** The five questions that make the tier, for a vendor that is not registered yet. */
export async function viewNewVendorForm(ctx: PersonContext) {
  const { organisationId } = ctx.actor;
  authorize(ctx, "vendor.register", { type: "vendor", organisationId });
  const form = await inherentRiskForm(ctx.portal, ctx.portal.store.read, organisationId);
  return { questions: irqQuestionsOf(form, {}).filter(({ isTierQuestion }) => isTierQuestion) };
}

export async function viewInherentRisk(ctx: PersonContext, engagementId: string) {
  const { organisationId, personId } = ctx.actor;
  const from = ctx.portal.store.read;
  const engagement = await getEngagement(from, organisationId, engagementId);
  const { vendorId, ownerId } = engagement;
  authorize(ctx, "vendor.view", { type: "engagement", organisationId, id: engagementId, vendorId, ownerId });
  const [vendor, irq, form, day] = await Promise.all([
    getVendor(from, organisationId, vendorId),
    findInherentRisk(from, organisationId, engagementId),
    inherentRiskForm(ctx.portal, from, organisationId),
    organisationDay(from, organisationId, ctx.now),
  ]);
  const category = vendor.category as Category;
  const answers = irq?.answers ?? {};
  const names = await namesOfPeople(from, organisationId, [
    ownerId,
    irq?.answeredById ?? null,
    irq?.confirmedById ?? null,
    irq?.agreedById ?? null,
    irq?.overriddenById ?? null,
  ]);
  const nameOf = (id: string | null | undefined) => (id ? (names.get(id) ?? null) : null);
  const levels = form.levelsOf(answers);
  const computed = tierOf(levels);
  const isOwner = ownerId === personId && mayEver(ctx.actor, "irq.confirm");
  const isOfficer = mayEver(ctx.actor, "irq.agree");
  return {
    ...day,
    engagementId,
    service: engagement.service,
    ownerName: nameOf(ownerId),
    vendor: { id: vendor.id, name: vendor.name, category },
    questions: irqQuestionsOf(form, answers, category),
    answers,
    assumed: irq?.assumed ?? [],
    revision: irq?.revision ?? 0,
    levels,
    computedTier: computed.tier,
    decidedBy: computed.decidedBy,
    tier: engagement.tier as Tier,
    band: bandOfTier[engagement.tier as Tier],
    answered: { by: nameOf(irq?.answeredById), at: irq?.answeredAt ?? null },
    confirmed: { by: nameOf(irq?.confirmedById), at: irq?.confirmedAt ?? null },
    agreed: { by: nameOf(irq?.agreedById), at: irq?.agreedAt ?? null },
    override: irq?.overrideReason != null ? { by: nameOf(irq.overriddenById), reason: irq.overrideReason } : null,
    may: {
      answer: isOwner || mayEver(ctx.actor, "irq.preset"),
      confirm: isOwner && irq?.confirmedAt === null,
      agree: isOfficer && irq?.confirmedAt != null && irq.agreedAt === null,
      override: isOfficer,
    },
  };
}

export type InherentRiskView = Awaited<ReturnType<typeof viewInherentRisk>>;
