// Adds a person at the vendor to whom questionnaires can be sent.
import { emailKey } from "#app/domain/vendor/vendor-keys.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getVendor } from "./vendors.queries.server.ts";
import { insertContact, refuseTakenEmail } from "./vendors.repo.server.ts";

export interface ContactInput {
  email: string;
  /** Absent: the address stands in for it. */
  name?: string | undefined;
}

/** Throws conflict on `email` when this vendor has a contact with it. */
export async function addContact(ctx: PersonContext, vendorId: string, input: ContactInput): Promise<{ contactId: string }> {
  const { organisationId } = ctx.actor;
  return ctx.portal.store.tx(organisationId, async (tx) => {
    await getVendor(tx, organisationId, vendorId);
    const grant = authorize(ctx, "contact.add", { type: "vendor", organisationId, id: vendorId, vendorId });
    const key = emailKey(input.email);
    await refuseTakenEmail(tx, organisationId, vendorId, key);
    const id = ctx.portal.ids.next("contact", ctx.now);
    const { email, name = email } = input;
    await insertContact(tx, { id, organisationId, vendorId, name, email, emailKey: key, createdAt: ctx.now });
    await recordAuditEvent(tx, grant, { type: "contact.added", objectId: id, vendorId, data: {} }, ctx.now);
    return { contactId: id };
  });
}
