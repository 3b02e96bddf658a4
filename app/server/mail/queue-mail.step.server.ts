// Puts a mail into the outbox in the transaction that makes it necessary; a job hands it to the mail server after COMMIT.
// State first, mail second: whatever happens to the mail, what the verb decided stands.
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { enqueueJob } from "../jobs/enqueue-job.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { insertMail } from "./mail.repo.server.ts";
import { bodyContext } from "./sealed-body.server.ts";

export interface NewMail {
  /** The same key goes out once, such as `reminder:asm_…:2026-12-01`. */
  key: string;
  /** Which mail it is, such as `invitation`. */
  kind: string;
  to: { name: string; email: string };
  subject: string;
  /** Plain text; kept encrypted until it is delivered, then erased. */
  body: string;
  assessmentId?: string;
  vendorId?: string;
}

/** True when the mail is new; false when its key was queued before. */
export async function queueMail(tx: Tx, grant: Grant, portal: Portal, mail: NewMail, now: Date): Promise<boolean> {
  const { organisationId } = grant;
  const id = portal.ids.next("mail", now);
  const isNew = await insertMail(tx, {
    id,
    organisationId,
    key: mail.key,
    kind: mail.kind,
    toName: mail.to.name,
    toEmail: mail.to.email,
    subject: mail.subject,
    sealedBody: portal.secrets.seal(mail.body, bodyContext(organisationId, id)),
    assessmentId: mail.assessmentId ?? null,
    vendorId: mail.vendorId ?? null,
    state: "queued",
    attempts: 0,
    lastError: null,
    queuedAt: now,
    deliveredAt: null,
  });
  if (!isNew) return false;
  const data = { kind: mail.kind, assessmentId: mail.assessmentId ?? null };
  await recordAuditEvent(tx, grant, { type: "mail.queued", objectId: id, data }, now);
  await enqueueJob(tx, organisationId, { kind: "mail.deliver", key: `mail ${id}`, payload: { mailId: id }, runAt: now }, now);
  return true;
}
