// Services in use before they were assessed: each gets a day by tier, its task appears on that day, and nothing goes to a vendor by itself.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelAssessment } from "#app/server/assessments/sending/cancel-assessment.server.ts";
import { sendAssessment } from "#app/server/assessments/sending/send-assessment.server.ts";
import { viewHome } from "#app/server/home/home.queries.server.ts";
import { viewCalendar } from "#app/server/monitoring/calendar.queries.server.ts";
import { viewCatchUpPlan } from "#app/server/monitoring/catch-up-plan.queries.server.ts";
import { saveCatchUpPlan } from "#app/server/monitoring/save-catch-up-plan.server.ts";
import { sweepMonitoring } from "#app/server/monitoring/sweep-monitoring.server.ts";
import type { PersonContext } from "#app/server/platform/request-context.server.ts";
import { publishShippedQuestionnaires } from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";
import { changeEngagementStatus } from "#app/server/vendors/change-engagement-status.server.ts";
import { registerVendor } from "#app/server/vendors/register-vendor.server.ts";
import { viewVendorOverview } from "#app/server/vendors/vendor-overview.queries.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aServedWorld, type ServedWorld } from "#tests/support/served-world.ts";
import { aWorld, type World } from "#tests/support/world.ts";

type Registered = Awaited<ReturnType<typeof registerVendor>>;

/** Registered as already in use, by somebody with every right needed here. */
const inUse = (buyer: PersonContext, name: string, category: "payment" | "other", wentLiveOn: string): Promise<Registered> =>
  registerVendor(buyer, { name, category, contactEmail: `post@${name.toLowerCase().replace(/\W+/g, "-")}.example`, wentLiveOn });

const refreshed = (world: World, ctx: PersonContext): PersonContext => ({ ...ctx, now: world.clock.now() });

async function staffOf(world: World) {
  await publishShippedQuestionnaires(world.portal, world.organisationId, world.clock.now());
  const buyer = (await world.asPerson(["procurement"], "Ida Buyer")) as PersonContext;
  const officer = (await world.asPerson(["compliance_officer"], "Odile Marchbanks")) as PersonContext;
  return { buyer, officer };
}

const linesOf = async (ctx: PersonContext, perWeek?: number) =>
  (await viewCatchUpPlan(ctx, { perWeek, page: 1 })).rows.map(({ vendor, tier, on, state }) => [vendor, tier, on, state]);

const nothing = new Map<string, string>();

