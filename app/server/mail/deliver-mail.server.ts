// Hands one queued mail to the mail server, then erases its body; without a configured server the mail stays readable in the mail log.
// Delivery is at least once: a crash between server and COMMIT sends it again, recognisable by the same Message-ID.
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { systemGrant } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import { type Delivery, MailError } from "../platform/mailer.server.ts";
import { findMail, type MailRow, updateMail } from "./mail.repo.server.ts";
import { bodyContext } from "./sealed-body.server.ts";

/** Throws when the mail server failed for now: the job queue tries again, later and later. */
export async function deliverMail(ctx: Context, { mailId }: { mailId: string }): Promise<void> {
  const { organisationId } = ctx.actor;
  const mail = await findMail(ctx.portal.store.read, organisationId, mailId);
  if (mail?.sealedBody == null || (mail.state !== "queued" && mail.state !== "failed")) return;
  const text = ctx.portal.secrets.open(mail.sealedBody, bodyContext(organisationId, mailId));
  try {
    const delivery = await ctx.portal.mailer.deliver({
      id: mail.id,
      to: { name: mail.toName, address: mail.toEmail },
      subject: mail.subject,
      text,
    });
    await recordOutcome(ctx, mail, delivery);
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    await recordOutcome(ctx, mail, error);
    if (!error.isPermanent) throw error;
  }
}

async function recordOutcome(ctx: Context, mail: MailRow, outcome: Delivery | MailError): Promise<void> {
  const { organisationId } = ctx.actor;
  const { kind } = mail;
  const attempts = mail.attempts + 1;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "mail.deliver");
    if (outcome instanceof MailError) {
      await updateMail(tx, organisationId, mail.id, { state: "failed", attempts, lastError: outcome.message });
      await recordAuditEvent(tx, grant, { type: "mail.failed", objectId: mail.id, data: { kind, attempts } }, ctx.now);
    } else if (outcome.state === "kept") {
      await updateMail(tx, organisationId, mail.id, { state: "kept", attempts });
      await recordAuditEvent(tx, grant, { type: "mail.kept", objectId: mail.id, data: { kind } }, ctx.now);
    } else {
      const done = { state: "delivered", attempts, lastError: null, deliveredAt: ctx.now, sealedBody: null } as const;
      await updateMail(tx, organisationId, mail.id, done);
      await recordAuditEvent(tx, grant, { type: "mail.delivered", objectId: mail.id, data: { kind } }, ctx.now);
    }
  });
}
