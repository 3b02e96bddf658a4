// Every repo and query of the server × two organisations. One shop lives alone first; then another moves in with the same story. What the
// first one sees must stay the same to the letter, whatever function it is seen through; and asking in its name for the other's objects
// must give nothing, and change nothing of the other's. A function written tomorrow is called tomorrow.
import { createHash } from "node:crypto";
import { eq, getTableColumns } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { isDomainError } from "#app/domain/errors.ts";
import type { Reader, Tx } from "#app/server/platform/store.server.ts";
import { isUniqueViolation } from "#db/errors.server.ts";
import { aShop, type Shop } from "#tests/support/a-shop.ts";
import { builtPdfWorker } from "#tests/support/built-pdf-worker.ts";
import { argumentsOf, parametersOf, type Row, type Stored, special } from "#tests/support/calling-queries.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aWorld, type World } from "#tests/support/world.ts";

type Callable = (...args: never[]) => unknown;

const modules = import.meta.glob<Record<string, unknown>>("../../app/server/**/*.{repo,queries}.server.ts", { eager: true });
const nameOf = (path: string) => path.replace("../../app/server/", "").replace(/\.(repo|queries)\.server\.ts$/, "");
const functions = Object.entries(modules).flatMap(([path, exported]) =>
  Object.entries(exported).flatMap(([key, value]) =>
    typeof value === "function" ? [[`${nameOf(path)} ${key}`, value as Callable] as const] : [],
  ),
);

/** Called by no organisation, or for all of them; or without reading anything. */
const exempt: Record<string, string> = {
  "monitoring/review-questionnaires reviewQuestionnaires": "names of questionnaires, from two queries walked here",
  "people/people countPeople": "asks whether the installation is set up at all",
  "assessments/portal/door viewDoor": "the secret in the link says whose vendor it is",
  "jobs/jobs hasDueJob": "one worker serves all organisations",
  "jobs/jobs claimJob": "one worker serves all organisations",
  "jobs/jobs deleteOldSlots": "locks of the installation",
  "jobs/jobs insertSlot": "locks of the installation",
  "jobs/organisation-ids listOrganisationIds": "the sweeps visit each organisation for itself",
  "assessments/review/review-trail reviewersOf": "reads no table",
  "monitoring/days-asked inWindow": "reads no table",
  "monitoring/first-assessments awaitsFirstAssessment": "a condition of the queries beside it",
  "monitoring/subject noticeFacts": "reads no table",
  "reports/build-report-facts assessmentNumber": "reads no table",
  "reports/report-obligations findingsOf": "reads no table",
  "reports/report-obligations riskAcceptancesOf": "reads no table",
  "reports/report-obligations clausesOf": "reads no table",
  "reports/report-obligations pciOf": "reads no table",
  "reports/report-people roleWords": "reads no table",
  "vendors/vendor-list-statements vendorStretch": "a statement that listVendorPage runs",
  "vendors/vendors vendorsByPrefix": "a part of that statement",
};
const isExempt = (name: string) => name in exempt || name.startsWith("platform/unscoped ");
const walked = functions.filter(([name]) => !isExempt(name));

interface Outcome {
  /** What was returned, or the refusal. */
  said: unknown;
  isRefused: boolean;
  /** Digest of the rows of the asking organisation, and of the other one, after a write; undefined for a read. */
  own: string | undefined;
  other: string;
}

const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null, (_, each) => (each instanceof Map ? [...each] : each instanceof Set ? [...each] : each)) as string,
  );

/** Every text in a value, and every id and every shop's name within one. */
function textsIn(value: unknown, into = new Set<string>()): Set<string> {
  if (typeof value === "string") {
    into.add(value);
    for (const [name] of value.matchAll(/\b[a-z]{3}_\w{20,}|\b(Wren|Lark) Shop|\b(wren|lark)-shop/g)) into.add(name);
  } else if (value && typeof value === "object") for (const each of Object.values(value)) textsIn(each, into);
  return into;
}

async function rowsOf(from: Reader, organisationId: string): Promise<Record<string, Row[]>> {
  const found: Record<string, Row[]> = {};
  for (const [name, table] of Object.entries(from.t) as [string, Reader["t"]["vendors"]][]) {
    const column = name === "organisations" ? table.id : getTableColumns(table).organisationId;
    if (column) found[name] = (await from.db.select().from(table).where(eq(column, organisationId))) as unknown as Row[];
  }
  return found;
}

const digestOf = async (from: Reader, { organisationId }: Shop): Promise<string> => {
  const rows = Object.values(await rowsOf(from, organisationId)).map((table) => table.map((row) => JSON.stringify(row)).sort());
  return createHash("sha256").update(JSON.stringify(rows)).digest("hex");
};

async function listed(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const each of stream) all.push(each);
  return all;
}

const without = (texts: Set<string>, others: Set<string>) => new Set([...texts].filter((text) => !others.has(text)));

class Undo extends Error {}

async function run(call: (from: Reader) => unknown, from: Reader): Promise<Pick<Outcome, "said" | "isRefused">> {
  try {
    const returned = await call(from);
    const isStream = returned !== null && typeof returned === "object" && Symbol.asyncIterator in returned;
    const said = isStream ? await listed(returned as AsyncIterable<unknown>) : returned;
    return { said: plain(said), isRefused: false };
  } catch (error) {
    if (isDomainError(error)) return { said: `${error.code}: ${error.detail}`, isRefused: true };
    if (isUniqueViolation(error)) return { said: "breaks a unique key", isRefused: true };
    throw error;
  }
}

