// A data folder with one organisation, one signed-in person, one vendor that answers, and as many further vendors as wanted. People, sessions
// and the answering vendor are made by the verbs; the mass of vendors is written as rows, because registering 100,000 takes an hour.
import { randomUUID } from "node:crypto";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import { type PersonKey, people } from "#app/cli/demo/company.ts";
import { makeStage } from "#app/cli/demo/stage.ts";
import { startVendorSession } from "#app/server/assessments/portal/start-vendor-session.server.ts";
import { addPerson } from "#app/server/people/add-person.server.ts";
import { createOrganisation } from "#app/server/people/create-organisation.server.ts";
import { setPassword } from "#app/server/people/set-password.server.ts";
import { signIn } from "#app/server/people/sign-in.server.ts";
import { assemblePortal } from "#app/server/platform/assemble-portal.server.ts";
import { readConfig } from "#app/server/platform/config.server.ts";
import type { Actor } from "#app/server/platform/context.server.ts";
import { publishShippedQuestionnaires } from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";

export interface Filled {
  dataDir: string;
  organisationId: string;
  assessmentId: string;
  staffCookie: string;
  vendorCookie: string;
}

const password = "a bench is a place to rest";

export async function fillVendors(dataDir: string, count: number): Promise<Filled> {
  const config = readConfig({ NODE_ENV: "test", DATA_DIR: dataDir, LOG_LEVEL: "silent" });
  const workerUrl = pathToFileURL(resolve("build/workers/pdf.worker.js"));
  const portal = await assemblePortal(config, { workerUrl, runsJobsByItself: false });
  const as = <A extends Actor>(actor: A) => ({ portal, actor, now: portal.clock.now(), traceId: "bench", ip: "127.0.0.1" });
  const organisationId = await createOrganisation(as({ kind: "anonymous", organisationId: "" }), { name: "Lantern Shop", timeZone: "UTC" });
  await publishShippedQuestionnaires(portal, organisationId, portal.clock.now());
  const ids: Partial<Record<PersonKey, string>> = {};
  const anonymous = as({ kind: "anonymous", organisationId });
  for (const { key, name, email, roles } of people) {
    const job = as({ kind: "system", organisationId, job: "set-up" });
    const { personId, passwordLink } = await addPerson(job, { name, email, roles: [...roles] });
    ids[key] = personId;
    if (key !== "officer") continue;
    await setPassword(anonymous, passwordLink.split("/").at(-1) ?? "", { password, repeated: password });
  }
  const known = ids as Record<PersonKey, string>;
  const stage = makeStage(portal, organisationId, { now: portal.clock.now, set: () => undefined }, known);
  const vendor = { name: "Quillpay Checkout", domain: "quillpay.example", category: "payment", contact: "Mara Lindqvist" } as const;
  const registered = await stage.register(vendor);
  await stage.settleInherentRisk(registered.engagementId);
  const sent = await stage.send(registered, ["payment-provider"]);
  const officer = people.find(({ key }) => key === "officer");
  const { token } = await signIn(anonymous, { email: officer?.email ?? "", password });
  const started = await startVendorSession(anonymous, sent.linkUrl.split("/").at(-1) ?? "", { name: "Mara Lindqvist" });
  await portal.waker.stop();
  await portal.pdf.close();
  await portal.store.close();
  insertVendors(join(dataDir, "vouchsafe.sqlite"), organisationId, Object.values(known), count);
  const cookies = { staffCookie: `__Host-session=${token}`, vendorCookie: `__Host-vendor=${started.token}` };
  return { dataDir, organisationId, assessmentId: sent.assessmentId, ...cookies };
}

const categories = ["payment", "hosting", "inventory", "other"] as const;
const standings = ["requested", "assessing", "active", "approved"] as const;
const bands = [null, "low", "medium", "high", "critical"] as const;
const grades = [null, "A", "B", "C", "D"] as const;
const first = ["Amber", "Birch", "Copper", "Dune", "Ember", "Fjord", "Gable", "Harbour", "Ivory", "Juniper"];
const second = ["Lane", "Quay", "Ridge", "Vale", "Wharf", "Yard", "Mill", "Gate"];

function insertVendors(file: string, organisationId: string, owners: readonly string[], count: number): void {
  const db = new Database(file);
  const template = db.prepare("select * from vendors limit 1").get() as Record<string, unknown>;
  const columns = Object.keys(template);
  const insert = db.prepare(`insert into vendors (${columns.join(", ")}) values (${columns.map((name) => `@${name}`).join(", ")})`);
  const term = db.prepare("insert into vendor_terms (organisation_id, term, vendor_id) values (?, ?, ?)");
  const tally = db.prepare(
    "insert into vendor_tallies (organisation_id, tier, residual, grade, standing, category, vendors) values (?, ?, ?, ?, ?, ?, 1) on conflict do update set vendors = vendors + 1",
  );
  db.exec("begin immediate");
  for (let i = 0; i < count; i += 1) {
    const id = `ven_${randomUUID()}`;
    const name = `${first[i % first.length]} ${second[(i * 7) % second.length]} ${i}`;
    const key = name.toLowerCase();
    const tier = 1 + (i % 4);
    const [residual, grade] = [bands[i % bands.length] ?? null, grades[i % grades.length] ?? null];
    const [standing, category] = [standings[i % standings.length], categories[(i * 3) % categories.length]];
    insert.run({
      ...template,
      id,
      name,
      name_key: key,
      duplicate_key: key,
      domain: `v${i}.example`,
      website: `https://v${i}.example`,
      category,
      owner_id: owners[i % owners.length],
      standing,
      engagement_id: null,
      tier,
      residual,
      grade,
      score_bps: grade ? 4000 + (i % 6000) : null,
      knock_outs: i % 17 === 0 ? 1 : 0,
      next_review_on: `2027-${String(1 + (i % 12)).padStart(2, "0")}-15`,
      next_review_reason: "cadence",
    });
    for (const word of new Set(key.split(" "))) term.run(organisationId, word, id);
    tally.run(organisationId, tier, residual ?? "", grade ?? "", standing, category);
  }
  db.exec("commit");
  db.exec("analyze");
  db.close();
}
