// Two organisations on one portal, filled by the real verbs and then opened as the built server: where the security tests attack.
// It is filled once per run; every ground is a copy of it.
// "own" is what the first organisation's people and vendor A work on; "sibling" belongs to vendor B of the same organisation,
// "foreign" to the other organisation.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import { people as demoPeople, type PersonKey } from "#app/cli/demo/company.ts";
import { close, decide, review } from "#app/cli/demo/desk.ts";
import { makeStage, type Stage } from "#app/cli/demo/stage.ts";
import { type PortalServer, startPortalServer } from "#app/cli/portal-server.ts";
import { type Role, roles } from "#app/domain/access/roles.ts";
import { startVendorSession } from "#app/server/assessments/portal/start-vendor-session.server.ts";
import { addPerson } from "#app/server/people/add-person.server.ts";
import { createOrganisation } from "#app/server/people/create-organisation.server.ts";
import { disablePerson } from "#app/server/people/disable-person.server.ts";
import { setPassword } from "#app/server/people/set-password.server.ts";
import { signIn } from "#app/server/people/sign-in.server.ts";
import { assemblePortal } from "#app/server/platform/assemble-portal.server.ts";
import { readConfig } from "#app/server/platform/config.server.ts";
import type { Actor, Context } from "#app/server/platform/context.server.ts";
import type { Portal } from "#app/server/platform/portal.server.ts";
import type { AnonymousContext } from "#app/server/platform/request-context.server.ts";
import { draftQuestionnaire } from "#app/server/questionnaires/drafts/draft-questionnaire.server.ts";
import { publishShippedQuestionnaires } from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";
import { sendDecisionLetter } from "#app/server/reports/letters/send-decision-letter.server.ts";
import { aClock, type MovableClock } from "./clock.ts";
import { copyDataFolder } from "./databases.ts";
import { oncePerRun, runFolder } from "./engines.ts";
import { aCaiqUploaded, aWorkbookUploaded, aWorkbookUploadedForVendor } from "./own-workbooks.ts";
import { aQuestionnaireFile } from "./questionnaires.ts";

export const password = "seven lanterns on the quay";
export const groundDay = "2026-11-23";

/** Ids of one of each kind of object, as the database names them. */
export type Objects = Record<
  "vendor" | "engagement" | "assessment" | "evidence" | "finding" | "decision" | "report" | "letter" | "draft" | "upload" | "caiq",
  string | undefined
> & {
  linkUrl: string;
  /** Of a person who has no password yet. */
  passwordToken: string;
  contact: string;
  /** A workbook one of ours brought in for the vendor. */
  brought: string;
  /** A question of the vendor's questionnaire that has a document. */
  question: string;
};

export interface Ground {
  readonly server: PortalServer;
  readonly clock: MovableClock;
  /** Cookie header of a session per role, of a disabled person, and of both vendors. */
  readonly cookies: Record<Role | "disabled" | "vendorA" | "vendorB" | "foreignVendor" | "foreignOfficer", string>;
  readonly emails: Record<Role, string>;
  /** Links to questionnaires that are sent and not answered yet. */
  readonly unanswered: readonly string[];
  readonly objects: Record<"own" | "sibling" | "foreign", Objects>;
  /** A further session of the person with this role, for tests that end sessions. */
  newSession(role: Role): Promise<string>;
  /** Rows per table, and the audit head of each organisation. */
  census(): Record<string, number>;
  /** Runs a query against the database file, reading only. */
  query(sql: string, ...values: unknown[]): Record<string, unknown>[];
  close(): Promise<void>;
}

/** What one organisation's stories need: people of every role. */
interface Cast {
  organisationId: string;
  stage: Stage;
  ids: Record<PersonKey, string>;
}

/** What the seed leaves behind for the copies. */
interface Seeded {
  organisationId: string;
  cookies: Ground["cookies"];
  emails: Record<Role, string>;
  unanswered: string[];
  passwordTokens: Record<keyof Ground["objects"], string>;
  drafts: Record<keyof Ground["objects"], string>;
  sent: Record<
    keyof Ground["objects"],
    { vendorId: string; engagementId: string; assessmentId: string; linkUrl: string; uploadId: string; caiqId: string; broughtId: string }
  >;
}

let addresses = 0;
const contextOf = <A extends Actor>(portal: Portal, actor: A): Context & { actor: A } => {
  addresses += 1;
  return { portal, actor, now: portal.clock.now(), traceId: "proving", ip: `198.51.100.${addresses % 250}` };
};

async function joins(portal: Portal, organisationId: string, domain: string, key: string, personRoles: readonly Role[]) {
  const email = `${key.toLowerCase()}@${domain}`;
  const asJob = contextOf(portal, { kind: "system", organisationId, job: "set-up" });
  const added = await addPerson(asJob, { name: `${key} of ${domain}`, email, roles: [...personRoles] });
  const token = added.passwordLink.split("/").at(-1) ?? "";
  await setPassword(contextOf(portal, { kind: "anonymous", organisationId }), token, { password, repeated: password });
  return { personId: added.personId, email };
}

