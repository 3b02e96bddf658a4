// The stories of the demo's vendors. Times are days before today; every company is invented.

import type { DemoVendor, Stage } from "./stage.ts";
import { atDay, type Tell } from "./story-times.ts";
import type { Story } from "./timeline.ts";

const pack = { payment: "payment-provider", hosting: "hosting-provider", inventory: "inventory-logistics", other: "starter" } as const;

/** Registered, and nothing else yet. */
async function* registered(stage: Stage, at: Tell, vendor: DemoVendor): Story {
  yield at(-6, 10);
  await stage.register(vendor);
}

/** In use before anybody looked: the catch-up case (PCI DSS 4.0.1 12.8.3). */
async function* foundInUse(stage: Stage, at: Tell, vendor: DemoVendor, daysAgo: number): Story {
  yield at(-40, 9);
  await stage.register(vendor, at(-daysAgo).toISOString().slice(0, 10));
}

/** Sent, not opened; `days` to answer. */
async function* sentOnly(stage: Stage, at: Tell, vendor: DemoVendor, sentDay: number, days: number): Story {
  yield at(sentDay - 2, 11);
  const known = await stage.register(vendor);
  yield at(sentDay, 9);
  await stage.settleInherentRisk(known.engagementId);
  await stage.send(known, [pack[vendor.category]], days);
}

/** The vendor answered a share and stopped for now. */
async function* answering(stage: Stage, at: Tell, vendor: DemoVendor, share: number): Story {
  yield at(-12, 14);
  const known = await stage.register(vendor);
  await stage.settleInherentRisk(known.engagementId);
  yield at(-11, 9);
  const sent = await stage.send(known, [pack[vendor.category]], 20);
  yield at(-4, 15);
  const contact = await stage.open(sent, vendor.contact);
  await stage.answer(contact, pack[vendor.category], "mixed", share);
}

/** Submitted and waiting for a reviewer. */
async function* submitted(stage: Stage, at: Tell, vendor: DemoVendor, quality: "good" | "mixed" | "bad"): Story {
  yield at(-30, 10);
  const known = await stage.register(vendor);
  yield at(-29, 10);
  await stage.settleInherentRisk(known.engagementId);
  const sent = await stage.send(known, [pack[vendor.category]], 20);
  yield at(-12, 16);
  const contact = await stage.open(sent, vendor.contact);
  await stage.answer(contact, pack[vendor.category], quality);
  yield at(-11, 9);
  await stage.submit(await stage.open(sent, vendor.contact), "Head of Security");
}

export function stories(stage: Stage, today: Date): Story[] {
  const at = atDay(today);
  return [
    registered(stage, at, { name: "Bramblegate Marketing Cloud", domain: "bramblegate.example", category: "other", contact: "Signe Falk" }),
    foundInUse(stage, at, { name: "Tarnlight DNS", domain: "tarnlight.example", category: "hosting", contact: "Moritz Ebner" }, 800),
    foundInUse(
      stage,
      at,
      { name: "Parcelmoth Logistics", domain: "parcelmoth.example", category: "inventory", contact: "Ines Carvalho" },
      1400,
    ),
    sentOnly(stage, at, { name: "Fennel Payments", domain: "fennelpay.example", category: "payment", contact: "Livia Tarrant" }, -1, 14),
    sentOnly(
      stage,
      at,
      { name: "Stockhaven Fulfilment", domain: "stockhaven.example", category: "inventory", contact: "Pavel Novotny" },
      -30,
      20,
    ),
    answering(stage, at, { name: "Rookery Warehousing", domain: "rookery.example", category: "inventory", contact: "Greta Holm" }, 0.5),
    submitted(
      stage,
      at,
      { name: "Copperwren Fraud Shield", domain: "copperwren.example", category: "payment", contact: "Marguerite Pell" },
      "mixed",
    ),
    submitted(
      stage,
      at,
      { name: "Glasswater Hosting", domain: "glasswater.example", category: "hosting", contact: "Ondrej Simek" },
      "good",
    ),
  ];
}
