// Mail comes second: what was decided stands whatever happens to the mail, and a link can always be copied.
import { afterAll, beforeAll, expect, it } from "vitest";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { extendDueDate } from "#app/server/assessments/sending/extend-due-date.server.ts";
import { remindVendor } from "#app/server/assessments/sending/remind-vendor.server.ts";
import { viewMailLog } from "#app/server/mail/mail-log.queries.server.ts";
import { readMail } from "#app/server/mail/read-mail.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aMailServer, type MailServer } from "#tests/support/mail-server.ts";
import { aSentAssessment } from "#tests/support/sending.ts";
import { aWorld, type World } from "#tests/support/world.ts";

let server: MailServer;
beforeAll(async () => {
  server = await aMailServer();
});
afterAll(() => server.close());

async function storedBodies(world: World): Promise<(string | null)[]> {
  const { db, t } = world.store.read;
  return (await db.select({ sealedBody: t.outboxMails.sealedBody }).from(t.outboxMails)).map(({ sealedBody }) => sealedBody);
}

onEveryEngine("mails to vendors", (engine) => {
  it("are kept readable without a mail server, encrypted at rest, and reading one is recorded", async () => {
    const world = await aWorld({ engine });
    const { buyer, linkUrl } = await aSentAssessment(world);
    await world.portal.waker.drain();
    const { mails, isConfigured } = await viewMailLog(buyer, undefined);
    expect(isConfigured).toBe(false);
    expect(mails).toMatchObject([{ kind: "invitation", state: "kept", toEmail: "florian@quillpay.example", isReadable: true }]);
    const [body] = await storedBodies(world);
    expect(body).toBeTruthy();
    expect(body).not.toContain("/v/");
    const mail = await readMail(buyer, mails[0]!.id);
    expect(mail.body).toContain(linkUrl);
    const { db, t } = world.store.read;
    const events = (await db.select({ type: t.auditEntries.type }).from(t.auditEntries)).map(({ type }) => type);
    expect(events).toEqual(expect.arrayContaining(["mail.queued", "mail.kept", "mail.read"]));
  });

  it("may not be read by an administrator, because they hold a vendor's link", async () => {
    const world = await aWorld({ engine });
    const { buyer } = await aSentAssessment(world);
    await world.portal.waker.drain();
    const { mails } = await viewMailLog(buyer, undefined);
    const administrator = await world.asPerson(["administrator"]);
    expect((await viewMailLog(administrator, undefined)).mayRead).toBe(false);
    await expect(readMail(administrator, mails[0]!.id)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("are handed to the mail server once, and then erased here", async () => {
    const world = await aWorld({ engine, env: { SMTP_URL: server.url } });
    server.received.length = 0;
    const { buyer, linkUrl } = await aSentAssessment(world);
    await world.portal.waker.drain();
    await world.portal.waker.drain();
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({ to: [{ address: "florian@quillpay.example" }] });
    expect(server.received[0]?.text).toContain(linkUrl);
    expect(await storedBodies(world)).toEqual([null]);
    const { mails } = await viewMailLog(buyer, undefined);
    expect(mails).toMatchObject([{ state: "delivered", isReadable: false }]);
    await expect(readMail(buyer, mails[0]!.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("never hold anybody up: a server that fails is tried again, and the vendor was sent its link all the same", async () => {
    const world = await aWorld({ engine, env: { SMTP_URL: server.url } });
    server.received.length = 0;
    server.refuseWith(451);
    const { buyer, assessmentId } = await aSentAssessment(world);
    await world.portal.waker.drain();
    expect((await getAssessment(world.store.read, world.organisationId, assessmentId)).status).toBe("sent");
    expect((await viewMailLog(buyer, undefined)).mails).toMatchObject([{ state: "failed", attempts: 1 }]);
    server.refuseWith(undefined);
    world.clock.advance({ minutes: 2 });
    await world.portal.waker.drain();
    expect((await viewMailLog(buyer, undefined)).mails).toMatchObject([{ state: "delivered", attempts: 2 }]);
    expect(server.received).toHaveLength(1);
  });

  it("remind a vendor at most once a day, and tell it when it gets more time", async () => {
    const world = await aWorld({ engine });
    const { buyer, assessmentId } = await aSentAssessment(world);
    await remindVendor(buyer, assessmentId);
    await expect(remindVendor(buyer, assessmentId)).rejects.toMatchObject({ code: "conflict" });
    world.clock.advance({ days: 1 });
    await remindVendor(buyer, assessmentId);
    await expect(extendDueDate(buyer, { assessmentId, dueOn: "2026-12-01", reason: "Holidays" })).rejects.toMatchObject({
      code: "invalid",
    });
    await extendDueDate(buyer, { assessmentId, dueOn: "2026-12-21", reason: "Holidays" });
    const kinds = (await viewMailLog(buyer, undefined)).mails.map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["extension", "invitation", "reminder", "reminder"]);
    expect((await getAssessment(world.store.read, world.organisationId, assessmentId)).dueOn).toBe("2026-12-21");
  });
});