async function invite({ stage, organisationId }: Cast, name: string): Promise<string> {
  const asJob = contextOf(stage.portal, { kind: "system", organisationId, job: "set-up" });
  const { passwordLink } = await addPerson(asJob, { name, email: `${name}.${organisationId}@invited.example`, roles: ["approver"] });
  return passwordLink.split("/").at(-1) ?? "";
}

export async function staffCookieOf(portal: Portal, organisationId: string, email: string): Promise<string> {
  const ctx: AnonymousContext = contextOf(portal, { kind: "anonymous", organisationId });
  return `__Host-session=${(await signIn(ctx, { email, password })).token}`;
}

async function castOf(
  portal: Portal,
  clock: MovableClock,
  name: string,
  domain: string,
): Promise<Cast & { emails: Record<string, string> }> {
  const organisationId = await createOrganisation(contextOf(portal, { kind: "anonymous", organisationId: "" }), { name, timeZone: "UTC" });
  await publishShippedQuestionnaires(portal, organisationId, clock.now());
  const ids: Partial<Record<PersonKey, string>> = {};
  const emails: Record<string, string> = {};
  for (const { key, roles: held } of demoPeople) {
    const { personId, email } = await joins(portal, organisationId, domain, key, held);
    ids[key] = personId;
    emails[held[0]] ??= email;
  }
  const known = ids as Record<PersonKey, string>;
  return { organisationId, ids: known, emails, stage: makeStage(portal, organisationId, clock, known) };
}

/** Registers a payment vendor and takes it as far as the stage can: sent, answered with documents, submitted. */
async function fullStory({ stage }: Cast, name: string, domain: string) {
  const known = await stage.register({ name, domain, category: "payment", contact: "Mara Lindqvist" });
  await stage.settleInherentRisk(known.engagementId);
  const sent = await stage.send(known, ["payment-provider"]);
  const contact = await stage.open(sent, "Mara Lindqvist");
  await stage.answer(contact, "payment-provider", "mixed");
  const { uploadId } = await aWorkbookUploaded(contact);
  const caiq = await aCaiqUploaded(contact);
  const brought = await aWorkbookUploadedForVendor(stage.as("procurement"), sent.assessmentId);
  await stage.submit(contact, "Head of Security");
  await stage.portal.waker.drain();
  return { ...sent, uploadId, caiqId: caiq.uploadId, broughtId: brought.uploadId };
}

/** Sent, and nothing answered; the shortest questionnaire. */
async function sentOnly({ stage }: Cast, name: string, domain: string): Promise<string> {
  const known = await stage.register({ name, domain, category: "other", contact: "Mara Lindqvist" });
  await stage.settleInherentRisk(known.engagementId);
  return (await stage.send(known, ["starter"])).linkUrl;
}

/** A questionnaire that was read from a file and waits to be published. Doors are tried in the order of route-access.ts, and the form of its
 * page uses it up: what only reads it stands before that. */
async function draftOf({ stage }: Cast, id: string): Promise<string> {
  return (await draftQuestionnaire(stage.as("officer"), { kind: "vouchsafe" }, aQuestionnaireFile(id))).draftId;
}

async function vendorCookieOf(portal: Portal, organisationId: string, linkUrl: string): Promise<string> {
  const ctx: AnonymousContext = contextOf(portal, { kind: "anonymous", organisationId });
  return `__Host-vendor=${(await startVendorSession(ctx, linkUrl.split("/").at(-1) ?? "", { name: "Mara Lindqvist" })).token}`;
}

/** Limits are tested elsewhere; here one address asks for everybody. */
const wide = {
  LIMIT_SETUP_IP: "100/1m",
  LIMIT_SIGN_IN_IP: "10000/1m",
  LIMIT_PASSWORD_LINK_IP: "1000/1m",
  LIMIT_LINK_OPEN_IP: "10000/1m",
  LIMIT_UPLOAD_VENDOR: "10000/1m",
  LIMIT_DOWNLOAD_PERSON: "10000/1m",
  LIMIT_VERIFY_IP: "10000/1m",
};

const seedFolder = () => join(runFolder(), "ground-seed");

