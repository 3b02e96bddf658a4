// A vendor that was sent its questionnaire, through the real verbs, and a browser in which Start was pressed.
import type { Role } from "#app/domain/access/roles.ts";
import { startVendorSession } from "#app/server/assessments/portal/start-vendor-session.server.ts";
import { sendAssessment } from "#app/server/assessments/sending/send-assessment.server.ts";
import type { AnonymousContext, PersonContext, VendorContext } from "#app/server/platform/request-context.server.ts";
import { hashToken } from "#app/server/platform/tokens.server.ts";
import { findVendorSessionByToken } from "#app/server/platform/unscoped.queries.server.ts";
import { publishShippedQuestionnaires } from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";
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
  return world.as({ kind: "vendor", organisationId, vendorId, assessmentId, vendorSessionId: id, name }) as VendorContext;
}
