// Home shows each role what waits for it, the calendar every day that matters and why; neither shows anything of another organisation.
import { expect, it } from "vitest";
import { viewHome } from "#app/server/home/home.queries.server.ts";
import { viewCalendar } from "#app/server/monitoring/calendar.queries.server.ts";
import { sweepMonitoring } from "#app/server/monitoring/sweep-monitoring.server.ts";
import type { PersonContext } from "#app/server/platform/request-context.server.ts";
import { changeEngagementStatus } from "#app/server/vendors/change-engagement-status.server.ts";
import { aDecided } from "#tests/support/decided.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aSentTo, submitted } from "#tests/support/reviewing.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const tasksOf = async (ctx: PersonContext) => (await viewHome(ctx)).queue.tasks.map(({ what }) => what);
const calendarOf = async (ctx: PersonContext, month?: string) => (await viewCalendar(ctx, { month, kind: undefined })).entries;
const person = async (world: World, ...roles: Parameters<World["asPerson"]>[0]) => (await world.asPerson(roles)) as PersonContext;

onEveryEngine("Home", (engine) => {
  it("asks compliance to review submitted answers, procurement to see to late ones, and nobody else to do either", async () => {
    const world = await aWorld({ engine });
    const late = await aSentTo(world, "payment", "payment-provider");
    const done = await aSentTo(world, "payment", "starter");
    await submitted(world, done);
    world.clock.set("2026-12-10T09:00:00Z");
    const [officer, buyer, approver, admin] = [
      await person(world, "compliance_officer"),
      await person(world, "procurement"),
      await person(world, "approver"),
      await person(world, "administrator"),
    ];
    expect(await tasksOf(officer)).toEqual(["Review answers"]);
    expect(await tasksOf(buyer)).toEqual(["Remind of late answers, or extend"]);
    expect(await tasksOf(approver)).toEqual([]);
    const home = await viewHome(admin);
    expect([home.queue.tasks, home.portfolio]).toEqual([[], undefined]);
    const { queue, portfolio } = await viewHome(buyer);
    expect([queue.late, queue.tasks[0]!.href]).toEqual([1, `/assessments/${late.assessmentId}`]);
    expect(portfolio!.reviews.map(({ id }) => id)).toEqual([done.assessmentId]);
    expect(portfolio!.onlyOfficer).toBe(true);
  });

  it("counts active vendors by inherent risk and grade, and says what others changed since the last visit", async () => {
    const world = await aWorld({ engine });
    const officer = await person(world, "compliance_officer");
    await aDecided(world, { documents: { pci_validation: { kind: "pci-aoc-sp", startsOn: "2026-01-10" } } });
    const { portfolio } = await viewHome(officer);
    expect(portfolio!.tallies).toMatchObject({ cells: [{ tier: 1, vendors: 1 }], active: 1, notAssessed: 0 });
    expect(portfolio!.expiring.map(({ expiresOn, askedAt }) => [expiresOn, askedAt])).toEqual([["2027-01-10", null]]);
    expect(portfolio!.changes.changes.map(({ type }) => type)).toContain("vendor.registered");
    await sweepMonitoring({ ...world.asSystem("monitoring"), now: new Date("2026-11-27T09:00:00Z") });
    expect((await viewHome(officer)).portfolio!.expiring[0]!.askedAt).not.toBeNull();
  });

  it("names no expiring document of a service we are leaving: nobody asks for its successor", async () => {
    const world = await aWorld({ engine });
    const officer = await person(world, "compliance_officer");
    const { engagementId } = await aDecided(world, { documents: { pci_validation: { kind: "pci-aoc-sp", startsOn: "2026-01-10" } } });
    expect((await viewHome(officer)).portfolio!.expiring).toHaveLength(1);
    await changeEngagementStatus(officer, engagementId, "offboard", "Replaced");
    expect((await viewHome(officer)).portfolio!.expiring).toEqual([]);
    await changeEngagementStatus(officer, engagementId, "finish_offboarding", "Data destroyed");
    expect((await viewHome(officer)).portfolio!.expiring).toEqual([]);
  });

  it("shows nothing of another organisation", async () => {
    const world = await aWorld({ engine });
    await submitted(world, await aSentTo(world, "payment", "starter"));
    const stranger = await person(world, "compliance_officer");
    const organisationId = await world.anotherOrganisation();
    const elsewhere = { ...stranger, now: world.clock.now(), actor: { ...stranger.actor, organisationId } };
    expect(await tasksOf(elsewhere)).toEqual([]);
    expect(await calendarOf(elsewhere)).toEqual([]);
  });
});

onEveryEngine("the calendar", (engine) => {
  it("names each day with its reason, in its months only, and keeps what is past and open with today", async () => {
    const world = await aWorld({ engine });
    const officer = await person(world, "compliance_officer");
    await aDecided(world, { documents: { asv_scan: { kind: "asv", startsOn: "2026-11-01" } } });
    const now = await calendarOf(officer);
    expect(now.map(({ kind, on }) => [kind, on])).toEqual([["document", "2027-01-30"]]);
    expect((await calendarOf(officer, "2027-09")).map(({ kind, on, why }) => [kind, on, why.replaceAll("\u00a0", " ")])).toEqual([
      ["review", "2027-11-23", "Every 12 months in tier 1; opens 9 Oct 2027"],
    ]);
    world.clock.set("2027-02-15T09:00:00Z");
    await sweepMonitoring(world.asSystem("monitoring"));
    const later = await calendarOf(officer);
    expect(later.map(({ kind, on }) => [kind, on]).sort()).toEqual([
      ["document", "2027-01-30"],
      ["request", "2027-02-16"],
    ]);
  });

  it("is not for auditors and administrators", async () => {
    const world = await aWorld({ engine });
    for (const role of ["auditor", "administrator"] as const) {
      await expect(viewCalendar(await person(world, role), { month: undefined, kind: undefined })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });
});
