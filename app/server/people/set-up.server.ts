// First run: whoever reads the log proves it with the one-time code, names the company and becomes its administrator.
import { timingSafeEqual } from "node:crypto";
import { DomainError } from "#app/domain/errors.ts";
import { emailKey, nameKey } from "#app/domain/vendor/vendor-keys.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import { addressKey } from "../platform/limits.server.ts";
import { hashPassword, passwordProblem } from "../platform/password.server.ts";
import type { AnonymousContext } from "../platform/request-context.server.ts";
import { findShownOrganisation } from "../platform/unscoped.queries.server.ts";
import { publishShippedQuestionnaires } from "../questionnaires/publish-shipped-questionnaires.server.ts";
import { createOrganisation } from "./create-organisation.server.ts";
import { insertPerson, updatePerson } from "./people.repo.server.ts";

export interface SetUpInput {
  code: string;
  organisation: string;
  name: string;
  email: string;
  password: string;
  repeated: string;
}

/** Throws not_found once the installation is set up: the page is then no longer there. */
export async function requireEmptyInstallation(ctx: AnonymousContext): Promise<void> {
  if (await findShownOrganisation(ctx.portal.store.read)) throw new DomainError("not_found", "This portal is set up already.");
}

export async function setUp(ctx: AnonymousContext, input: SetUpInput): Promise<void> {
  const { portal, now } = ctx;
  await requireEmptyInstallation(ctx);
  await portal.limits.consume("setup_ip", addressKey(ctx.ip), now);
  if (!isSame(input.code, portal.setUpCode)) throw refused("code", "This is not the code in the log.");
  if (input.password !== input.repeated) throw refused("repeated", "This is not the same password.");
  const problem = passwordProblem(input.password, [input.name, input.email, input.organisation]);
  if (problem) throw refused("password", problem);
  const passwordHash = await hashPassword(input.password);
  const organisationId = await createOrganisation(ctx, { name: input.organisation, timeZone: portal.config.timeZone });
  await publishShippedQuestionnaires(portal, organisationId, now);
  await portal.store.tx(organisationId, async (tx) => {
    const grant = authorize({ ...ctx, actor: { kind: "system", organisationId, job: "set-up" } }, "person.manage", {
      type: "person",
      organisationId,
    });
    const id = portal.ids.next("person", now);
    const roles = ["administrator" as const];
    await insertPerson(tx, {
      id,
      organisationId,
      name: input.name,
      nameKey: nameKey(input.name),
      email: input.email,
      emailKey: emailKey(input.email),
      roles,
      createdAt: now,
    });
    await updatePerson(tx, organisationId, id, { passwordHash });
    await recordAuditEvent(tx, grant, { type: "person.added", objectId: id, data: { roles } }, now);
  });
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function refused(field: string, message: string): DomainError {
  return new DomainError("invalid", "Please check the marked fields. Nothing was saved.", { fields: { [field]: message } });
}
