// All measurements of `npm run bench`. A ratio compares CPU per request of the built portal with the bare baseline, measured in turns within the
// same run; the rest are absolute. Nothing measured is thinned: page, rail, filters, tier strip and compression are what a person gets.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Filled, fillVendors } from "./fill-vendors.ts";
import { measureScoring } from "./measure-scoring.ts";
import { type Asked, askOnce, cpuTicks, memoryMiB, type Served, serveBaseline, servePortal } from "./processes.ts";

export interface Measured {
  name: string;
  ratio: number;
  target: number;
  ok: boolean;
}

const atMost = (name: string, ratio: number, target: number): Measured => ({ name, ratio: round(ratio), target, ok: ratio <= target });
const atLeast = (name: string, ratio: number, target: number): Measured => ({
  name,
  ratio: Math.round(ratio),
  target,
  ok: ratio >= target,
});
const round = (value: number) => Math.round(value * 100) / 100;
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

type Ask = () => Promise<void>;

function reading(served: Served, asked: Asked): Ask {
  return async () => {
    const { status } = await askOnce(served, asked);
    if (status !== 200) throw new Error(`${asked.path} answered ${status}.`);
  };
}

async function ticksOf(served: Served, ask: Ask, times: number): Promise<number> {
  const before = cpuTicks(served.pid);
  for (let i = 0; i < times; i += 1) await ask();
  return (cpuTicks(served.pid) - before) / times;
}

/** CPU per request of `ours` over that of `theirs`, in turns; each turn of the cheap one is longer because a tick is 10 ms. */
async function compare(ours: [Served, Ask], theirs: [Served, Ask], times: number): Promise<number> {
  await ticksOf(ours[0], ours[1], times);
  await ticksOf(theirs[0], theirs[1], times * 4);
  let [mine, bare] = [0, 0];
  for (let turn = 0; turn < 5; turn += 1) {
    mine += await ticksOf(ours[0], ours[1], times);
    bare += await ticksOf(theirs[0], theirs[1], times * 6);
  }
  return mine / bare;
}

const list: Omit<Asked, "cookie"> = { path: "/vendors" };
/** As scripts of a framework would ask for the page's own data. */
const listData: Omit<Asked, "cookie"> = { path: "/vendors.data" };
const question = "payment-provider#tls_oldest";

/** Changes one answer back and forth, each save over the last. */
function saving(served: Served, cookie: string, body: (value: string, base: number) => string, path: string): Ask {
  let base = 0;
  return async () => {
    const form = body(base % 2 === 0 ? "tls12" : "tls13", base);
    const { status, text } = await askOnce(served, { path, cookie, form });
    if (status !== 200) throw new Error(`Saving answered ${status}: ${text()}`);
    base += 1;
  };
}

const encode = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

async function listTimes(few: Served, fewFilled: Filled, many: Served, manyFilled: Filled): Promise<number> {
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < 250; i += 1) {
    const one = await askOnce(few, { ...list, cookie: fewFilled.staffCookie });
    const other = await askOnce(many, { ...list, cookie: manyFilled.staffCookie });
    if (i < 50) continue;
    times[0].push(one.ms);
    times[1].push(other.ms);
  }
  return median(times[1]) / median(times[0]);
}

async function memoryAfterLoad(served: Served, cookie: string, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  const ask = reading(served, { ...list, cookie });
  const one = async () => {
    while (performance.now() < until) await ask();
  };
  await Promise.all([one(), one(), one(), one()]);
  return memoryMiB(served.pid);
}

export async function runBench(say: (line: string) => void, onMeasured: (measured: Measured) => void): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "vouchsafe-bench-"));
  const results: Measured[] = [];
  const serving: Served[] = [];
  const note = (measured: Measured) => {
    results.push(measured);
    onMeasured(measured);
  };
  const open = async (served: Promise<Served>) => {
    const ready = await served;
    serving.push(ready);
    return ready;
  };
  try {
    say("Filling portals with 1,000, 10,000 and 100,000 vendors …");
    const [small, medium, large] = [
      await fillVendors(join(folder, "1k"), 1_000),
      await fillVendors(join(folder, "10k"), 10_000),
      await fillVendors(join(folder, "100k"), 100_000),
    ];
    say("Measuring …");
    const portal = await open(servePortal(medium));
    const bare = await open(serveBaseline(medium));
    const bareList = reading(bare, { path: "/list", cookie: medium.staffCookie });
    const { staffCookie: cookie } = medium;
    note(
      atMost(
        "list of 50 out of 10,000 vendors, CPU per page",
        await compare([portal, reading(portal, { ...list, cookie })], [bare, bareList], 150),
        25,
      ),
    );
    note(
      atMost(
        "the list's .data, CPU per request",
        await compare([portal, reading(portal, { ...listData, cookie })], [bare, bareList], 300),
        8,
      ),
    );
    const save = (value: string, base: number) => encode({ [`base:${question}`]: String(base), [`value:${question}`]: value });
    const bareSave = (value: string, base: number) => encode({ question: "bench#question", base: String(base), value });
    const ours = saving(portal, medium.vendorCookie, save, "/v/answer");
    const theirs = saving(bare, "", bareSave, "/answer");
    note(atMost("autosave of one answer, CPU per save", await compare([portal, ours], [bare, theirs], 200), 6));
    const [few, many] = [await open(servePortal(small)), await open(servePortal(large))];
    note(atMost("list p50 at 100,000 vendors over that at 1,000", await listTimes(few, small, many, large), 1.5));
    const { answersPerSecond, withGainsMs } = measureScoring();
    note(atLeast("scored answers per second, without gains", answersPerSecond, 200_000));
    note(atMost("score and gains of 300 questions, ms", withGainsMs, 20));
    const limit = process.versions.node.startsWith("20.") ? 300 : 350;
    note(atMost("memory after 60 s of list load, MiB", await memoryAfterLoad(portal, cookie, 60), limit));
    return results;
  } finally {
    for (const served of serving) await served.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
