// The stories of the demo's vendors. Times are days before today; every company is invented.
import type { PersonVerb } from "#app/server/vendors/change-engagement-status.server.ts";
import { meetFirstCondition, sendLetter } from "./aftermath.ts";
import { ask, close, countersign, decide, review } from "./desk.ts";
import { confirmFirstDuty } from "./duties.ts";
import { closeDeclined, closeFixed, planRemedies, reportFixes } from "./findings.ts";
import { attestationKind, recordPci } from "./pci.ts";
import { renew } from "./renewals.ts";
import type { DemoVendor, Sent, Stage } from "./stage.ts";
import { atDay, type Tell } from "./story-times.ts";
import type { Story } from "./timeline.ts";

/** As proposed at tiers 1 to 3: the general questions beside the pack of the trade; the short ones alone for the rest. */
const packs = {
  payment: ["core-security", "payment-provider"],
  hosting: ["core-security", "hosting-provider"],
  inventory: ["core-security", "inventory-logistics"],
  other: ["starter"],
} as const;

type Quality = "good" | "mixed" | "bad";

export interface Scene {
  stage: Stage;
  at: Tell;
  vendor: DemoVendor;
  /** lapsed: its attestation ran out and no newer one came. forgotten: nobody recorded it. */
  pci?: "lapsed" | "forgotten";
  /** The first condition of its decision is met meanwhile. */
  meets?: true;
}

/** Days between a vendor's attestation and its answers. */
const attestationAge = { lapsed: 120, current: 30 } as const;

/** Registered, and nothing else yet. */
export async function* registered({ stage, at, vendor }: Scene): Story {
  yield at(-6, 10);
  await stage.register(vendor);
}

/** In use before anybody looked: the catch-up case (PCI DSS 4.0.1 12.8.3). */
export async function* foundInUse({ stage, at, vendor }: Scene, daysAgo: number): Story {
  yield at(-40, 9);
  await stage.register(vendor, at(-daysAgo).toISOString().slice(0, 10));
}

/** Sent, not opened; `days` to answer. */
export async function* sentOnly({ stage, at, vendor }: Scene, sentDay: number, days: number): Story {
  yield at(sentDay - 2, 11);
  const known = await stage.register(vendor);
  yield at(sentDay, 9);
  await stage.settleInherentRisk(known.engagementId);
  await stage.send(known, packs[vendor.category], days);
}

/** The vendor answered a share and stopped for now. */
export async function* answering({ stage, at, vendor }: Scene, share: number): Story {
  yield at(-12, 14);
  const known = await stage.register(vendor);
  await stage.settleInherentRisk(known.engagementId);
  yield at(-11, 9);
  const sent = await stage.send(known, packs[vendor.category], 20);
  yield at(-4, 15);
  await stage.answer(await stage.open(sent, vendor.contact), packs[vendor.category].at(-1)!, "mixed", share);
}

/** From registering to submitted answers; the last step is on `day`. */
async function* untilSubmitted({ stage, at, vendor, pci }: Scene, day: number, quality: Quality): AsyncGenerator<Date, Sent, void> {
  yield at(day - 19, 10);
  const known = await stage.register(vendor);
  yield at(day - 18, 10);
  await stage.settleInherentRisk(known.engagementId);
  await stage.recordContract(known.engagementId);
  const sent = await stage.send(known, packs[vendor.category], 20);
  yield at(day - 1, 16);
  const ages = { [attestationKind]: pci === "lapsed" ? attestationAge.lapsed : attestationAge.current };
  for (const asked of packs[vendor.category]) {
    await stage.answer(await stage.open(sent, vendor.contact), asked, quality, 1, ages);
  }
  yield at(day, 9);
  await stage.submit(await stage.open(sent, vendor.contact), "Head of Security");
  return sent;
}

export async function* submitted(scene: Scene, day: number, quality: Quality): Story {
  yield* untilSubmitted(scene, day, quality);
}

export async function* inReview(scene: Scene, day: number): Story {
  const { stage, at } = scene;
  const { assessmentId, engagementId } = yield* untilSubmitted(scene, day, "mixed");
  yield at(day + 2, 14);
  await review(stage, assessmentId, { verified: 0.3, share: 0.5 });
  yield at(day + 4, 10);
  await planRemedies(stage, engagementId);
}

