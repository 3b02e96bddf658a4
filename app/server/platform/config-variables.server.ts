// The one table of configuration: name, description, default and schema of every environment variable. readConfig, the printed
// table and .env.example all come from here. A new variable is a new row; each may also be given as NAME_FILE.
import { z } from "zod";
import {
  byteSize,
  key32,
  limit,
  mailAddress,
  origin,
  postgresUrl,
  proxies,
  smtpUrl,
  timeZone,
  wholeNumber,
} from "./config-values.server.ts";

export interface Variable<T> {
  readonly name: string;
  readonly description: string;
  /** As it would be written; an empty default is explained by the description. */
  readonly fallback: string;
  readonly schema: z.ZodType<T, string>;
  /** Never printed, neither its value nor a part of it. */
  readonly isSecret: boolean;
}

function variable<T>(name: string, fallback: string, schema: z.ZodType<T, string>, description: string): Variable<T> {
  return { name, description, fallback, schema, isSecret: false };
}

function secret<T>(name: string, schema: z.ZodType<T, string>, description: string): Variable<T> {
  return { name, description, fallback: "", schema, isSecret: true };
}

export const settings = {
  mode: variable(
    "NODE_ENV",
    "development",
    z.enum(["production", "development", "test"], "write production, development or test"),
    "production, development or test; production refuses weak secrets and plain HTTP",
  ),
  port: variable("PORT", "3000", wholeNumber(0, 65_535), "Port to listen on; 0 takes a free one"),
  host: variable(
    "HOST",
    "127.0.0.1",
    z.string().regex(/^[A-Za-z0-9.:-]{1,255}$/, "write an address or host name to listen on"),
    "Address to listen on; 0.0.0.0 for all, in a container",
  ),
  publicUrl: variable(
    "PUBLIC_URL",
    "",
    origin,
    "Address people use, scheme and host; every link is built from it. Empty: http://localhost:PORT",
  ),
  trustedProxy: variable(
    "TRUSTED_PROXY",
    "",
    proxies,
    "Reverse proxies whose X-Forwarded headers count: loopback, addresses or CIDR ranges; empty: none",
  ),
  dataDir: variable(
    "DATA_DIR",
    "data",
    z.string().min(1, "write a folder").max(4096, "write a shorter path"),
    "Folder of the database, the evidence and the keys (keys in secrets/)",
  ),
  databaseUrl: secret("DATABASE_URL", postgresUrl, "postgres://… for PostgreSQL. Empty: SQLite in DATA_DIR/vouchsafe.sqlite"),
  databasePool: variable("DATABASE_POOL", "10", wholeNumber(2, 200), "Most connections to PostgreSQL at once"),
  organisationName: variable(
    "ORGANISATION_NAME",
    "Your organisation",
    z.string().trim().min(1, "write the name of your organisation").max(200, "write at most 200 characters"),
    "Name vendors see; taken over when the database is first set up",
  ),
  timeZone: variable("TIME_ZONE", "UTC", timeZone, "Time zone of all calendar days; taken over when the database is first set up"),
  smtpUrl: secret("SMTP_URL", smtpUrl, "smtp://user:password@host:587 or smtps://…:465. Empty: mails stay readable in the mail log"),
  mailFrom: variable("MAIL_FROM", "Vouchsafe <vouchsafe@localhost>", mailAddress, "Sender of all mails"),
  evidenceKey: secret(
    "EVIDENCE_KEY",
    key32,
    "32 random bytes, base64: the key that wraps all file keys. Empty: made once in DATA_DIR/secrets/evidence.key",
  ),
  logLevel: variable(
    "LOG_LEVEL",
    "info",
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "write fatal, error, warn, info, debug, trace or silent"),
    "Least level that is logged",
  ),
  uploadMaxBytes: variable("UPLOAD_MAX_BYTES", "25 MiB", byteSize(1024, 200 * 1024 ** 2), "Largest evidence file"),
  staffIdleMinutes: variable(
    "SESSION_STAFF_IDLE_MINUTES",
    "30",
    wholeNumber(1, 60),
    "A signed-in person is signed out after this long without a request",
  ),
  staffAbsoluteMinutes: variable("SESSION_STAFF_ABSOLUTE_MINUTES", "720", wholeNumber(5, 1440), "… and after this long in any case"),
  vendorIdleMinutes: variable(
    "SESSION_VENDOR_IDLE_MINUTES",
    "60",
    wholeNumber(1, 240),
    "A vendor's browser must press Start again after this long without a request",
  ),
  vendorAbsoluteMinutes: variable("SESSION_VENDOR_ABSOLUTE_MINUTES", "1440", wholeNumber(5, 1440), "… and after this long in any case"),
  vendorLinkDays: variable("LINK_DAYS", "60", wholeNumber(1, 365), "A vendor's link expires after this many days"),
  passwordLinkHours: variable(
    "PASSWORD_LINK_HOURS",
    "72",
    wholeNumber(1, 168),
    "A link to set one's password expires after this many hours",
  ),
  tickSeconds: variable("TICK_SECONDS", "20", wholeNumber(1, 3600), "How often due work is looked for, besides at once after each change"),
  pageSize: variable("PAGE_SIZE", "50", wholeNumber(5, 200), "Rows per page of a list"),
} as const;

/** Names of the rate limits; limits.server.ts counts each per key (an account, an address, a vendor). */
export const limitSettings = {
  sign_in_account: variable("LIMIT_SIGN_IN_ACCOUNT", "10/15m", limit(100), "Attempts to sign in to one account"),
  sign_in_ip: variable("LIMIT_SIGN_IN_IP", "100/1h", limit(10_000), "Attempts to sign in from one address"),
  setup_ip: variable("LIMIT_SETUP_IP", "10/15m", limit(100), "Attempts at the first-run code from one address"),
  password_link_ip: variable("LIMIT_PASSWORD_LINK_IP", "30/15m", limit(1000), "Uses of password links from one address"),
  link_open_ip: variable("LIMIT_LINK_OPEN_IP", "60/15m", limit(10_000), "Vendor links opened or started from one address"),
  link_make_assessment: variable("LIMIT_LINK_MAKE_ASSESSMENT", "20/1h", limit(1000), "New vendor links for one assessment"),
  answer_save_vendor: variable("LIMIT_ANSWER_SAVE_VENDOR", "3000/1h", limit(100_000), "Saved answers of one vendor"),
  upload_vendor: variable("LIMIT_UPLOAD_VENDOR", "100/1h", limit(10_000), "Files uploaded for one vendor"),
  download_person: variable("LIMIT_DOWNLOAD_PERSON", "300/1h", limit(100_000), "Files downloaded by one person or vendor"),
  denial_object: variable("LIMIT_DENIAL_OBJECT", "1/1m", limit(100), "Refusals kept in the audit log, of one actor, right and object"),
  denial_actor: variable("LIMIT_DENIAL_ACTOR", "60/1h", limit(1000), "Refusals kept in the audit log, of one person or vendor"),
  verify_ip: variable("LIMIT_VERIFY_IP", "30/10m", limit(10_000), "Documents verified from one address"),
} as const;

export type LimitName = keyof typeof limitSettings;
