// Mails over real SMTP: a server that takes them, one that refuses, one that is silent, one that is down.

import { type AddressInfo, createServer, type Server } from "node:net";
import { text as readText } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { createMailer, type Mail, MailError, plainAddress } from "#app/server/platform/mailer.server.ts";

const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0)) await close();
});

interface Received {
  raw: string;
  mail: Email;
  from: string;
  recipients: string[];
}

async function aMailServer(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, session, done) => {
      const { mailFrom, rcptTo } = session.envelope;
      const envelope = { from: mailFrom ? mailFrom.address : "", recipients: rcptTo.map((recipient) => recipient.address) };
      readText(stream).then(async (raw) => {
        received.push({ raw, ...envelope, mail: await PostalMime.parse(raw) });
        done();
      }, done);
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closings.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { received, port: (server.server.address() as AddressInfo).port };
}

function aMailer(port: number, smtpUrl = `smtp://127.0.0.1:${port}`) {
  return createMailer({
    smtpUrl,
    mailFrom: { name: "Northwind Shop, Compliance", address: "vouchsafe@shop.example" },
    publicUrl: "https://portal.shop.example",
  });
}

const aMail: Mail = {
  id: "mai_0199",
  to: { name: "Jürgen Groß", address: "juergen@psp.example" },
  subject: "Questionnaire for Acme Pay – due 1 March",
  text: "Please open https://portal.shop.example/v/abc\n.\nRegards",
};

async function failureOf(mailer: ReturnType<typeof createMailer>, mail: Mail): Promise<MailError> {
  const error = await mailer.deliver(mail).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(MailError);
  return error as MailError;
}

describe("mail", () => {
  it("reaches the contact whole, and says that nobody is to answer automatically", async () => {
    const { port, received } = await aMailServer();
    expect(await aMailer(port).deliver(aMail)).toEqual({ state: "delivered", messageId: "<mai_0199@portal.shop.example>" });
    const [{ mail, from }] = received as [Received];
    expect(mail).toMatchObject({
      messageId: "<mai_0199@portal.shop.example>",
      subject: aMail.subject,
      from: { name: "Northwind Shop, Compliance", address: "vouchsafe@shop.example" },
      to: [{ name: "Jürgen Groß", address: "juergen@psp.example" }],
    });
    expect(mail.text?.replaceAll("\r\n", "\n").trim()).toBe(aMail.text);
    expect(mail.headers.find((header) => header.key === "auto-submitted")?.value).toBe("auto-generated");
    expect(from).toBe("vouchsafe@shop.example");
  });

  it("is kept, not lost, when no server is configured", async () => {
    const mailer = aMailer(0, "");
    expect(mailer.isConfigured).toBe(false);
    expect(await mailer.deliver(aMail)).toEqual({ state: "kept" });
  });

  it("signs in where the server asks for it, and never shows the password when refused", async () => {
    const canary = "s3cr3t-canary";
    const { port, received } = await aMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        password === canary && username === "portal" ? done(null, { user: "portal" }) : done(new Error("no")),
    });
    await aMailer(port, `smtp://portal:${canary}@127.0.0.1:${port}`).deliver(aMail);
    expect(received).toHaveLength(1);
    const error = await failureOf(aMailer(port, `smtp://portal:wrong-${canary}@127.0.0.1:${port}`), aMail);
    expect(error.isPermanent).toBe(false);
    expect(String(error.stack)).not.toContain(canary);
  });

  it("gains no header and no recipient from what people typed", async () => {
    const { port, received } = await aMailServer();
    const endings = ["\r\n", "\n", "\r", "\u2028", "\u0085", "\u000b", "\r\n\r\n"];
    for (const ending of endings) {
      const evil = `x${ending}Bcc: thief@evil.example${ending}X-Evil: 1`;
      await aMailer(port).deliver({
        ...aMail,
        subject: evil,
        to: { name: `${evil}" <thief@evil.example>, "y`, address: "juergen@psp.example" },
        text: `a${ending}.${ending}RCPT TO:<thief@evil.example>`,
      });
    }
    expect(received).toHaveLength(endings.length);
    for (const { raw, mail, recipients } of received) {
      expect(recipients).toEqual(["juergen@psp.example"]);
      expect(mail.to).toHaveLength(1);
      expect(mail.to?.[0]).toMatchObject({ address: "juergen@psp.example" });
      expect(mail.bcc).toBeUndefined();
      const head = raw.slice(0, raw.indexOf("\r\n\r\n"));
      expect(head).not.toMatch(/^(bcc|x-evil):/im);
    }
  });

  it("goes to plain addresses only", async () => {
    const { port, received } = await aMailServer();
    const refused = [
      "",
      "a",
      "a@",
      "@b.example",
      "a@b@c.example",
      "a b@c.example",
      "a@b.example, c@d.example",
      "<a@b.example>",
      "a@b.example\r\nRCPT TO:<x@y.example>",
      '"a b"@c.example',
      "a(comment)@b.example",
      "group:a@b.example;",
      "a..b@c.example",
      ".a@c.example",
      `${"a".repeat(65)}@b.example`,
      "a@-b.example",
      "a@b_c.example",
      "a@[127.0.0.1]",
      "jürgen@b.example",
    ];
    for (const address of refused) {
      const error = await failureOf(aMailer(port), { ...aMail, to: { name: "x", address } });
      expect(error.isPermanent, address).toBe(true);
    }
    expect(received).toEqual([]);
    expect(plainAddress("o'brien+tag@Sub.Shop.example")).toBe("o'brien+tag@sub.shop.example");
    expect(plainAddress("ida@münchen.example")).toBe("ida@xn--mnchen-3ya.example");
  });

  it("refused for good is not tried again, refused for now is", async () => {
    const refusing = (responseCode: number) =>
      aMailServer({ onRcptTo: (_address, _session, done) => done(Object.assign(new Error("no such\u0007 mailbox"), { responseCode })) });
    const unknown = await failureOf(aMailer((await refusing(550)).port), aMail);
    expect(unknown.isPermanent).toBe(true);
    expect(unknown.message).toMatch(/^The mail server refused the mail: .*550 no such mailbox/);
    expect((await failureOf(aMailer((await refusing(451)).port), aMail)).isPermanent).toBe(false);
  });

  it("is to be tried again when the server is down or silent, and nobody waits longer than the time-out", async () => {
    const { port } = await aMailServer();
    for (const close of closings.splice(0)) await close();
    const down = await failureOf(aMailer(port), aMail);
    expect(down).toMatchObject({ isPermanent: false, message: expect.stringContaining("does not answer") });
    const silent: Server = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    closings.push(() => new Promise((resolve) => silent.close(() => resolve())));
    const began = performance.now();
    expect((await failureOf(aMailer((silent.address() as AddressInfo).port), aMail)).isPermanent).toBe(false);
    expect(performance.now() - began).toBeLessThan(7000);
  });
});