export async function* inClarification(scene: Scene, day: number): Story {
  const { stage, at } = scene;
  const { assessmentId, engagementId } = yield* untilSubmitted(scene, day, "mixed");
  yield at(day + 3, 11);
  await review(stage, assessmentId, { verified: 0.5, share: 0.3 });
  await ask(stage, assessmentId, 3);
  yield at(day + 6, 10);
  await planRemedies(stage, engagementId);
}

async function* reviewed(scene: Scene, day: number, quality: Quality): AsyncGenerator<Date, Sent, void> {
  const { stage, at } = scene;
  const sent = yield* untilSubmitted(scene, day, quality);
  yield at(day + 3, 10);
  await review(stage, sent.assessmentId, { verified: quality === "good" ? 0.9 : 0.4 });
  await close(stage, sent.assessmentId);
  if (scene.pci !== "forgotten") await recordPci(stage, sent.engagementId, quality !== "bad");
  return sent;
}

export async function* awaitingDecision(scene: Scene, day: number): Story {
  yield* reviewed(scene, day, "good");
}

export async function* awaitingSecond(scene: Scene, day: number): Story {
  const { assessmentId } = yield* reviewed(scene, day, "good");
  yield scene.at(day + 4, 15);
  await decide(scene.stage, assessmentId, { outcome: "approved", rationale: "Good answers, proven by current documents." });
}

export interface Moved {
  verb: PersonVerb;
  after: number;
  reason: string;
}

/** Decided and in use, its documents renewed month by month, or declined; with `then` a step on the engagement afterwards. */
export async function* decided(scene: Scene, day: number, quality: Quality, then?: Moved[]): Story {
  const { stage, at } = scene;
  const sent = yield* reviewed(scene, day, quality);
  const { assessmentId } = sent;
  yield at(day + 4, 15);
  const dueOn = at(day + 120)
    .toISOString()
    .slice(0, 10);
  const signed =
    quality === "bad"
      ? await decide(stage, assessmentId, {
          outcome: "declined",
          rationale: "A knock-out failed and the vendor names no day for a remedy.",
        })
      : quality === "mixed"
        ? await decide(stage, assessmentId, {
            outcome: "approved_with_conditions",
            rationale: "The gaps are known, owned and dated.",
            conditions: [
              { text: "Second factor for every administrator, with an export as proof", when: "by_date", dueOn },
              { text: "The penetration test is repeated and its report sent to us", when: "by_date", dueOn },
            ],
          })
        : await decide(stage, assessmentId, { outcome: "approved", rationale: "Good answers, proven by current documents." });
  if (signed.status === "awaiting_second") {
    yield at(day + 5, 11);
    await countersign(stage, signed);
  }
  for (const { after, hour, run } of afterwards(scene, sent, quality, then ?? [], -day)) {
    yield at(day + after, hour);
    await run();
  }
}

interface Later {
  after: number;
  hour: number;
  run(): Promise<void>;
}

/** What happens once it is decided, in order of time: findings are mended, documents renewed, the engagement is moved. */
function afterwards({ stage, vendor, pci, meets }: Scene, sent: Sent, quality: Quality, then: Moved[], daysSince: number): Later[] {
  const { engagementId, assessmentId } = sent;
  const told: Later = { after: 6, hour: 9, run: () => sendLetter(stage, assessmentId) };
  if (quality === "bad") return [told, { after: 7, hour: 11, run: () => closeDeclined(stage, engagementId) }];
  const mended: Later[] = [
    told,
    ...(meets ? [{ after: 46, hour: 11, run: () => meetFirstCondition(stage, assessmentId) }] : []),
    { after: 10, hour: 14, run: () => planRemedies(stage, engagementId) },
    { after: 44, hour: 10, run: () => reportFixes(stage, engagementId) },
    { after: 47, hour: 15, run: () => closeFixed(stage, engagementId) },
  ];
  const renewed: Later[] = [];
  for (let after = 30; after < (then[0]?.after ?? daysSince); after += 30) {
    renewed.push({
      after,
      hour: 13,
      async run() {
        await renew(stage, sent, vendor.contact, pci === "lapsed" ? [attestationKind] : []);
        if (pci !== "forgotten") await recordPci(stage, engagementId);
      },
    });
  }
  const confirmed: Later = { after: 20, hour: 9, run: () => confirmFirstDuty(stage, sent.vendorId) };
  const moves = then.map(({ verb, after, reason }) => ({ after, hour: 10, run: () => stage.move(engagementId, verb, reason) }));
  const all = [...(quality === "mixed" ? mended : []), ...renewed, confirmed, ...moves];
  return all.filter(({ after }) => after < daysSince).sort((a, b) => a.after - b.after || a.hour - b.hour);
}

