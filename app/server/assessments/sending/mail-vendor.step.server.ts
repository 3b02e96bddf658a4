// Queues a mail to the contact of an assessment, with a link of its own in it: links are not kept, so each mail makes one.
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import type { MailFacts } from "#app/i18n/en/mails.ts";
import type { Messages } from "#app/i18n/en.ts";
import { messages } from "#app/i18n/messages.ts";
import { isMailQueued } from "../../mail/mail-log.queries.server.ts";
import { queueMail } from "../../mail/queue-mail.step.server.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import { organisationFacts } from "../../platform/organisation.queries.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { findContact, findStaff, getAddressee } from "../addressees.queries.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";
import { makeLink } from "./make-link.step.server.ts";

export type VendorMail = Exclude<keyof Messages["mails"], "day" | "documentExpires" | "documentReminder">;

/** The portal greets who comes from a mail in its language. Returns the mail's link; undefined when there is nobody to write to, or a mail with this key is on its way already. */
export async function mailVendor(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  assessment: Pick<AssessmentRow, "id" | "vendorId" | "engagementId" | "contactId" | "dueOn" | "sentById">,
  mail: { kind: VendorMail; key: string; language?: Language },
  now: Date,
): Promise<string | undefined> {
  const { organisationId } = grant;
  const contact = assessment.contactId === null ? undefined : await findContact(tx, organisationId, assessment.contactId);
  if (!contact || (await isMailQueued(tx, organisationId, mail.key))) return undefined;
  const { engagement } = await getAddressee(tx, organisationId, assessment.engagementId);
  const { name: asker } = await organisationFacts(tx, organisationId);
  const help = await findStaff(tx, organisationId, assessment.sentById);
  const link = await makeLink(tx, grant, portal, assessment, "mail", now);
  const { language = "en" } = mail;
  const { mails } = messages[language];
  const words = mails[mail.kind];
  const facts: MailFacts = {
    asker,
    help: help ? `${help.name}, ${help.email}` : "",
    contact: contact.name,
    service: engagement.service,
    due: assessment.dueOn === null ? "" : mails.day(assessment.dueOn),
    link: language === "en" ? link : `${link}?speaks=${language}`,
  };
  const { id: assessmentId, vendorId } = assessment;
  const to = { name: contact.name, email: contact.email };
  await queueMail(
    tx,
    grant,
    portal,
    { key: mail.key, kind: mail.kind, to, subject: words.subject(facts), body: words.body(facts), assessmentId, vendorId },
    now,
  );
  return link;
}
