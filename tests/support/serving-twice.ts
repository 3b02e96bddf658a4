// A vendor that serves us more than once and says the same of itself each time: what is asked once per vendor, through the real verbs.

import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import { listFileUses } from "#app/server/assessments/answers.repo.server.ts";
import { saveAnswer } from "#app/server/assessments/portal/save-answer.server.ts";
import { submitAssessment } from "#app/server/assessments/portal/submit-assessment.server.ts";
import { recordDetermination } from "#app/server/assessments/review/record-determination.server.ts";
import { sendAssessment } from "#app/server/assessments/sending/send-assessment.server.ts";
import { openEvidence } from "#app/server/evidence/open-evidence.server.ts";
import type { PersonContext } from "#app/server/platform/request-context.server.ts";
import { publishShippedQuestionnaires } from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";
import { addEngagement } from "#app/server/vendors/add-engagement.server.ts";
import { updateEngagement } from "#app/server/vendors/engagements.repo.server.ts";
import { registerVendor } from "#app/server/vendors/register-vendor.server.ts";
import { attach, type Sent } from "./reviewing.ts";
import { declineTheRest, startedBy } from "./sending.ts";
import type { World } from "./world.ts";

export const key = (id: string) => `core-security#${id}`;
export const signed = { name: "Florian Teasel", role: "CISO" };
const facts = { tier: 2, category: "other", personal_data: 1, card: 1, access: 1, money: 1, dependency: 2, region: ["eu"] };
/** What the vendor says of itself, and the document it shows. */
export const said: [id: string, value: AnswerValue, kind: string][] = [
  ["security_lead", "management", "policy"],
  ["screening", "staff", "hr-policy"],
  ["training", "yearly", "training-record"],
  ["incident_plan", "full", "ir-plan"],
  ["insurance", "small", "coi"],
];

export interface Vendor {
  buyer: PersonContext;
  vendorId: string;
  contactId: string;
  first: string;
}

export async function aVendor(world: World, name: string): Promise<Vendor> {
  await publishShippedQuestionnaires(world.portal, world.organisationId, world.clock.now());
  const buyer = await world.asPerson(["procurement"], "Odile Marchbanks");
  const email = `post@${name.toLowerCase()}.example`;
  const made = await registerVendor(buyer, {
    name,
    category: "other",
    service: "Parcel labels",
    contactName: "Florian Teasel",
    contactEmail: email,
  });
  return { buyer, vendorId: made.vendorId, contactId: made.contactId!, first: made.engagementId };
}

export const another = async ({ buyer, vendorId }: Vendor, service: string) =>
  (await addEngagement(buyer, vendorId, { service })).engagementId;

/** Sent to the contact, who presses Start. */
export async function sentFor(world: World, vendor: Vendor, engagementId: string, contactId = vendor.contactId): Promise<Sent> {
  const { buyer, vendorId } = vendor;
  await world.store.tx(world.organisationId, (tx) => updateEngagement(tx, world.organisationId, engagementId, { tier: 2, facts }));
  const dueOn = addDays(world.clock.now().toISOString().slice(0, 10), 14);
  const { assessmentId, linkUrl } = await sendAssessment(buyer, { engagementId, questionnaireIds: ["core-security"], contactId, dueOn });
  const contact = await startedBy(world, linkUrl.split("/v/")[1]!, "Florian Teasel");
  return { buyer, vendor: contact, vendorId, engagementId, assessmentId };
}

/** Types what the vendor says of itself, declines the rest and submits. */
export async function typedAndSubmitted(world: World, sent: Sent): Promise<void> {
  for (const [id, value, kind] of said) {
    await saveAnswer(sent.vendor, { questionKey: key(id), baseRevision: 0, value });
    await attach(sent, key(id), kind, "2026-11-01");
  }
  await declineTheRest(world, sent.vendor);
  await submitAssessment(sent.vendor, signed);
}

/** Opens every document, then accepts what the vendor said of itself, but for the training. */
export async function judged(world: World, officer: PersonContext, { assessmentId }: Sent): Promise<void> {
  for (const { id } of await listFileUses(world.store.read, world.organisationId, assessmentId))
    (await openEvidence(officer, id)).source.resume();
  for (const [id] of said) {
    const verdict =
      id === "training" ? ({ verdict: "adjusted", value: "start", reason: "Two left out" } as const) : { verdict: "accepted" as const };
    await recordDetermination(officer, assessmentId, key(id), verdict);
  }
}
