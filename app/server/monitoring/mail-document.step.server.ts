// Asks the vendor's contact for one document, by mail with a fresh link. The link opens the assessment the document belongs to.
import { type EvidenceKind, evidenceKindRow, isEvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import { messages } from "#app/i18n/messages.ts";
import { findContact, findStaff, getAddressee } from "../assessments/addressees.queries.server.ts";
import { listAssessmentsOf } from "../assessments/assessments.queries.server.ts";
import { makeLink } from "../assessments/sending/make-link.step.server.ts";
import { queueMail } from "../mail/queue-mail.step.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import { organisationFacts } from "../platform/organisation.queries.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";

export interface WantedDocument {
  engagementId: string;
  kind: string;
  /** The day the mail names: last valid day of the old document, or due day of the request. */
  on: string;
}

/** False when there is nobody to write to. */
export async function mailDocument(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  wanted: WantedDocument,
  mail: { notice: "expires" | "reminder"; key: string },
  now: Date,
): Promise<boolean> {
  const { organisationId } = grant;
  const sent = (await listAssessmentsOf(tx, organisationId, wanted.engagementId)).find(({ contactId, sentAt }) => contactId && sentAt);
  const contact = sent?.contactId ? await findContact(tx, organisationId, sent.contactId) : undefined;
  if (!sent || !contact) return false;
  const { engagement } = await getAddressee(tx, organisationId, wanted.engagementId);
  const { name: asker } = await organisationFacts(tx, organisationId);
  const help = await findStaff(tx, organisationId, sent.sentById);
  const { mails } = messages.en;
  const facts = {
    asker,
    help: help ? `${help.name}, ${help.email}` : "",
    contact: contact.name,
    service: engagement.service,
    document: documentLabel(wanted.kind),
    day: mails.day(wanted.on),
    link: await makeLink(tx, grant, portal, sent, "mail", now),
  };
  const words = mail.notice === "expires" ? mails.documentExpires : mails.documentReminder;
  const to = { name: contact.name, email: contact.email };
  const text = { subject: words.subject(facts), body: words.body(facts) };
  const about = { assessmentId: sent.id, vendorId: sent.vendorId };
  await queueMail(tx, grant, portal, { key: mail.key, kind: `document_${mail.notice}`, to, ...text, ...about }, now);
  return true;
}

export function documentLabel(kind: string): string {
  return isEvidenceKind(kind) ? evidenceKindRow(kind as EvidenceKind).label.en : kind;
}