async function seed(): Promise<string> {
  const dataDir = seedFolder();
  await copyDataFolder(dataDir, "sqlite");
  const clock = aClock(`${groundDay}T09:00:00Z`);
  const config = readConfig({ NODE_ENV: "test", DATA_DIR: dataDir, LOG_LEVEL: "silent" });
  const workerUrl = pathToFileURL(resolve("build/workers/pdf.worker.js"));
  const portal = await assemblePortal(config, { clock, workerUrl, runsJobsByItself: false });
  const here = await castOf(portal, clock, "Lantern Shop", "lantern.example");
  const there = await castOf(portal, clock, "Other Shop", "other.example");
  const sent = {
    own: await fullStory(here, "Quillpay Checkout", "quillpay.example"),
    foreign: await fullStory(there, "Ravenmoor Pay", "ravenmoor.example"),
    sibling: await fullStory(here, "Tolliver Acquiring", "tolliver.example"),
  };
  for (const cast of [here, there]) {
    const { assessmentId } = cast === here ? sent.own : sent.foreign;
    await review(cast.stage, assessmentId, { verified: 0.5 });
    await close(cast.stage, assessmentId);
    await decide(cast.stage, assessmentId, { outcome: "declined", rationale: "A knock-out failed and no day is named for a remedy." });
    await sendDecisionLetter(cast.stage.as("officer"), assessmentId, { language: "en" });
    await portal.waker.drain();
  }
  const { organisationId } = here;
  const cookies = {} as Ground["cookies"];
  for (const role of roles) cookies[role] = await staffCookieOf(portal, organisationId, here.emails[role] ?? "");
  const leaver = await joins(portal, organisationId, "lantern.example", "leaver", ["compliance_officer"]);
  cookies.disabled = await staffCookieOf(portal, organisationId, leaver.email);
  await disablePerson(here.stage.as("administrator"), leaver.personId);
  cookies.vendorA = await vendorCookieOf(portal, organisationId, sent.own.linkUrl);
  cookies.vendorB = await vendorCookieOf(portal, organisationId, sent.sibling.linkUrl);
  cookies.foreignVendor = await vendorCookieOf(portal, there.organisationId, sent.foreign.linkUrl);
  cookies.foreignOfficer = await staffCookieOf(portal, there.organisationId, there.emails.compliance_officer ?? "");
  const unanswered = [await sentOnly(here, "Bramblegate", "bramblegate.example"), await sentOnly(here, "Fernhollow", "fernhollow.example")];
  const passwordTokens = { own: await invite(here, "nadia"), sibling: await invite(here, "olek"), foreign: await invite(there, "pia") };
  const drafts = {
    own: await draftOf(here, "own-check"),
    sibling: await draftOf(here, "second-check"),
    foreign: await draftOf(there, "own-check"),
  };
  await portal.waker.drain();
  await portal.waker.stop();
  await portal.pdf.close();
  await portal.store.close();
  return JSON.stringify({
    organisationId,
    cookies,
    emails: here.emails as Record<Role, string>,
    unanswered,
    passwordTokens,
    drafts,
    sent,
  } satisfies Seeded);
}

/** Needs the build. */
export async function aProvingGround(): Promise<Ground> {
  const { organisationId, cookies, emails, unanswered, passwordTokens, drafts, sent } = JSON.parse(
    await oncePerRun("proving-ground", seed),
  ) as Seeded;
  const dataDir = mkdtempSync(join(runFolder(), "ground-"));
  cpSync(seedFolder(), dataDir, { recursive: true });
  const clock = aClock(`${groundDay}T09:05:00Z`);
  const server = await startPortalServer({ clock, dataDir, runsJobsByItself: false, env: { LOG_LEVEL: "silent", ...wide } });
  const db = new Database(join(dataDir, "vouchsafe.sqlite"), { readonly: true });
  const query = (sql: string, ...values: unknown[]) => db.prepare(sql).all(...values) as Record<string, unknown>[];
  const tables = query("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").map(({ name }) => String(name));
  const firstId = (table: string, column: string, value: string) =>
    query(`select id from ${table} where ${column} = ? order by id limit 1`, value)[0]?.id as string | undefined;
  const objectsOf = (key: keyof typeof sent): Objects => ({
    vendor: sent[key].vendorId,
    engagement: sent[key].engagementId,
    assessment: sent[key].assessmentId,
    evidence: firstId("evidence", "vendor_id", sent[key].vendorId),
    finding: firstId("findings", "vendor_id", sent[key].vendorId),
    decision: firstId("decisions", "assessment_id", sent[key].assessmentId),
    report: query("select decision_page_evidence_id as id from decisions where assessment_id = ?", sent[key].assessmentId)[0]?.id as
      | string
      | undefined,
    letter: query("select evidence_id as id from decision_letters where assessment_id = ?", sent[key].assessmentId)[0]?.id as
      | string
      | undefined,
    draft: drafts[key],
    upload: sent[key].uploadId,
    caiq: sent[key].caiqId,
    brought: sent[key].broughtId,
    contact: String(firstId("contacts", "vendor_id", sent[key].vendorId)),
    linkUrl: sent[key].linkUrl,
    passwordToken: passwordTokens[key],
    question: String(
      query("select question_key from evidence_uses where assessment_id = ? order by 1", sent[key].assessmentId)[0]?.question_key,
    ),
  });
  return {
    server,
    clock,
    cookies,
    emails,
    unanswered,
    objects: { own: objectsOf("own"), sibling: objectsOf("sibling"), foreign: objectsOf("foreign") },
    newSession: (role) => staffCookieOf(server.portal, organisationId, emails[role]),
    census: () => Object.fromEntries(tables.map((table) => [table, Number(query(`select count(*) as n from ${table}`)[0]?.n)])),
    query,
    async close() {
      db.close();
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
