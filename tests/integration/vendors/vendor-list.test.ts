// The vendor list: no page loses or repeats a vendor, whatever the sorting, filter and direction; counts are what a recount finds.
import fc from "fast-check";
import { expect, it } from "vitest";
import { vendorListRequest } from "#app/domain/vendor/vendor-list.schema.ts";
import { type VendorFilter, type VendorListRequest, vendorListAddress, vendorSorts } from "#app/domain/vendor/vendor-list.ts";
import { listVendorPage, viewVendors } from "#app/server/vendors/list-vendors.queries.server.ts";
import { updateVendor } from "#app/server/vendors/vendors.repo.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aVendorWorld, type VendorWorld } from "./a-vendor-world.ts";

/** Vendors with equal names, equal scores, missing values: what makes paging go wrong. */
async function withVendors(world: VendorWorld, count: number, seed: number): Promise<string[]> {
  const random = fc.sample(
    fc.record({
      scoreBps: fc.option(fc.constantFrom(0, 5000, 5000, 7100, 10_000), { nil: null }),
      nextReviewOn: fc.option(fc.constantFrom("2026-12-01", "2026-12-01", "2027-03-15"), { nil: null }),
      residual: fc.option(fc.constantFrom("low" as const, "critical" as const), { nil: null }),
      tier: fc.constantFrom(1, 2, 3, 4),
    }),
    { numRuns: count, seed },
  );
  const ids: string[] = [];
  for (const [index, change] of random.entries()) {
    const name = `${["Amber", "Birch", "Cedar"][index % 3]} ${["Pay", "Host"][index % 2]}`;
    const { vendorId } = await world.register({
      name,
      website: undefined,
      category: index % 2 ? "hosting" : "other",
      ignoreDuplicates: true,
    });
    await world.store.systemTx((tx) => updateVendor(tx, world.organisationId, vendorId, change));
    ids.push(vendorId);
    if (index % 4 === 0) world.clock.advance({ milliseconds: 1000 });
  }
  return ids;
}

async function readAll(world: VendorWorld, request: VendorListRequest, size: number): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: VendorListRequest = request;
  for (;;) {
    const page = await listVendorPage(world.store.read, world.organisationId, cursor, size);
    pages.push(page.rows.map(({ id }) => id));
    if (page.next === undefined) return pages;
    cursor = { ...request, after: page.next };
  }
}

async function readBack(world: VendorWorld, request: VendorListRequest, size: number, from: string): Promise<string[]> {
  const ids: string[] = [];
  let before: string | undefined = from;
  while (before !== undefined) {
    const page = await listVendorPage(world.store.read, world.organisationId, { ...request, before }, size);
    ids.unshift(...page.rows.map(({ id }) => id));
    expect(page.next).toBeDefined();
    before = page.previous;
  }
  return ids;
}

