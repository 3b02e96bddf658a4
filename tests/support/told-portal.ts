// A portal in which stories of vendors were told by the real verbs, opened as the built server with a clock of its own: what browsers visit.
// Telling and opening are apart, so that one told folder can be copied for many tests.
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import { demoPassword, type PersonKey, people } from "#app/cli/demo/company.ts";
import { seedDemo } from "#app/cli/demo/seed.ts";
import type { Stage } from "#app/cli/demo/stage.ts";
import { type Story, storyClock } from "#app/cli/demo/timeline.ts";
import { type PortalServer, startPortalServer } from "#app/cli/portal-server.ts";
import { startVendorSession } from "#app/server/assessments/portal/start-vendor-session.server.ts";
import { copyLink } from "#app/server/assessments/sending/copy-link.server.ts";
import { addPerson } from "#app/server/people/add-person.server.ts";
import { signIn } from "#app/server/people/sign-in.server.ts";
import { assemblePortal } from "#app/server/platform/assemble-portal.server.ts";
import { readConfig } from "#app/server/platform/config.server.ts";
import type { Actor, Context } from "#app/server/platform/context.server.ts";
import { aClock, type MovableClock } from "./clock.ts";

/** Today of every told portal: pictures of two runs can be compared. */
export const toldDay = "2026-11-23";
const opensAt = new Date(`${toldDay}T09:00:00Z`);

/** Limits are tested elsewhere; here one address asks for everybody. */
const wide = {
  LIMIT_SIGN_IN_IP: "10000/1m",
  LIMIT_LINK_OPEN_IP: "10000/1m",
  LIMIT_PASSWORD_LINK_IP: "1000/1m",
  LIMIT_UPLOAD_VENDOR: "10000/1h",
  LIMIT_DOWNLOAD_PERSON: "10000/1h",
  LIMIT_VERIFY_IP: "10000/1m",
};

export interface VendorIds {
  vendorId: string;
  engagementId: string;
  /** Of the newest assessment; empty while there is none. */
  assessmentId: string;
}

export interface ToldPortal {
  readonly server: PortalServer;
  readonly clock: MovableClock;
  readonly origin: string;
  /** Value of a new session cookie of this person. */
  sessionOf(person: PersonKey): Promise<string>;
  /** Value of a new session cookie of somebody who pressed Start with this vendor's link. */
  vendorSessionOf(vendor: string): Promise<string>;
  /** A new link of the vendor's newest assessment: path of its door. */
  doorOf(vendor: string): Promise<string>;
  idsOf(vendor: string): VendorIds;
  /** Adds a person; path of the page where they set a password. */
  invite(name: string): Promise<string>;
  /** First column of the first row; throws when there is none. */
  one(sql: string, ...values: unknown[]): string;
  close(): Promise<void>;
}

/** Tells the stories into an empty (or freshly migrated) data folder; they begin at most `days` before today. */
export async function tellInto(dataDir: string, days: number, tellStories: (stage: Stage, today: Date) => Story[]): Promise<void> {
  const clock = storyClock(new Date(opensAt.getTime() - days * 24 * 3_600_000));
  const config = readConfig({ NODE_ENV: "test", DATA_DIR: dataDir, LOG_LEVEL: "silent", ...wide });
  const workerUrl = pathToFileURL(resolve("build/workers/pdf.worker.js"));
  const portal = await assemblePortal(config, { clock, workerUrl, runsJobsByItself: false });
  await seedDemo(portal, clock, opensAt, () => {}, tellStories);
  await portal.waker.stop();
  await portal.pdf.close();
  await portal.store.close();
}

/** Opens a told folder five minutes after its last step, in development mode unless `env` says otherwise. Needs the build. */
export async function openTold(dataDir: string, env: Record<string, string> = {}): Promise<ToldPortal> {
  const clock = aClock(new Date(opensAt.getTime() + 5 * 60_000).toISOString());
  const server = await startPortalServer({ clock, dataDir, env: { NODE_ENV: "development", LOG_LEVEL: "error", ...wide, ...env } });
  const db = new Database(join(dataDir, "vouchsafe.sqlite"), { readonly: true });
  const { portal, origin } = server;

  function one(sql: string, ...values: unknown[]): string {
    const row = db
      .prepare(sql)
      .raw()
      .get(...values) as unknown[] | undefined;
    if (!row) throw new Error(`The told stories hold nothing for: ${sql} (${values.join(", ")})`);
    return String(row[0] ?? "");
  }
  // Nobody has set up a portal that was never told anything.
  const organisationId = one("select coalesce((select id from organisations), '')");
  const contextOf = <A extends Actor>(actor: A): Context & { actor: A } => ({
    portal,
    actor,
    now: clock.now(),
    traceId: "told",
    ip: "127.0.0.1",
  });
  const idsOf = (vendor: string): VendorIds => {
    const vendorId = one("select id from vendors where name = ?", vendor);
    const newest = (what: string) => `select ${what} from assessments where vendor_id = ? order by created_at desc, id desc limit 1`;
    const assessmentId = one(`select coalesce((${newest("id")}), '')`, vendorId);
    const first = "select id from engagements where vendor_id = ? order by id limit 1";
    const engagementId = one(`select coalesce((${newest("engagement_id")}), (${first}))`, vendorId, vendorId);
    return { vendorId, engagementId, assessmentId };
  };
  async function doorOf(vendor: string): Promise<string> {
    const { name, email, roles } = people[0];
    const personId = one("select id from people where email = ?", email);
    const actor = { kind: "person" as const, organisationId, personId, name, email, roles, sessionId: "told" };
    return new URL((await copyLink(contextOf(actor), idsOf(vendor).assessmentId)).url).pathname;
  }
  return {
    server,
    clock,
    origin,
    one,
    idsOf,
    async sessionOf(person) {
      const email = people.find(({ key }) => key === person)?.email ?? "";
      return (await signIn(contextOf({ kind: "anonymous", organisationId }), { email, password: demoPassword })).token;
    },
    async vendorSessionOf(vendor) {
      const door = await doorOf(vendor);
      const started = await startVendorSession(contextOf({ kind: "anonymous", organisationId }), door.split("/").at(-1) ?? "", {
        name: "Mara Lindqvist",
      });
      return started.token;
    },
    doorOf,
    async invite(name) {
      const asJob = contextOf({ kind: "system", organisationId, job: "set-up" });
      const email = `${name.replaceAll(/\W/g, ".").toLowerCase()}@invited.example`;
      return new URL((await addPerson(asJob, { name, email, roles: ["auditor"] })).passwordLink).pathname;
    },
    async close() {
      db.close();
      await server.close();
    },
  };
}