onEveryEngine("two organisations", (engine) => {
  let world: World;
  let here: Stored;
  let there: Stored;
  /** Digests of both before anything is called. */
  let lonely: string;
  let untouched = "";
  /** What only the other, and what only the asker's own rows say. */
  let secrets: Set<string>;
  let marks: Set<string>;
  const alone = new Map<string, Outcome>();

  /** Calls in a transaction that is taken back. */
  async function call([name, fn]: (typeof functions)[number], of: Stored, asks: Stored, other: Stored): Promise<Outcome> {
    const asking = (from: Reader) => (fn as (...args: unknown[]) => unknown)(...argumentsOf(name, fn, from, of, asks));
    const { store } = world;
    if (!parametersOf(fn).includes("tx")) return { ...(await run(asking, store.read)), own: undefined, other: untouched };
    let outcome: Outcome | undefined;
    const writing = async (tx: Tx) => {
      const ran = await run(asking, tx);
      // A refusal by the database has ended the transaction.
      const isOver = ran.said === "breaks a unique key";
      outcome = { ...ran, own: isOver ? "" : await digestOf(tx, asks.shop), other: isOver ? untouched : await digestOf(tx, other.shop) };
      throw new Undo();
    };
    await expect(store.tx(asks.shop.organisationId, writing)).rejects.toBeInstanceOf(Undo);
    return outcome as Outcome;
  }

  beforeAll(async () => {
    await builtPdfWorker();
    world = await aWorld({ engine });
    const { read } = world.store;
    const stored = async (shop: Shop): Promise<Stored> => ({ shop, rows: await rowsOf(read, shop.organisationId) });
    here = await stored(await aShop(world, "Wren Shop"));
    const nobody: Stored = { ...here, shop: { ...here.shop, organisationId: "org_nobody" } };
    lonely = await digestOf(read, here.shop);
    for (const each of walked) {
      const failed = (error: unknown): Outcome => ({ said: String(error), isRefused: true, own: undefined, other: "" });
      alone.set(each[0], await call(each, here, here, nobody).catch(failed));
    }
    const end = world.clock.now();
    there = await stored(await aShop(world, "Lark Shop"));
    expect(world.clock.now()).toEqual(end);
    untouched = await digestOf(read, there.shop);
    const [own, others] = [textsIn(plain(here.rows)), textsIn(plain(there.rows))];
    secrets = without(others, own);
    marks = without(own, others);
  }, 200_000);

  it("both have something of everything", () => {
    for (const { rows } of [here, there]) {
      expect(Object.entries(rows).filter(([, some]) => some.length === 0)).toEqual([]);
    }
    expect(secrets.size).toBeGreaterThan(1000);
  });

  /** One list of complaints for all functions, so that a failing run names every one. */
  async function walk(complain: (each: (typeof functions)[number]) => Promise<string | undefined>): Promise<string[]> {
    const complaints: string[] = [];
    for (const each of walked) {
      const complaint = await complain(each).catch((error: Error) => error.message);
      if (complaint !== undefined) complaints.push(`${each[0]} ${complaint}`);
    }
    return complaints;
  }

  it("every function is called with something that makes it answer, or do its work", async () => {
    const idle = await walk(async (each) => {
      const { said, isRefused, own } = alone.get(each[0]) as Outcome;
      if (/ (require|refuse)\w+$/.test(each[0])) return undefined;
      if (own === undefined) return isRefused || isEmpty(said) ? `says ${JSON.stringify(said)} of the asker's own` : undefined;
      return own !== lonely || isRefused || said !== null ? undefined : "changes nothing of the asker's own";
    });
    expect(idle).toEqual([]);
  });

  it("every function shows and does the same as if nobody else were here", async () => {
    const different = await walk(async (each) => {
      const before = alone.get(each[0]);
      const again = await call(each, here, here, there);
      if (JSON.stringify(again.said) !== JSON.stringify(before?.said)) return "says something else";
      if (again.own !== before?.own) return "leaves other rows of the asker's own";
      return again.other === untouched ? undefined : "changes rows of the other";
    });
    expect(different).toEqual([]);
  });

  it("no function gives or changes anything of another organisation whose objects it is asked for", async () => {
    const open = await walk(async (each) => {
      const [name, fn] = each;
      const given = argumentsOf(name, fn, undefined, there, here).filter((argument) => argument !== world.portal && !isContext(argument));
      const outcome = await call(each, there, here, there);
      // Of a whole row it was handed a function may speak, of an id not.
      const known = textsIn(plain(given.filter((argument) => typeof argument === "object" && !Array.isArray(argument))));
      const leaked = [...without(textsIn(outcome.said), known)].filter((text) => secrets.has(text));
      if (leaked.length > 0) return `gives ${leaked.slice(0, 5).join(", ")}`;
      const isTheirs = [...textsIn(plain(given))].some((text) => secrets.has(text));
      const isOwn = [...textsIn(outcome.said)].some((text) => marks.has(text));
      const isTold = !outcome.isRefused && !isOwn && JSON.stringify(outcome.said) === JSON.stringify(alone.get(name)?.said);
      if (isTheirs && isTold && (!isEmpty(outcome.said) || / require/.test(name))) return "says the same as of the asker's own";
      return outcome.other === untouched ? undefined : "changes rows of the other";
    });
    expect(open).toEqual([]);
    expect(await digestOf(world.store.read, there.shop)).toBe(untouched);
  });
});

const isEmpty = (value: unknown): boolean =>
  value === null || value === false || value === 0 || (Array.isArray(value) && value.length === 0);
const isContext = (value: unknown): boolean => typeof value === "object" && value !== null && "portal" in value;

describe("the walk", () => {
  it("names no function that is not there", () => {
    const names = new Set<string>(functions.map(([name]) => name));
    expect([...Object.keys(special), ...Object.keys(exempt)].filter((name) => !names.has(name))).toEqual([]);
    expect(walked.length).toBeGreaterThan(200);
  });
});
