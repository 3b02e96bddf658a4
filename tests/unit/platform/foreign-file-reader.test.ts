// Filled workbooks and questionnaires to import come from strangers: whatever is in the file, reading it ends soon, in words, in a thread of
// its own and in little memory.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { beforeAll, describe, expect, it } from "vitest";
import type { DraftKind } from "#app/domain/questionnaire/draft.ts";
import { openBundle } from "#app/server/assessments/portal/workbook/open-bundle.server.ts";
import { createForeignFileReader, type ForeignFileReader } from "#app/server/platform/foreign-file-reader.server.ts";
import type { NamedBytes } from "#app/server/questionnaires/import/import-questionnaire.server.ts";
import { writeStoredArchive } from "#app/server/questionnaires/import/write-stored-archive.server.ts";
import { builtPdfWorker } from "#tests/support/built-pdf-worker.ts";
import { hostileFiles, largeFiles } from "#tests/support/hostile-files.ts";
import { heaviest, hostileWorkbooks, packed } from "#tests/support/hostile-workbooks.ts";
import { bytesOf, formFor } from "#tests/support/own-workbooks.ts";
import { newestQuestionnaires } from "../content/shipped-files.ts";

let workerUrl: URL;
let reader: ForeignFileReader;
/** Gives a busy machine time. */
let patient: ForeignFileReader;
beforeAll(async () => {
  workerUrl = new URL("./foreign-file.worker.js", await builtPdfWorker());
  reader = createForeignFileReader({ workerUrl });
  patient = createForeignFileReader({ workerUrl, timeoutMs: 50_000 });
}, 120_000);

const limit = 25 * 1024 * 1024;
const outcome = (reading: Promise<unknown>) =>
  reading.then(
    (read) => (read === undefined ? "not ours" : "read"),
    ({ code, detail }: { code: string; detail: string }) => `${code}: ${detail}`,
  );
const bundle = (bytes: Uint8Array) => outcome(openBundle(Buffer.from(bytes), "all.zip", limit));

/** What comes of a reading, the work of the whole process for it, and the longest the requests had to wait meanwhile; in ms. */
async function watched(reading: () => Promise<unknown>) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const before = process.cpuUsage();
  const from = performance.now();
  const said = await outcome(reading());
  const took = performance.now() - from;
  const { user, system } = process.cpuUsage(before);
  delay.disable();
  return { said, took, work: (user + system) / 1000, wait: delay.max / 1e6 };
}
const questionnaire = (kind: DraftKind, file: NamedBytes, extensions: NamedBytes[] = []) =>
  watched(() => patient.read("questionnaire", { file, kind, settings: { extensions } }));

