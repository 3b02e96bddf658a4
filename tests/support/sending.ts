// A vendor that was sent its questionnaire, through the real verbs, and a browser in which Start was pressed.

import type { Role } from "#app/domain/access/roles.ts";
import type { RawAnswer } from "#app/domain/assessment/answer-input.ts";
import { missingBefore } from "#app/domain/assessment/vendor-state.ts";
import { listAnswers } from "#app/server/assessments/answers.queries.server.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { readVendorState } from "#app/server/assessments/portal/refresh-progress.step.server.ts";
import { saveAnswer } from "#app/server/assessments/portal/save-answer.server.ts";
import { startVendorSession } from "#app/server/assessments/portal/start-vendor-session.server.ts";
import { sendAssessment } from "#app/server/assessments/sending/send-assessment.server.ts";
import type { AnonymousContext, PersonContext, VendorContext } from "#app/server/platform/request-context.server.ts";
import { hashToken } from "#app/server/platform/tokens.server.ts";
import { findVendorSessionByToken } from "#app/server/platform/unscoped.queries.server.ts";
import { publishShippedQuestionnaires } from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";
import { formOf } from "#app/server/questionnaires/questionnaire-versions.queries.server.ts";
import { registerVendor } from "#app/server/vendors/register-vendor.server.ts";
import type { World } from "./world.ts";

export interface SentAssessment {
  buyer: PersonContext;
  vendorId: string;
  engagementId: string;
  contactId: string;
  assessmentId: string;
  linkUrl: string;
  linkToken: string;
}

export interface SentOptions {
  name?: string;
  category?: "payment" | "hosting" | "inventory" | "other";
  questionnaireIds?: string[];
  dueOn?: string;
  roles?: Role[];
}

/** Registers a vendor and sends it the starter questionnaire, unless told otherwise. */
export async function aSentAssessment(world: World, options: SentOptions = {}): Promise<SentAssessment> {
  await publishShippedQuestionnaires(world.portal, world.organisationId, world.clock.now());
  const buyer = await world.asPerson(options.roles ?? ["procurement"], "Odile Marchbanks");
  const { name = "Quillpay", category = "payment" } = options;
  const { vendorId, engagementId, contactId } = await registerVendor(buyer, {
    name,
    website: `https://${name.toLowerCase().replaceAll(/[^a-z]+/g, "-")}.example`,
    category,
    contactName: "Florian Teasel",
    contactEmail: "florian@quillpay.example",
  });
  const { assessmentId, linkUrl } = await sendAssessment(buyer, {
    engagementId,
    questionnaireIds: options.questionnaireIds ?? ["starter"],
    contactId: contactId!,
    dueOn: options.dueOn ?? "2026-12-07",
  });
  return { buyer, vendorId, engagementId, contactId: contactId!, assessmentId, linkUrl, linkToken: linkUrl.split("/v/")[1]! };
}

export const asAnybody = (world: World): AnonymousContext =>
  world.as({ kind: "anonymous", organisationId: world.organisationId }) as AnonymousContext;

/** Presses Start: the context of a person at the vendor in a browser of its own. */
export async function startedBy(world: World, linkToken: string, name: string): Promise<VendorContext> {
  const { token } = await startVendorSession(asAnybody(world), linkToken, { name });
  const found = await findVendorSessionByToken(world.store.read, hashToken(token));
  const { organisationId, vendorId, assessmentId, id } = found!.session;
  return world.as({ kind: "vendor", organisationId, vendorId, assessmentId, vendorSessionId: id, name, language: "en" }) as VendorContext;
}

export const emptyAnswer: RawAnswer = {
  values: [],
  rows: [],
  stands: "",
  comment: "",
  reason: "",
  instead: "",
  document: "",
  page: "",
  on: "",
};

/** Declines everything that is still missing, which is always allowed, but for what is left to somebody else. */
export async function declineTheRest(world: World, vendor: VendorContext, except: readonly string[] = []): Promise<void> {
  for (let rounds = 0; rounds < 200; rounds += 1) {
    const assessment = await getAssessment(world.store.read, world.organisationId, vendor.actor.assessmentId);
    const missing = missingBefore(await readVendorState(world.portal, world.store.read, assessment));
    const next = missing.find(({ questionKey }) => !except.includes(questionKey));
    if (!next) return;
    const current = (await listAnswers(world.store.read, world.organisationId, assessment.id)).find(
      (row) => row.questionKey === next.questionKey,
    );
    const baseRevision = current?.revision ?? 0;
    await saveAnswer(vendor, { questionKey: next.questionKey, baseRevision, value: "declined", reason: "Not our policy" });
  }
  throw new Error("there was no end to what is missing");
}

/** A choice of the questionnaire whose answer needs an explanation, and one that does not. */
export async function aChoice(world: World, vendor: VendorContext) {
  const form = await formOf(world.portal, world.store.read, world.organisationId, vendor.actor.assessmentId);
  const assessment = await getAssessment(world.store.read, world.organisationId, vendor.actor.assessmentId);
  const { state } = await readVendorState(world.portal, world.store.read, assessment);
  const question = form.set.questions.find(
    ({ index, type, options }) =>
      state.visible[index] === 1 && type === "choice" && [...options!.values()].some(({ needsComment }) => needsComment),
  )!;
  const codes = [...question.options!];
  const section = form.sections[question.section]!;
  return {
    key: form.keys[question.index]!,
    section: section.key,
    plain: codes.find(([, option]) => !option.needsComment)![0],
    explained: codes.find(([, option]) => option.needsComment)![0],
  };
}
