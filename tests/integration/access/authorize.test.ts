// Rights are checked in one place: hidden looks like unknown, forbidden is said, both are logged, and a Grant cannot be made up.
import { beforeAll, describe, expect, it } from "vitest";
import { isDomainError } from "#app/domain/errors.ts";
import { authorize, type Grant, requireGrant, systemGrant } from "#app/server/platform/authorize.server.ts";
import { aWorld, type World } from "#tests/support/world.ts";

describe("authorize", () => {
  let world: World;
  const vendor = (organisationId: string) => ({ type: "vendor", organisationId, vendorId: "ven_1", id: "ven_1" });
  const denials = () => world.logs.filter(({ security }) => security === "authz_fail");
  beforeAll(async () => {
    world = await aWorld();
  });

  it("gives a Grant that names actor, right and object", async () => {
    const ctx = await world.asPerson(["procurement"]);
    const grant = authorize(ctx, "vendor.edit", vendor(world.organisationId));
    expect(grant).toMatchObject({ permission: "vendor.edit", objectType: "vendor", objectId: "ven_1", actor: ctx.actor });
    expect(() => requireGrant(grant)).not.toThrow();
    expect(denials()).toEqual([]);
  });

  it("says which right is missing when the object is known", async () => {
    const ctx = await world.asPerson(["auditor"]);
    expect(() => authorize(ctx, "vendor.edit", vendor(world.organisationId))).toThrow(
      "forbidden: You do not have this right: Edit a vendor.",
    );
    expect(denials().at(-1)).toMatchObject({
      verdict: "forbidden",
      permission: "vendor.edit",
      actorId: ctx.actor.personId,
      objectId: "ven_1",
    });
  });

  it("treats another organisation's object as unknown", async () => {
    const ctx = await world.asPerson(["compliance_officer"]);
    const other = await world.anotherOrganisation();
    const asked = () => authorize(ctx, "vendor.view", vendor(other));
    expect(asked).toThrow(expect.toSatisfy((error: unknown) => isDomainError(error, "not_found")));
    expect(denials().at(-1)).toMatchObject({ verdict: "hidden", permission: "vendor.view", traceId: ctx.traceId });
  });

  it("cannot be imitated: copies, look-alikes and prototypes are no Grants", async () => {
    const ctx = await world.asPerson(["procurement"]);
    const grant = authorize(ctx, "vendor.edit", vendor(world.organisationId));
    const imitations = [
      { ...grant },
      Object.create(grant),
      Object.create(Object.getPrototypeOf(grant)),
      structuredClone({ ...grant }),
      null,
      undefined,
    ];
    for (const imitation of imitations) expect(() => requireGrant(imitation as Grant)).toThrow("not a Grant");
    expect(() => Object.assign(grant, { organisationId: "org_other" })).toThrow();
    // @ts-expect-error an object literal is no Grant
    const forged: Grant = { ...grant };
    expect(forged).not.toBe(grant);
  });

  it("gives jobs the rights of the system and nobody else", async () => {
    expect(systemGrant(world.asSystem(), "reminder.queue").actor.kind).toBe("system");
    const ctx = await world.asPerson(["administrator"]);
    expect(() => systemGrant(ctx, "reminder.queue")).toThrow("jobs only");
    expect(() => systemGrant(world.asSystem(), "decision.sign")).toThrow("forbidden");
  });
});