describe("a hostile workbook", () => {
  it.each(hostileWorkbooks)("%s ends with a sentence, within two seconds of work, beside the requests", async (_, make) => {
    const { bytes, name } = make();
    const read = async () => {
      const { workbook } = await openBundle(Buffer.from(bytes), name, limit);
      return reader.read("filled", { file: workbook });
    };
    const { said, work, wait } = await watched(read);
    expect(said).toMatch(/^not ours$|^(invalid|too_large|unsupported_type): \S+.*\.$/);
    expect(work).toBeLessThan(2000);
    expect(wait).toBeLessThan(500);
  });

  it("takes less than 200 MiB, the heaviest, too", () => {
    const folder = mkdtempSync(join(tmpdir(), "vouchsafe-reader-"));
    const script = `
      const { createForeignFileReader } = await import("#app/server/platform/foreign-file-reader.server.ts");
      const { readFileSync } = await import("node:fs");
      const [url, ...paths] = process.argv.slice(1);
      const reader = createForeignFileReader({ workerUrl: new URL(url) });
      const said = [];
      for (const path of paths) said.push(await reader.read("filled", { file: { bytes: readFileSync(path), name: "w.xlsx" } }).then(() => "read", (error) => error.name));
      const [, peak] = /VmHWM:\\s+(\\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"));
      console.log(JSON.stringify({ said, mebibytes: peak / 1024 }));`;
    try {
      const paths = hostileWorkbooks.slice(0, heaviest).map(([, make], n) => {
        const path = join(folder, `${n}.xlsx`);
        writeFileSync(path, make().bytes);
        return path;
      });
      const args = ["--import", "tsx", "--input-type=module", "--eval", script, workerUrl.href, ...paths];
      const { said, mebibytes } = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as {
        said: string[];
        mebibytes: number;
      };
      expect(said.filter((each) => each !== "DomainError" && each !== "read")).toEqual([]);
      expect(mebibytes).toBeLessThan(200);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);

  it("that never ends is given up, and the next one is read", async () => {
    const impatient = createForeignFileReader({ workerUrl, timeoutMs: 1 });
    const ours = await bytesOf(formFor(...newestQuestionnaires.filter(({ id }) => id === "starter")), new Map());
    expect(await outcome(impatient.read("filled", { file: { bytes: ours, name: "w.xlsx" } }))).toMatch(
      /^too_large: w\.xlsx: The workbook takes too much to read/,
    );
    expect(await outcome(reader.read("filled", { file: { bytes: ours, name: "w.xlsx" } }))).toBe("read");
  });
});

describe("a questionnaire of somebody else", () => {
  const files = hostileFiles.map(
    ([kind, what, content, says]) => [kind, what, () => ({ name: "f", bytes: Buffer.from(content) }), says] as const,
  );
  const workbooks = hostileWorkbooks.map(([what, make, says]) => ["caiq", what, make, says] as const);

  it.each([...files, ...workbooks])(
    "of kind %s, %s, ends with a sentence, within two seconds of work, beside the requests",
    async (kind, _, make, says) => {
      const { said, work, wait } = await questionnaire(kind, make());
      expect(said).toMatch(/^(invalid|too_large|unsupported_type): .*\.$/);
      expect(said).toMatch(says);
      expect(work).toBeLessThan(2000);
      expect(wait).toBeLessThan(500);
    },
  );

  it.each(largeFiles)("that is honest and as large as may be, %s, is read, and no request waits for it", async (_, kind, make) => {
    const { said, took, wait } = await questionnaire(kind, ...make());
    expect(said).toBe("read");
    expect(took).toBeGreaterThan(200);
    expect(wait).toBeLessThan(took / 3);
  });
});

describe("a reader that breaks", () => {
  const failures: Error[] = [];
  const stubborn = createForeignFileReader({
    workerUrl: new URL("./fixtures/stubborn.reader.mjs", import.meta.url),
    timeoutMs: 5000,
    onFailure: (error) => failures.push(error),
  });
  const read = (name: string) =>
    outcome(stubborn.read("questionnaire", { file: { name, bytes: Buffer.from("x") }, kind: "vouchsafe", settings: {} }));

  it.each([
    ["exit", /ended with code 3/],
    ["throw", /broken on command/],
    ["fail", /a defect/],
  ])("costs its file (%s) a sentence and the log a line; the next file is read", async (name, logged) => {
    expect(await read(name)).toBe(
      `invalid: ${name}: The file could not be read, and nothing of it was kept. Save it anew, or send another.`,
    );
    expect(failures.splice(0).map(({ message }) => message)).toEqual([expect.stringMatching(logged)]);
    expect(await read("read")).toBe("not ours");
  });

  it.each(["swell", "hang"])("for want of memory or time (%s) says that the file takes too much", async (name) => {
    expect(await read(name)).toBe(`too_large: ${name}: The file takes too much to read. Leave out what is no question, or split it.`);
    expect(failures).toEqual([]);
    expect(await read("read")).toBe("not ours");
  });
});

describe("an archive of workbook and documents", () => {
  const stored = (...names: string[]) => writeStoredArchive(new Map(names.map((name) => [name, Buffer.from(name)])));
  const bomb = (name: string, bytes: number, says?: number) =>
    packed({ name: "all.zip", bytes: stored("w.xlsx") }, name, Buffer.alloc(bytes, 32), says).bytes;

  it.each<[string, () => Uint8Array, RegExp]>([
    [
      "with a document that unpacks to hundreds of megabytes",
      () => bomb("a.pdf", 300 * 1024 * 1024),
      /^too_large: a\.pdf: The file is larger than 25 MB/,
    ],
    [
      "packed more tightly than anything honest",
      () => bomb("a.pdf", 20 * 1024 * 1024),
      /^too_large: all\.zip: The archive is packed in a way/,
    ],
    [
      "with a workbook too large to be ours",
      () => packed({ name: "all.zip", bytes: stored("a.pdf") }, "w.xlsx", noise(5 * 1024 * 1024)).bytes,
      /^too_large: w\.xlsx: The workbook is larger than 4 MiB/,
    ],
    [
      "with hundreds of files",
      () => stored("w.xlsx", ...Array.from({ length: 400 }, (_, n) => `${n}.pdf`)),
      /^invalid: all\.zip: The archive holds more than 300 files/,
    ],
    ["with a way out of its folder", () => stored("w.xlsx", "../../etc/passwd"), /^invalid: all\.zip: The file is damaged/],
    ["cut off", () => stored("w.xlsx", "a.pdf").slice(0, 60), /^invalid: all\.zip: The file is damaged/],
    ["empty", () => stored(), /^invalid: all\.zip: There is no workbook/],
  ])("%s is refused", async (_, make, says) => {
    expect(await bundle(make())).toMatch(says);
  });

  it("may have folders, litter, workbooks as documents, and documents of one name", async () => {
    const bytes = stored(
      "x/questionnaire-card.xlsx",
      "__MACOSX/x/._a.pdf",
      "x/.DS_Store",
      "x/list.xlsx",
      "x/A.pdf",
      "y/a.PDF",
      "x/Zür.pdf",
    );
    const { workbook, files } = await openBundle(Buffer.from(bytes), "all.zip", limit);
    expect(workbook.name).toBe("questionnaire-card.xlsx");
    expect([...files].map(([key, file]) => [key, file?.name])).toEqual([
      ["list.xlsx", "list.xlsx"],
      ["a.pdf", undefined],
      ["zür.pdf", "Zür.pdf"],
    ]);
  });
});

/** Bytes that do not pack. */
function noise(bytes: number): Buffer {
  const all = Buffer.alloc(bytes);
  for (let at = 0, state = 1; at < bytes; at += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    if (at + 4 <= bytes) all.writeUInt32LE(state, at);
  }
  return all;
}
