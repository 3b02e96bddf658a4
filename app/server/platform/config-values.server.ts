// How the text of one environment variable becomes a checked value. Every schema takes a string; its message is the mend shown
// to the operator, so it says what to write, never what was written (the value may be a secret).
import { isIP } from "node:net";
import { z } from "zod";

export function wholeNumber(from: number, to: number) {
  const mend = `write a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,12}$/, mend)
    .transform(Number)
    .refine((value) => value >= from && value <= to, mend);
}

const unitBytes: Record<string, number> = { "": 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };

/** A size such as `25 MiB` or `26214400`. */
export function byteSize(from: number, to: number) {
  return z.string().transform((text, ctx) => {
    const match = /^(\d{1,12}) ?(KiB|MiB|GiB|)$/.exec(text);
    const bytes = match ? Number(match[1]) * unitBytes[match[2] ?? ""]! : Number.NaN;
    if (bytes >= from && bytes <= to) return bytes;
    ctx.addIssue(`write a size from ${from} to ${to} bytes, such as 25 MiB`);
    return z.NEVER;
  });
}

export const timeZone = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}, "write an IANA time zone such as Europe/Berlin or UTC");

function isAddressRange(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** `loopback` or addresses and CIDR ranges, comma separated; empty means that no proxy is trusted. */
export const proxies = z.string().transform((text, ctx) => {
  const parts = text.split(",").map((part) => part.trim());
  const ranges = parts.filter((part) => part !== "").flatMap((part) => (part === "loopback" ? ["127.0.0.0/8", "::1/128"] : [part]));
  if (ranges.every(isAddressRange)) return ranges;
  ctx.addIssue("write loopback, or the proxy's addresses or CIDR ranges separated by commas");
  return z.NEVER;
});

/** The scheme and host of an http(s) address, without a path; empty stays empty. */
export const origin = z.string().transform((text, ctx) => {
  if (text === "") return "";
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && (url.protocol === "https:" || url.protocol === "http:") && url.pathname === "/" && !url.search && !url.hash;
  if (plain && !url.username && !url.password) return url.origin;
  ctx.addIssue("write scheme and host without a path, such as https://vendors.shop.example");
  return z.NEVER;
});

function urlOf(protocols: readonly string[], mend: string) {
  return z.string().refine((text) => text === "" || (URL.canParse(text) && protocols.includes(new URL(text).protocol)), mend);
}

export const postgresUrl = urlOf(
  ["postgres:", "postgresql:"],
  "write postgres://user:password@host:5432/database, or leave it empty for SQLite",
);
export const smtpUrl = urlOf(
  ["smtp:", "smtps:"],
  "write smtp://user:password@host:587 or smtps://…:465, or leave it empty to keep mails readable in the mail log",
);

/** `Name <address>` or a bare address; the address itself is one plain addr-spec. */
export const mailAddress = z
  .string()
  .regex(/^(?:[^<>"\r\n]{0,100} <)?[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?>?$/, "write Name <address@host>")
  .transform((text) => {
    const match = /^(.*) <(.+)>$/.exec(text);
    return match ? { name: match[1]!.trim(), address: match[2]! } : { name: "", address: text };
  });

/** 32 bytes as base64 or hex; empty means that a key file is made at first run. */
export const key32 = z.string().transform((text, ctx) => {
  if (text === "") return null;
  const bytes = /^[0-9a-fA-F]{64}$/.test(text) ? Buffer.from(text, "hex") : Buffer.from(text, "base64");
  const isWellFormed = bytes.length === 32 && /^[0-9a-zA-Z+/_=-]{43,64}$/.test(text);
  if (isWellFormed && new Set(bytes).size >= 8) return new Uint8Array(bytes);
  ctx.addIssue("write 32 random bytes as base64, such as the output of: openssl rand -base64 32");
  return z.NEVER;
});

export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

const unitSeconds: Record<string, number> = { s: 1, m: 60, h: 3600 };

/** `10/15m` = ten in fifteen minutes. There is no value that turns a limit off; `most` bounds what may be set. */
export function limit(most: number) {
  return z.string().transform((text, ctx): Limit => {
    const match = /^(\d{1,7})\/(\d{1,4})([smh])$/.exec(text);
    const points = Number(match?.[1] ?? 0);
    const seconds = match ? Number(match[2]) * unitSeconds[match[3]!]! : 0;
    if (points >= 1 && points <= most && seconds >= 1 && seconds <= 86_400) return { points, seconds };
    ctx.addIssue(`write count/time such as 10/15m (s, m or h; at most ${most} and 24h)`);
    return z.NEVER;
  });
}
