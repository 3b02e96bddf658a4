// The store's contract, the same on every engine.
import { eq, type Placeholder, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { DomainError, isDomainError } from "#app/domain/errors.ts";
import { prepared, type Reader, type Store, type Tx } from "#app/server/platform/store.server.ts";
import { onEveryEngine, onEveryServer } from "#tests/support/engines.ts";
import { aWorld, type World } from "#tests/support/world.ts";

async function addTerm(tx: Tx, organisationId: string, term: string): Promise<void> {
  await tx.db.insert(tx.t.vendorTerms).values({ organisationId, term, vendorId: "ven_1" });
}

async function terms(read: Reader, organisationId: string): Promise<string[]> {
  const { vendorTerms } = read.t;
  const rows = await read.db.select({ term: vendorTerms.term }).from(vendorTerms).where(eq(vendorTerms.organisationId, organisationId));
  return rows.map(({ term }) => term).sort();
}

/** Reads a counter and writes it back one higher: loses counts unless transactions of an organisation are serial. */
async function countUp(store: Store, organisationId: string): Promise<void> {
  await store.tx(organisationId, async (tx) => {
    const { vendorTallies } = tx.t;
    const mine = eq(vendorTallies.organisationId, organisationId);
    const [row] = await tx.db.select({ vendors: vendorTallies.vendors }).from(vendorTallies).where(mine);
    const none = { tier: 1, residual: "", grade: "", standing: "active", category: "other" };
    if (row === undefined) await tx.db.insert(vendorTallies).values({ organisationId, ...none, vendors: 1 });
    else
      await tx.db
        .update(vendorTallies)
        .set({ vendors: row.vendors + 1 })
        .where(mine);
  });
}

onEveryEngine("the store", (engine) => {
  let world: World;
  let store: Store;
  beforeAll(async () => {
    world = await aWorld({ engine });
    store = world.store;
  });

  it("keeps everything of a transaction or nothing", async () => {
    const organisationId = await world.anotherOrganisation();
    const refused = store.tx(organisationId, async (tx) => {
      await addTerm(tx, organisationId, "lost");
      throw new DomainError("conflict", "Somebody was faster.");
    });
    await expect(refused).rejects.toSatisfy((error) => isDomainError(error, "conflict"));
    await store.tx(organisationId, (tx) => addTerm(tx, organisationId, "kept"));
    expect(await terms(store.read, organisationId)).toEqual(["kept"]);
  });

  it("undoes everything when the database itself refuses a row", async () => {
    const organisationId = await world.anotherOrganisation();
    const refused = store.tx(organisationId, async (tx) => {
      await addTerm(tx, organisationId, "once");
      await addTerm(tx, organisationId, "once");
    });
    await expect(refused).rejects.toThrow(/unique/i);
    expect(await terms(store.read, organisationId)).toEqual([]);
  });

  it("gives as many rows as each call asks for, prepared or not, none and all included", async () => {
    const organisationId = await world.anotherOrganisation();
    const all = ["a", "b", "c", "d"];
    await store.tx(organisationId, async (tx) => {
      for (const term of all) await addTerm(tx, organisationId, term);
    });
    const { db, t } = store.read;
    const some = (limit: number | Placeholder) =>
      db
        .select({ term: t.vendorTerms.term })
        .from(t.vendorTerms)
        .where(eq(t.vendorTerms.organisationId, organisationId))
        .orderBy(t.vendorTerms.term)
        .limit(limit);
    const query = some(sql.placeholder("limit")).prepare("some_terms");
    for (const limit of [1, 3, 0, 9, 1]) {
      const expected = all.slice(0, limit).map((term) => ({ term }));
      expect(await some(limit)).toEqual(expected);
      expect(await query.execute({ limit })).toEqual(expected);
    }
  });

  it("lets a transaction see what it wrote itself", async () => {
    const organisationId = await world.anotherOrganisation();
    const seen = await store.tx(organisationId, async (tx) => {
      await addTerm(tx, organisationId, "mine");
      return terms(tx, organisationId);
    });
    expect(seen).toEqual(["mine"]);
  });

  it("refuses every door inside a transaction at once, instead of waiting for itself", async () => {
    const { organisationId } = world;
    await store.tx(organisationId, async () => {
      await expect(store.tx(organisationId, async () => 1)).rejects.toThrow("store.tx inside a transaction");
      await expect(store.systemTx(async () => 1)).rejects.toThrow("store.systemTx inside a transaction");
      expect(() => store.read).toThrow("store.read inside a transaction");
    });
    expect(await store.tx(organisationId, async () => "open again")).toBe("open again");
  });

  it("refuses a transaction that is used after its end", async () => {
    let kept: Tx | undefined;
    await store.tx(world.organisationId, async (tx) => {
      kept = tx;
    });
    expect(() => kept?.db).toThrow("This transaction is over");
  });

  it("runs 50 transactions of one organisation at once without losing a count", async () => {
    const organisationId = await world.anotherOrganisation();
    await Promise.all(Array.from({ length: 50 }, () => countUp(store, organisationId)));
    const { vendorTallies } = store.read.t;
    const [row] = await store.read.db.select().from(vendorTallies).where(eq(vendorTallies.organisationId, organisationId));
    expect(row?.vendors).toBe(50);
  });

  it("gives back what was stored: instants, bytes, JSON with its order, booleans as they are", async () => {
    const at = new Date("2026-02-28T23:59:59.123Z");
    const payload = { z: 1, a: [true, null, "é \u{1f512}"], nested: { b: 0.1 } };
    const id = world.portal.ids.next("job");
    await store.systemTx(async (tx) => {
      const row = { id, organisationId: world.organisationId, kind: "k", key: id, payload, state: "done" as const };
      await tx.db.insert(tx.t.jobs).values({ ...row, runAt: at, attempts: 0, createdAt: at });
    });
    const { jobs } = store.read.t;
    const [row] = await store.read.db.select().from(jobs).where(eq(jobs.id, id));
    expect(row).toMatchObject({ runAt: at, leasedUntil: null, state: "done" });
    expect(JSON.stringify(row?.payload)).toBe(JSON.stringify(payload));
  });

  it("sorts text as bytes, so that both engines page alike", async () => {
    const organisationId = await world.anotherOrganisation();
    const words = ["b", "a", "B", "ä", "a b", "ab", "_", "Z", "ß", "10", "9"];
    await store.tx(organisationId, async (tx) => {
      for (const word of words) await addTerm(tx, organisationId, word);
    });
    const { vendorTerms } = store.read.t;
    const rows = await store.read.db
      .select({ term: vendorTerms.term })
      .from(vendorTerms)
      .where(eq(vendorTerms.organisationId, organisationId))
      .orderBy(vendorTerms.term);
    expect(rows.map(({ term }) => term)).toEqual([...words].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });

  it("prepares a hot read once per connection, and inside a transaction it sees the transaction", async () => {
    const organisationId = await world.anotherOrganisation();
    let builds = 0;
    const read = (from: Reader) =>
      prepared(from, "terms_of_organisation", ({ db, t }, key) => {
        builds += 1;
        const mine = eq(t.vendorTerms.organisationId, sql.placeholder("organisationId"));
        return db.select({ term: t.vendorTerms.term }).from(t.vendorTerms).where(mine).prepare(key);
      }).execute({ organisationId });
    await store.tx(organisationId, async (tx) => {
      await addTerm(tx, organisationId, "new");
      expect(await read(tx)).toEqual([{ term: "new" }]);
      expect(await read(tx)).toEqual([{ term: "new" }]);
    });
    expect(await read(store.read)).toEqual([{ term: "new" }]);
    expect(await read(store.read)).toEqual([{ term: "new" }]);
    expect(builds).toBe(2);
  });

  it("answers a ping, and has no migration left to run", async () => {
    await store.ping();
    expect(await store.pendingMigrations()).toEqual([]);
  });

  it("says that it is unavailable once it is closed", async () => {
    const other = await aWorld({ engine });
    await other.store.close();
    const isUnavailable = (error: unknown) => isDomainError(error, "unavailable");
    await expect(other.store.tx(other.organisationId, async () => 1)).rejects.toSatisfy(isUnavailable);
    await expect(other.store.ping()).rejects.toSatisfy(isUnavailable);
    await expect(terms(other.store.read, other.organisationId)).rejects.toSatisfy(isUnavailable);
  });
});

onEveryServer("readers beside a transaction", 1, (engine) => {
  it("see only what is committed, and do not wait for it", async () => {
    const { store, organisationId } = await aWorld({ engine });
    let finish: () => void = () => undefined;
    const mayFinish = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let begun: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const running = store.tx(organisationId, async (tx) => {
      await addTerm(tx, organisationId, "open");
      begun();
      await mayFinish;
    });
    await hasBegun;
    expect(await terms(store.read, organisationId)).toEqual([]);
    finish();
    await running;
    expect(await terms(store.read, organisationId)).toEqual(["open"]);
  });
});

describe("types", () => {
  it("a reader does not pass for a transaction, a transaction passes for a reader", () => {
    const takesReader = (_: Reader) => true;
    const takesTx = (_: Tx) => true;
    const check = (reader: Reader, tx: Tx) => {
      takesReader(tx);
      // @ts-expect-error a Reader has no right to write
      takesTx(reader);
      // @ts-expect-error reading builds no insert
      reader.db.insert;
    };
    expect(check).toBeTypeOf("function");
  });
});
