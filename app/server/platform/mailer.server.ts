// Hands one mail to the SMTP server, or says that it is to be kept when none is configured. Called by the outbox job only, never
// inside a transaction. Recipients are one validated address each, passed as envelope: no text of a person reaches a header.
import { domainToASCII } from "node:url";
import { createTransport } from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport";
import { type Config, isLoopbackUrl } from "./config.server.ts";

export interface Mail {
  /** Of the outbox row; the Message-ID comes from it, so that a mail sent twice is recognised as one. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html?: string;
}

export type Delivery = { state: "delivered"; messageId: string } | { state: "kept" };

export interface Mailer {
  /** False: mails stay readable in the mail log. */
  readonly isConfigured: boolean;
  /** Throws MailError; whether to try again is in isPermanent. */
  deliver(mail: Mail): Promise<Delivery>;
}

/** The server refused or did not answer. The message may be shown to an administrator; it holds no password. */
export class MailError extends Error {
  override readonly name = "MailError";
  readonly isPermanent: boolean;

  constructor(message: string, isPermanent: boolean) {
    super(message);
    this.isPermanent = isPermanent;
  }
}

const timeoutMs = 5000;
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}$/;

/** One plain addr-spec in ASCII, or undefined: no comments, no quotes, no lists (they have fooled mail libraries before). */
export function plainAddress(text: string): string | undefined {
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  const domain = at > 0 ? domainToASCII(text.slice(at + 1)) : "";
  const isLocal = local.length <= 64 && local.split(".").every((part) => localPart.test(part));
  const isDomain = domain.length <= 253 && /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(domain);
  return isLocal && isDomain ? `${local}@${domain}` : undefined;
}

/** A header's text on one line; also the line ends only Unicode knows. */
function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 400);
}

function transportOptions(smtpUrl: string): SMTPTransport.Options {
  const url = new URL(smtpUrl);
  const isSecure = url.protocol === "smtps:";
  const isLocal = isLoopbackUrl(smtpUrl);
  const auth = url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : undefined;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (isSecure ? 465 : 587),
    secure: isSecure,
    // Beyond this machine a mail never travels in the clear, and the server must prove who it is.
    requireTLS: !isSecure && !isLocal,
    tls: { minVersion: "TLSv1.2", rejectUnauthorized: !isLocal },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(auth ? { auth } : {}),
  };
}

function mailError(error: unknown): MailError {
  const { responseCode, code, response } = error as { responseCode?: number; code?: string; response?: string };
  const said = typeof response === "string" ? `: ${oneLine(response)}` : "";
  if (responseCode === undefined) return new MailError(`The mail server does not answer (${code ?? "error"}).`, false);
  return new MailError(`The mail server refused the mail${said}`, responseCode >= 500 && code !== "EAUTH");
}

export function createMailer(config: Pick<Config, "smtpUrl" | "mailFrom" | "publicUrl">): Mailer {
  if (config.smtpUrl === "") return { isConfigured: false, deliver: async () => ({ state: "kept" }) };
  const transport = createTransport(transportOptions(config.smtpUrl));
  const host = new URL(config.publicUrl).hostname;
  return {
    isConfigured: true,
    async deliver(mail) {
      const address = plainAddress(mail.to.address);
      if (!address) throw new MailError("The recipient's address is not a plain e-mail address.", true);
      const messageId = `<${mail.id}@${host}>`;
      try {
        await transport.sendMail({
          messageId,
          from: config.mailFrom,
          to: { name: oneLine(mail.to.name), address },
          envelope: { from: config.mailFrom.address, to: [address] },
          subject: oneLine(mail.subject),
          text: mail.text,
          ...(mail.html === undefined ? {} : { html: mail.html }),
          headers: { "Auto-Submitted": "auto-generated" },
        });
      } catch (error) {
        throw mailError(error);
      }
      return { state: "delivered", messageId };
    },
  };
}