onEveryEngine("The vendor list", (engine) => {
  it("loses no vendor and repeats none, forwards and backwards, in every sorting and with every filter", async () => {
    const world = await aVendorWorld({ engine });
    const ids = await withVendors(world, 23, 7);
    const filters: VendorFilter[] = [
      {},
      { category: "hosting" },
      { tier: 1 },
      { residual: "critical" },
      { q: "birch" },
      { standing: "screening" },
    ];
    for (const sort of vendorSorts) {
      for (const filter of filters) {
        const whole = (await readAll(world, { filter, sort }, 200)).flat();
        expect(new Set(whole).size).toBe(whole.length);
        if (Object.keys(filter).length === 0) expect([...whole].sort()).toEqual([...ids].sort());
        for (const size of [1, 3, 7]) {
          const pages = await readAll(world, { filter, sort }, size);
          expect(pages.flat(), `${sort} by ${size}`).toEqual(whole);
          expect(pages.slice(0, -1).every((page) => page.length === size)).toBe(true);
        }
        const last = await listVendorPage(world.store.read, world.organisationId, { filter, sort }, 200);
        const end = last.rows.at(-1);
        if (!end) continue;
        const beforeLast = (await readAll(world, { filter, sort }, 5)).flat();
        const page = await endOf(world, { filter, sort });
        if (page.previous !== undefined) {
          const back = await readBack(world, { filter, sort }, 4, page.previous);
          expect(back).toEqual(beforeLast.slice(0, back.length));
          expect(back.length + page.count).toBe(whole.length);
        }
      }
    }
  });

  it("puts vendors without a score or a review day last", async () => {
    const world = await aVendorWorld({ engine });
    await withVendors(world, 12, 3);
    for (const [sort, column] of [
      ["score", "scoreBps"],
      ["next_review", "nextReviewOn"],
    ] as const) {
      const { rows } = await listVendorPage(world.store.read, world.organisationId, { filter: {}, sort }, 50);
      const values = rows.map((row) => row[column]);
      const known = values.filter((value) => value !== null);
      expect(values).toEqual([...[...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)), ...values.filter((value) => value === null)]);
    }
  });

  it.each(["after", "before"])("begins at its beginning when “%s” is no place, or one of another sorting", async (side) => {
    const world = await aVendorWorld({ engine });
    await withVendors(world, 3, 1);
    const places = [
      "x",
      "W10",
      btoa(JSON.stringify(["name", "id"])),
      btoa(JSON.stringify([99_999_999_999, "id"])),
      btoa(JSON.stringify([5, "a\0b"])),
    ];
    for (const sort of vendorSorts) {
      for (const place of places) {
        const { rows } = await listVendorPage(world.store.read, world.organisationId, { filter: {}, sort, [side]: place }, 50);
        expect(rows.length).toBeLessThanOrEqual(3);
      }
    }
  });

  it("finds a vendor by the beginning of any word of its name or domain, with or without accents", async () => {
    const world = await aVendorWorld({ engine });
    await world.register({ name: "Møller & Sœur Crêperie", website: "https://pay.moller.example" });
    await world.register({ name: "Other", website: undefined, category: "other", ignoreDuplicates: true });
    const found = async (q: string) =>
      (await listVendorPage(world.store.read, world.organisationId, { filter: { q }, sort: "name" }, 50)).rows.map(({ name }) => name);
    for (const q of ["møl", "crep", "CRÊ", "crêperie", "pay.m", "moller", "Møller & S"])
      expect(await found(q), q).toEqual(["Møller & Sœur Crêperie"]);
    expect(await found("ller")).toEqual([]);
    expect(await found("%")).toEqual([]);
  });

  it("counts the tiers as a recount would, by residual risk or, unassessed, by inherent risk", async () => {
    const world = await aVendorWorld({ engine });
    await world.register();
    await world.register({ name: "Cedar Shelves", website: undefined, category: "inventory" });
    const { tallies } = await viewVendors(world.procurement, { filter: {}, sort: "name" });
    expect(tallies[1]).toEqual({ low: 0, medium: 0, high: 0, critical: 1 });
    expect(tallies[2]).toEqual({ low: 0, medium: 0, high: 1, critical: 0 });
    const filtered = await viewVendors(world.procurement, { filter: { category: "inventory", residual: "high" }, sort: "name" });
    expect(filtered.rows).toHaveLength(1);
    expect(filtered.tallies[1].critical + filtered.tallies[2].high).toBe(1);
  });

  it("shows nothing of another organisation", async () => {
    const world = await aVendorWorld({ engine });
    await world.register();
    const other = await world.anotherOrganisation();
    for (const sort of vendorSorts) {
      const { rows } = await listVendorPage(world.store.read, other, { filter: {}, sort }, 50);
      expect(rows).toEqual([]);
    }
  });
});

it("carries filters, sorting and place in its address, and reads them back", () => {
  const request = fc.record(
    {
      filter: fc.record(
        {
          q: fc.stringMatching(/^[a-zäöß&%+ ]{1,20}$/).map((text) => text.trim() || "x"),
          tier: fc.constantFrom(1 as const, 4 as const),
          category: fc.constantFrom("payment" as const, "other" as const),
          residual: fc.constantFrom("low" as const, "critical" as const),
          ownerId: fc.constant("per_1"),
        },
        { requiredKeys: [] },
      ),
      sort: fc.constantFrom(...vendorSorts),
      after: fc.constant("abc"),
    },
    { requiredKeys: ["filter", "sort"] },
  );
  fc.assert(
    fc.property(request, (given) => {
      const { searchParams } = new URL(vendorListAddress(given), "https://portal.example");
      expect(vendorListAddress(vendorListRequest(searchParams))).toBe(vendorListAddress(given));
    }),
    { seed: 11 },
  );
});

/** The last page of five, with its place. */
async function endOf(world: VendorWorld, request: VendorListRequest): Promise<{ previous: string | undefined; count: number }> {
  let cursor = request;
  for (;;) {
    const page = await listVendorPage(world.store.read, world.organisationId, cursor, 5);
    if (page.next === undefined) return { previous: page.previous, count: page.rows.length };
    cursor = { ...request, after: page.next };
  }
}
