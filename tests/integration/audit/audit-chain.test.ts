// The audit chain: gap-free while many write, and any change made past the product is found and named.
import { describe, expect, it } from "vitest";
import { canonicalJson } from "#app/domain/audit/audit-chain.ts";
import type { AuditEvent } from "#app/domain/audit/audit-event.schema.ts";
import { auditEventSchema } from "#app/domain/audit/audit-event.schema.ts";
import { hashEntry } from "#app/server/audit/hash-entry.server.ts";
import { recordAuditEvent, recordRead } from "#app/server/audit/record-audit-event.server.ts";
import { verifyAuditChain } from "#app/server/audit/verify-audit-chain.server.ts";
import { authorize, type Grant, systemGrant } from "#app/server/platform/authorize.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const event: AuditEvent = { type: "vendor.registered", objectId: "ven_1", vendorId: "ven_1", data: { category: "payment", domain: null } };

async function record(world: World, organisationId = world.organisationId): Promise<void> {
  const ctx = world.as({ kind: "system", organisationId, job: "test" });
  const grant = systemGrant(ctx, "questionnaire.publish");
  await world.store.tx(organisationId, (tx) => recordAuditEvent(tx, grant, event, ctx.now));
}

async function entriesOf({ store, organisationId }: World) {
  const { auditEntries } = store.read.t;
  const rows = await store.read.db.select().from(auditEntries).orderBy(auditEntries.seq);
  return rows.filter((row) => row.organisationId === organisationId);
}

/** Switches the append-only triggers off, as an attacker with rights on the database would. */
async function tamper(world: World, statement: string): Promise<void> {
  const triggers = ["audit_entries_no_update", "audit_entries_no_delete", "audit_entries_no_replace", "audit_heads_only_grow"];
  const off =
    world.engine === "sqlite"
      ? triggers.map((name) => `drop trigger ${name};`).join("")
      : "alter table audit_entries disable trigger user; alter table audit_heads disable trigger user;";
  await world.sql(`${off} ${statement}`);
}