/** Registered, then moved by hand. */
async function* moved({ stage, at, vendor }: Scene, verb: PersonVerb, reason: string): Story {
  yield at(-60, 10);
  const { engagementId } = await stage.register(vendor);
  yield at(-50, 10);
  await stage.move(engagementId, verb, reason);
}

export const vendor = (name: string, domain: string, category: DemoVendor["category"], contact: string, service?: string): DemoVendor => ({
  name,
  domain: `${domain}.example`,
  category,
  contact,
  service,
});

export function stories(stage: Stage, today: Date): Story[] {
  const at = atDay(today);
  const scene = (...known: Parameters<typeof vendor>): Scene => ({ stage, at, vendor: vendor(...known) });
  return [
    decided(scene("Quillpay Checkout B.V.", "quillpay", "payment", "Marguerite Pell", "Hosted payment page"), -330, "good"),
    decided({ ...scene("Copperwren Fraud Shield", "copperwren", "payment", "Anselm Roth"), meets: true }, -90, "mixed"),
    decided(scene("Wickford Wallet", "wickford", "payment", "Tamsin Vale"), -45, "bad"),
    decided(scene("Glasswater Hosting", "glasswater", "hosting", "Ondrej Simek"), -200, "good"),
    decided({ ...scene("Peregrine Edge CDN", "peregrine-edge", "hosting", "Dagny Moe"), pci: "forgotten" }, -70, "mixed"),
    decided({ ...scene("Moorland Cloud", "moorland", "hosting", "Elif Aydin"), pci: "lapsed" }, -300, "good", [
      { verb: "suspend", after: 250, reason: "Incident reported by the vendor" },
    ]),
    decided(scene("Harbourlight Freight", "harbourlight", "inventory", "Caspar Lind"), -250, "good"),
    decided(scene("Thimble & Crate 3PL", "thimblecrate", "inventory", "Rosa Benedetti"), -110, "mixed"),
    decided(scene("Oldgate Stock Systems", "oldgate", "inventory", "Hanne Dahl"), -240, "good", [
      { verb: "offboard", after: 200, reason: "Replaced by Harbourlight Freight" },
    ]),
    decided(scene("Sorrel Label Printing", "sorrel", "other", "Mika Laine"), -150, "good"),
    decided(scene("Plainsong Newsletter", "plainsong", "other", "Noor Haddad"), -120, "mixed"),
    decided(scene("Larkspur Returns", "larkspur", "inventory", "Janek Wolski"), -310, "good", [
      { verb: "offboard", after: 200, reason: "Contract ended" },
      { verb: "finish_offboarding", after: 230, reason: "Data destroyed, certificate received" },
    ]),
    awaitingSecond(scene("Fenwick Acquiring", "fenwick", "payment", "Leopold Stern"), -9),
    awaitingDecision(scene("Saltmarsh DNS", "saltmarsh", "hosting", "Yara Coelho"), -7),
    inReview(scene("Tallow Payouts", "tallow", "payment", "Bruno Keller"), -6),
    inClarification(scene("Rookery Warehousing", "rookery", "inventory", "Greta Holm"), -8),
    submitted(scene("Nettlebed Backup", "nettlebed", "hosting", "Arvid Sund"), -2, "mixed"),
    submitted(scene("Dovecote Connector", "dovecote", "inventory", "Lucia Ferrer"), -3, "good"),
    answering(scene("Pinnace Gateway", "pinnace", "payment", "Otto Brandt"), 0.5),
    answering(scene("Yarrow Observability", "yarrow", "hosting", "Sunniva Berg"), 0.2),
    sentOnly(scene("Stockhaven Fulfilment", "stockhaven", "inventory", "Pavel Novotny"), -30, 20),
    foundInUse(scene("Tarnlight DNS", "tarnlight", "hosting", "Moritz Ebner"), 800),
    foundInUse(scene("Parcelmoth Logistics", "parcelmoth", "inventory", "Ines Carvalho"), 1400),
    moved(scene("Bramblegate Marketing Cloud", "bramblegate", "other", "Signe Falk"), "withdraw", "The team chose another service"),
    moved(scene("Cinderford Loyalty", "cinderford", "other", "Petra Novak"), "hold", "Budget decided in the new quarter"),
    registered(scene("Marigold Gift Cards", "marigold", "payment", "Hugo Winter")),
    sentOnly(scene("Fennel Payments", "fennelpay", "payment", "Livia Tarrant"), -1, 14),
  ];
}