onEveryEngine("the catch-up plan", (engine) => {
  it("orders by tier, is saved once, and brings each service to Home, calendar, mail and vendor page on its day, sending nothing", async () => {
    const world = await aWorld({ engine });
    world.clock.set("2026-11-26T09:00:00Z");
    const { buyer, officer } = await staffOf(world);
    const mild = await inUse(buyer, "Mild Mail", "other", "2019-01-01");
    const strict = await inUse(buyer, "Strict Pay", "payment", "2024-01-01");
    expect(await linesOf(officer)).toEqual([
      ["Strict Pay", 1, "2026-11-30", "proposed"],
      ["Mild Mail", 3, "2026-12-01", "proposed"],
    ]);
    expect((await viewHome(officer)).portfolio?.notAssessed).toEqual({ inUse: 2, unplanned: 2 });
    await saveCatchUpPlan(officer, { perWeek: 3, isAnew: false, byHand: new Map([[mild.engagementId, "2026-12-15"]]) });
    const events = () => world.store.read.db.$count(world.store.read.t.auditEntries);
    const before = await events();
    await saveCatchUpPlan(officer, { perWeek: 3, isAnew: false, byHand: nothing });
    expect(await events()).toBe(before);
    expect(await linesOf(officer)).toEqual([
      ["Strict Pay", 1, "2026-11-30", "planned"],
      ["Mild Mail", 3, "2026-12-15", "by_hand"],
    ]);
    expect((await viewCalendar(officer, { month: undefined, kind: "start" })).entries.map(({ on, vendor }) => [on, vendor])).toEqual([
      ["2026-11-30", "Strict Pay"],
      ["2026-12-15", "Mild Mail"],
    ]);
    const [sign] = (await viewVendorOverview(officer, strict.vendorId, undefined)).shown!.clearance;
    expect(sign!.missing).toContainEqual({ code: "start_planned", turn: null, since: null, about: "2026-11-30" });

    const starts = async (ctx: PersonContext) =>
      (await viewHome(refreshed(world, ctx))).queue.tasks.filter(({ kind }) => kind === "start" || kind === "send");
    expect([await starts(officer), await starts(buyer)]).toEqual([[], []]);
    world.clock.set("2026-11-30T09:00:00Z");
    for (let ticks = 0; ticks < 2; ticks += 1) await sweepMonitoring(world.asSystem("monitoring"));
    for (const person of [officer, buyer]) {
      expect((await starts(person)).map(({ vendor, dueOn, what }) => [what, vendor, dueOn])).toEqual([
        ["Start the first assessment", "Strict Pay", "2026-11-30"],
      ]);
    }
    const { db, t } = world.store.read;
    const mails = await db.select().from(t.outboxMails).where(eq(t.outboxMails.kind, "start_reminder"));
    expect(mails.map(({ toEmail }) => toEmail)).toEqual([buyer.actor.email, officer.actor.email]);
    expect(mails[0]!.subject.replaceAll("\u00a0", " ")).toBe("First assessment of Strict Pay is due today, 30 Nov 2026");
    expect(await db.$count(t.assessments)).toBe(0);

    const { engagementId, contactId } = strict;
    const sending = { engagementId, questionnaireIds: ["payment-provider"], contactId: contactId!, dueOn: "2026-12-20" };
    const { assessmentId } = await sendAssessment(refreshed(world, buyer), sending);
    expect(await starts(officer)).toEqual([]);
    expect((await linesOf(refreshed(world, officer)))[0]).toEqual(["Strict Pay", 1, null, "started"]);
    await cancelAssessment(refreshed(world, buyer), { assessmentId, how: "cancel", reason: "Wrong contact" });
    expect((await linesOf({ ...refreshed(world, officer), now: new Date("2026-12-02T09:00:00Z") }))[0]).toEqual([
      "Strict Pay",
      1,
      "2026-11-30",
      "late",
    ]);
    await changeEngagementStatus(refreshed(world, buyer), engagementId, "offboard", "Replaced");
    expect((await linesOf(refreshed(world, officer))).map(([vendor]) => vendor)).toEqual(["Mild Mail"]);
  });

  it("takes in newcomers without moving what is saved, and spreads anew by another number but for days set by hand", async () => {
    const world = await aWorld({ engine });
    world.clock.set("2026-11-26T23:30:00Z");
    const { buyer, officer } = await staffOf(world);
    const first = await inUse(buyer, "First Mail", "other", "2019-01-01");
    await inUse(buyer, "Second Mail", "other", "2020-01-01");
    await saveCatchUpPlan(officer, { perWeek: 1, isAnew: false, byHand: new Map([[first.engagementId, "2026-12-08"]]) });
    await inUse(buyer, "Later Pay", "payment", "2024-01-01");
    const { counts } = await viewCatchUpPlan(officer, { perWeek: undefined, page: 1 });
    expect(counts).toMatchObject({ all: 3, unsaved: 1, overtaken: 1 });
    expect(await linesOf(officer)).toEqual([
      ["Later Pay", 1, "2026-12-14", "proposed"],
      ["Second Mail", 3, "2026-11-30", "planned"],
      ["First Mail", 3, "2026-12-08", "by_hand"],
    ]);
    await saveCatchUpPlan(officer, { perWeek: 2, isAnew: true, byHand: nothing });
    expect(await linesOf(officer)).toEqual([
      ["Later Pay", 1, "2026-11-30", "planned"],
      ["Second Mail", 3, "2026-12-02", "planned"],
      ["First Mail", 3, "2026-12-08", "by_hand"],
    ]);
    await expect(
      saveCatchUpPlan(officer, { perWeek: 2, isAnew: false, byHand: new Map([[first.engagementId, "2026-11-25"]]) }),
    ).rejects.toMatchObject({ code: "invalid", data: { fields: { [`startsOn-${first.engagementId}`]: expect.any(String) } } });
    await expect(saveCatchUpPlan(buyer, { perWeek: 2, isAnew: false, byHand: nothing })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the screen of the plan, without script", () => {
  let served: ServedWorld;
  let cookie = "";
  let buyer: PersonContext;
  const path = "/calendar/catch-up";

  beforeAll(async () => {
    served = await aServedWorld({ at: "2026-11-26T09:00:00Z" });
    const { world } = served;
    await publishShippedQuestionnaires(world.portal, world.organisationId, world.clock.now());
    buyer = (await world.asPerson(["procurement"], "Ida Buyer")) as PersonContext;
    cookie = await served.staffCookie(["compliance_officer"]);
  });
  afterAll(() => served.close());

  const get = async (at: string) => {
    const response = await fetch(served.server.origin + at, { headers: { Cookie: cookie } });
    return (await response.text()).replaceAll("<!-- -->", "");
  };
  const post = (form: [string, string][], at = path) =>
    fetch(served.server.origin + at, {
      method: "POST",
      body: new URLSearchParams(form),
      headers: { Cookie: cookie, Origin: served.server.origin, "Sec-Fetch-Site": "same-origin" },
      redirect: "manual",
    });
  /** The form as a browser would send it, with one day changed. */
  function formOf(html: string, change: Record<string, string> = {}): [string, string][] {
    const fields = [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => [
      / name="([^"]*)"/.exec(tag)?.[1],
      / value="([^"]*)"/.exec(tag)?.[1] ?? "",
    ]);
    return fields.flatMap(([name, value]): [string, string][] =>
      name ? [[name, change[`${name} ${value}`] ?? change[name] ?? value!]] : [],
    );
  }

  it("says so when nothing waits, keeps a wrong day and names it, saves, and says what was saved", async () => {
    expect(await get(path)).toContain("Everything in use is assessed");
    await inUse(buyer, "Tarn <b>light</b>", "payment", "2024-09-17");
    expect(await get("/")).toContain('href="/calendar/catch-up"');
    const page = await get(path);
    expect(page).toContain("Tarn &lt;b&gt;light&lt;/b&gt;");
    const refused = await post(formOf(page, { startsOn: "2026-11-01" }));
    expect(refused.status).toBe(422);
    const again = await refused.text();
    expect(again).toContain("Choose today or a later day");
    expect(again).toContain('value="2026-11-01"');
    expect((await post(formOf(page, { perWeek: "0" }))).status).toBe(422);
    const proposed = await post([...formOf(page, { perWeek: "5" }), ["intent", "propose"]]);
    expect(proposed.headers.get("Location")).toBe(`${path}?perWeek=5`);
    const preview = await get(`${path}?perWeek=5`);
    expect(preview).toContain("A proposal, not saved yet");
    const saved = await post(formOf(preview, { startsOn: "2026-12-24" }));
    expect([saved.status, saved.headers.get("Location")]).toEqual([302, `${path}?saved=yes`]);
    const shown = await get(path);
    expect(shown).toContain("Set by hand");
    expect(shown).toContain('value="2026-12-24"');
    expect(await get("/calendar?kind=start")).toContain("Start the first assessment");
  });

  it("shows a thousand services by the page and saves them all at once", async () => {
    const { world } = served;
    const { store, organisationId } = world;
    const { db, t } = store.read;
    const [like] = await db.select().from(t.engagements).limit(1);
    await store.systemTx(async (tx) => {
      const rows = Array.from({ length: 1000 }, (_, index) => ({
        ...like!,
        id: `eng_many_${String(index).padStart(4, "0")}`,
        tier: (index % 4) + 1,
        plannedStartOn: null,
        plannedStartBy: null,
      }));
      for (let start = 0; start < rows.length; start += 100) await tx.db.insert(t.engagements).values(rows.slice(start, start + 100));
    });
    const last = await get(`${path}?perWeek=39&page=11`);
    expect(last).toContain("Page 11 of 11");
    expect((await post(formOf(await get(`${path}?perWeek=39`)))).status).toBe(302);
    expect(await db.$count(t.engagements, eq(t.engagements.plannedStartBy, "plan"))).toBe(1000);
    const entries = await db.select().from(t.auditEntries).where(eq(t.auditEntries.organisationId, organisationId));
    expect(entries.filter(({ type }) => type === "catch_up_plan.saved")).toHaveLength(2);
  });
});
