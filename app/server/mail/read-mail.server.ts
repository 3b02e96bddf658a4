// Opens the body of a mail that did not go out, so that a person can hand it over. It holds a vendor's link, so reading is recorded.
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { findMail } from "./mail.repo.server.ts";
import { bodyContext } from "./sealed-body.server.ts";

export interface ReadMail {
  id: string;
  toName: string;
  toEmail: string;
  subject: string;
  body: string;
}

/** Throws not_found for an unknown mail and for one whose body was erased on delivery. */
export async function readMail(ctx: PersonContext, mailId: string): Promise<ReadMail> {
  const { organisationId } = ctx.actor;
  return ctx.portal.store.tx(organisationId, async (tx) => {
    const mail = await findMail(tx, organisationId, mailId);
    const grant = authorize(ctx, "mail.view_body", { type: "mail", organisationId, id: mailId });
    if (mail?.sealedBody == null) throw new DomainError("not_found", "This mail is not here, or was delivered and erased.");
    const { id, kind, toName, toEmail, subject, sealedBody } = mail;
    await recordAuditEvent(tx, grant, { type: "mail.read", objectId: id, data: { kind } }, ctx.now);
    return { id, toName, toEmail, subject, body: ctx.portal.secrets.open(sealedBody, bodyContext(organisationId, id)) };
  });
}