onEveryEngine("the audit chain", (engine) => {
  it("names who did what, when and with which right, and hashes exactly that", async () => {
    const world = await aWorld({ engine });
    const ctx = await world.asPerson(["procurement"]);
    const grant = authorize(ctx, "vendor.register", { type: "vendor", organisationId: world.organisationId });
    await world.store.tx(world.organisationId, (tx) => recordAuditEvent(tx, grant, event, ctx.now));
    const [created, registered] = await entriesOf(world);
    expect(registered).toMatchObject({
      seq: 2,
      type: "vendor.registered",
      actorKind: "person",
      actorId: ctx.actor.personId,
      vendorId: "ven_1",
    });
    expect(JSON.parse(registered?.entry ?? "")).toEqual({
      version: 1,
      organisationId: world.organisationId,
      seq: 2,
      at: "2026-11-23T09:00:00.000Z",
      permission: "vendor.register",
      actor: { kind: "person", id: ctx.actor.personId },
      traceId: ctx.traceId,
      event,
    });
    expect(registered?.previousHash).toBe(created?.hash);
    expect(registered?.hash).toBe(hashEntry(created?.hash ?? "", registered?.entry ?? ""));
  });

  it("stays whole and without gaps while 50 transactions write at once, some of them refused, in two organisations", async () => {
    const world = await aWorld({ engine });
    const other = await world.anotherOrganisation();
    const refused = world.as({ kind: "system", organisationId: world.organisationId, job: "test" });
    const work = Array.from({ length: 50 }, (_, n) => {
      if (n % 5 > 0) return record(world, n % 2 === 0 ? world.organisationId : other);
      const half = world.store.tx(world.organisationId, async (tx) => {
        await recordAuditEvent(tx, systemGrant(refused, "questionnaire.publish"), event, refused.now);
        throw new Error("changed its mind");
      });
      return expect(half).rejects.toThrow("changed its mind");
    });
    await Promise.all(work);
    const first = await verifyAuditChain(world.store, world.organisationId);
    const second = await verifyAuditChain(world.store, other);
    expect([first.firstBad, second.firstBad]).toEqual([undefined, undefined]);
    expect(first.entries + second.entries).toBe(40 + 2);
    expect(first.head.seq).toBe(first.entries);
  });

  it("records several events of one transaction one after the other", async () => {
    const world = await aWorld({ engine });
    const ctx = world.asSystem();
    const grant = systemGrant(ctx, "questionnaire.publish");
    await world.store.tx(world.organisationId, async (tx) => {
      for (let n = 0; n < 3; n++) await recordAuditEvent(tx, grant, event, ctx.now);
    });
    expect((await entriesOf(world)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(await verifyAuditChain(world.store, world.organisationId)).toMatchObject({ entries: 4, head: { seq: 4 } });
  });

  it.each([
    [
      "an entry's text is changed",
      `update audit_entries set entry = replace(entry, 'payment', 'hosting') where seq = 3`,
      3,
      "does not match its hash",
    ],
    ["an entry's actor column is changed", `update audit_entries set actor_id = 'somebody else' where seq = 4`, 4, "columns do not say"],
    [
      "an entry's time is changed",
      `update audit_entries set at = (select a.at from audit_entries a where a.seq = 1) where seq = 2`,
      2,
      "columns do not say",
    ],
    ["an entry is taken out", `delete from audit_entries where seq = 3`, 3, "Entry 3 is missing"],
    ["the end is cut off", `delete from audit_entries where seq > 4`, 5, "Entry 5 is missing"],
    [
      "the end is cut off and the head set back",
      `delete from audit_entries where seq > 4; update audit_heads set seq = 4`,
      4,
      "end names another hash",
    ],
    [
      "two entries change places",
      `update audit_entries set seq = -3 where seq = 3; update audit_entries set seq = 3 where seq = 4; update audit_entries set seq = 4 where seq = -3`,
      3,
      "does not continue",
    ],
    ["everything is taken out", `delete from audit_entries`, 1, "Entry 1 is missing"],
    ["the first entry is taken out", `delete from audit_entries where seq = 1`, 1, "Entry 1 is missing"],
    [
      "an entry is added behind the end",
      `insert into audit_entries select organisation_id, seq + 1, 'aud_x', at, type, actor_kind, actor_id, object_id, vendor_id, entry, hash, 'ff' from audit_entries where seq = 6`,
      7,
      "does not match its hash",
    ],
  ])("names the first bad entry when %s", async (_, statement, seq, problem) => {
    const world = await aWorld({ engine });
    for (let n = 0; n < 5; n++) {
      world.clock.advance({ minutes: 1 });
      await record(world);
    }
    expect((await verifyAuditChain(world.store, world.organisationId)).firstBad).toBeUndefined();
    await tamper(world, statement);
    const { firstBad } = await verifyAuditChain(world.store, world.organisationId);
    expect(firstBad).toMatchObject({ seq, problem: expect.stringContaining(problem) });
  });

  it("refuses an event without a genuine Grant, of another organisation, or outside store.tx", async () => {
    const world = await aWorld({ engine });
    const { store, organisationId } = world;
    const ctx = world.asSystem();
    const grant = systemGrant(ctx, "questionnaire.publish");
    const forged = { ...grant, organisationId, actor: ctx.actor } as unknown as Grant;
    const other = await world.anotherOrganisation();
    await expect(store.tx(organisationId, (tx) => recordAuditEvent(tx, forged, event, ctx.now))).rejects.toThrow("not a Grant");
    await expect(store.tx(other, (tx) => recordAuditEvent(tx, grant, event, ctx.now))).rejects.toThrow("The transaction is of");
    await expect(store.systemTx((tx) => recordAuditEvent(tx, grant, event, ctx.now))).rejects.toThrow("of no organisation");
    expect(await entriesOf(world)).toHaveLength(1);
  });

  it("records that something sensitive was read, in a transaction of its own", async () => {
    const world = await aWorld({ engine });
    const ctx = await world.asPerson(["compliance_officer"]);
    const grant = authorize(ctx, "evidence.download", { type: "evidence", organisationId: world.organisationId, vendorId: "ven_1" });
    await recordRead(ctx, grant, {
      type: "report.downloaded",
      objectId: "rep_1",
      vendorId: "ven_1",
      data: { form: "full", sha256: "0".repeat(64) },
    });
    expect((await entriesOf(world)).at(-1)).toMatchObject({ type: "report.downloaded", actorId: ctx.actor.personId });
  });
});

describe("the written form of an entry", () => {
  it("sorts members, keeps lists, leaves out what is undefined, and writes no white space", () => {
    expect(canonicalJson({ b: [2, 1, { d: null, c: "ü\n" }], a: undefined, A: true })).toBe('{"A":true,"b":[2,1,{"c":"ü\\n","d":null}]}');
  });

  it("refuses what JSON would silently lose", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, new Date(0), () => 1, undefined, 1n, Symbol("s")])
      expect(() => canonicalJson({ value: [value] })).toThrow("An audit entry cannot hold");
  });

  it("is read back by the vocabulary of events", () => {
    expect(auditEventSchema.parse(JSON.parse(canonicalJson(event)))).toEqual(event);
  });
});
