// Registering a vendor: four fields, duplicates, careful answers, services already in use.
import { expect, it } from "vitest";
import { findInherentRisk, getEngagement } from "#app/server/vendors/engagements.queries.server.ts";
import { findPossibleDuplicates } from "#app/server/vendors/find-possible-duplicates.server.ts";
import { getVendor } from "#app/server/vendors/vendors.queries.server.ts";
import { listContacts } from "#app/server/vendors/vendors.repo.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aVendorWorld, refusalOf } from "./a-vendor-world.ts";

onEveryEngine("Registering a vendor", (engine) => {
  it("takes four fields, and the careful answers of its category make it tier 1", async () => {
    const world = await aVendorWorld({ engine });
    const { vendorId, engagementId, contactId } = await world.register();
    const vendor = await getVendor(world.store.read, world.organisationId, vendorId);
    expect(vendor).toMatchObject({
      name: "Quillpay Checkout B.V.",
      domain: "quillpay.example",
      tier: 1,
      standing: "screening",
      engagementId,
    });
    const engagement = await getEngagement(world.store.read, world.organisationId, engagementId);
    expect(engagement).toMatchObject({ status: "screening", tier: 1, wentLiveOn: null });
    expect(engagement.facts).toMatchObject({ personal_data: 3, card: 4, access: 3, money: 4, dependency: 4, category: "payment", tier: 1 });
    const contacts = await listContacts(world.store.read, world.organisationId, vendorId);
    expect(contacts).toMatchObject([{ id: contactId, email: "security@quillpay.example" }]);
  });

  it("marks what nobody answered as assumed, and what somebody answered not", async () => {
    const world = await aVendorWorld({ engine });
    const { engagementId } = await world.register({ category: "other", irqAnswers: { card: "could_affect", personal_data: "contacts" } });
    const irq = await findInherentRisk(world.store.read, world.organisationId, engagementId);
    expect(irq?.assumed.sort()).toEqual(["access", "dependency", "money", "personal_data"]);
    expect(irq).toMatchObject({ revision: 1, computedTier: 2, confirmedAt: null });
  });

  it("refuses an answer the questionnaire does not have, and saves nothing", async () => {
    const world = await aVendorWorld({ engine });
    const refusal = await refusalOf(world.register({ irqAnswers: { card: "perhaps", surprise: "yes" } }));
    expect(refusal.code).toBe("invalid");
    expect(Object.keys(refusal.data.fields as object).sort()).toEqual(["irq_card", "irq_surprise"]);
    expect(await world.store.read.db.$count(world.store.read.t.vendors)).toBe(0);
  });

  it.each([
    ["the same domain", { name: "Other Name", website: "https://checkout.quillpay.example" }, "domain"],
    [
      "the same registration number, written differently",
      { name: "Other Name", website: undefined, registrationId: "nl 85.12-34" },
      "registration_id",
    ],
    ["the same name without its legal form", { name: "QUILLPAY  Checkout bv", website: undefined }, "name"],
    ["a name that continues it", { name: "Quillpay Checkout Payouts", website: undefined }, "similar_name"],
  ])("shows a possible duplicate by %s before anything is saved", async (_, input, because) => {
    const world = await aVendorWorld({ engine });
    const first = await world.register({ registrationId: "NL851234" });
    const found = await findPossibleDuplicates(world.procurement, input);
    expect(found).toMatchObject([{ vendorId: first.vendorId, because: expect.arrayContaining([because]) }]);
    expect((await refusalOf(world.register(input))).code).toBe("conflict");
    expect(await world.store.read.db.$count(world.store.read.t.vendors)).toBe(1);
    await world.register({ ...input, ignoreDuplicates: true });
    expect(await world.store.read.db.$count(world.store.read.t.vendors)).toBe(2);
  });

  it("lets a service already in use enter as active, not assessed, with the day it went live", async () => {
    const world = await aVendorWorld({ engine });
    const { vendorId, engagementId } = await world.register({ wentLiveOn: "2024-03-01" });
    expect(await getEngagement(world.store.read, world.organisationId, engagementId)).toMatchObject({
      status: "active_not_assessed",
      wentLiveOn: "2024-03-01",
    });
    expect(await getVendor(world.store.read, world.organisationId, vendorId)).toMatchObject({
      standing: "active_not_assessed",
      residual: null,
    });
    const ahead = await refusalOf(world.register({ name: "Later", website: undefined, wentLiveOn: "2027-01-01" }));
    expect(ahead).toMatchObject({ code: "invalid", data: { fields: { wentLiveOn: expect.any(String) } } });
  });

  it("is for procurement and compliance: a business owner is refused, another organisation's vendor does not exist", async () => {
    const world = await aVendorWorld({ engine });
    const { vendorId } = await world.register();
    const refused = await refusalOf(findPossibleDuplicates(world.owner, { name: "X" }));
    expect(refused.code).toBe("forbidden");
    const other = await world.anotherOrganisation();
    expect((await refusalOf(getVendor(world.store.read, other, vendorId))).code).toBe("not_found");
  });
});
