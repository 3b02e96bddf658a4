// The mail log: which mails went out, were kept or failed; newest first, never a body.

import { mayEver } from "#app/domain/access/policy.ts";
import { authorize } from "../platform/authorize.server.ts";
import { decodePlace, encodePlace } from "../platform/keyset.server.ts";
import { organisationFacts } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { isMailQueued as isKeyQueued, listMails } from "./mail.repo.server.ts";

export async function viewMailLog(ctx: PersonContext, before: string | undefined) {
  const { organisationId } = ctx.actor;
  authorize(ctx, "mail.view_log", { type: "mail", organisationId });
  const { store, config, mailer } = ctx.portal;
  const [rows, { timeZone }] = await Promise.all([
    listMails(store.read, organisationId, decodePlace(before), config.pageSize),
    organisationFacts(store.read, organisationId),
  ]);
  const shown = rows.slice(0, config.pageSize);
  const last = shown.at(-1);
  return {
    timeZone,
    isConfigured: mailer.isConfigured,
    mayRead: mayEver(ctx.actor, "mail.view_body"),
    mails: shown.map((mail) => ({ ...mail, isReadable: mail.state === "kept" || mail.state === "failed" || mail.state === "queued" })),
    older: rows.length > shown.length && last ? encodePlace({ value: last.queuedAt.getTime(), id: last.id }) : undefined,
  };
}

/** Whether a mail with this key was queued before. */
export const isMailQueued = isKeyQueued;
