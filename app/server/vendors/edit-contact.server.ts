// Changes name or address of a contact. Links already sent keep working: they are bound to the assessment, not to the address.
import { unknownObject } from "#app/domain/errors.ts";
import { emailKey } from "#app/domain/vendor/vendor-keys.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import type { ContactInput } from "./add-contact.server.ts";
import { getContact, refuseTakenEmail, updateContact } from "./vendors.repo.server.ts";

/** Throws not_found for a contact of another vendor. */
export async function editContact(ctx: PersonContext, vendorId: string, contactId: string, input: ContactInput): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const before = await getContact(tx, organisationId, contactId);
    if (before.vendorId !== vendorId) throw unknownObject();
    const grant = authorize(ctx, "contact.add", { type: "contact", organisationId, id: contactId, vendorId });
    const { email, name = email } = input;
    const fields = [...(name === before.name ? [] : ["name"]), ...(email === before.email ? [] : ["email"])];
    if (fields.length === 0) return;
    const key = emailKey(email);
    if (key !== before.emailKey) await refuseTakenEmail(tx, organisationId, vendorId, key);
    await updateContact(tx, organisationId, contactId, { name, email, emailKey: key });
    await recordAuditEvent(tx, grant, { type: "contact.edited", objectId: contactId, vendorId, data: { fields } }, ctx.now);
  });
}
