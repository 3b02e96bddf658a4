// Filled workbooks come from strangers: whatever is in the file, reading it ends soon, in words, in a thread of its own and in little memory.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { beforeAll, describe, expect, it } from "vitest";
import { openBundle } from "#app/server/assessments/portal/workbook/open-bundle.server.ts";
import { createWorkbookReader, type WorkbookReader } from "#app/server/platform/workbook-reader.server.ts";
import { writeStoredArchive } from "#app/server/questionnaires/import/write-stored-archive.server.ts";
import { builtPdfWorker } from "#tests/support/built-pdf-worker.ts";
import { heaviest, hostileWorkbooks, packed } from "#tests/support/hostile-workbooks.ts";
import { bytesOf, formFor } from "#tests/support/own-workbooks.ts";
import { shippedQuestionnaires } from "../content/shipped-files.ts";

let workerUrl: URL;
let reader: WorkbookReader;
beforeAll(async () => {
  workerUrl = new URL("./workbook.worker.js", await builtPdfWorker());
  reader = createWorkbookReader({ workerUrl });
}, 120_000);

const limit = 25 * 1024 * 1024;
const outcome = (reading: Promise<unknown>) =>
  reading.then(
    (read) => (read === undefined ? "not ours" : "read"),
    ({ code, detail }: { code: string; detail: string }) => `${code}: ${detail}`,
  );
const bundle = (bytes: Uint8Array) => outcome(openBundle(Buffer.from(bytes), "all.zip", limit));

describe("a hostile workbook", () => {
  it.each(hostileWorkbooks)("%s ends with a sentence, within two seconds of work, beside the requests", async (_, make) => {
    const { bytes, name } = make();
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const before = process.cpuUsage();
    const said = await outcome(
      openBundle(Buffer.from(bytes), name, limit).then(({ workbook }) => reader.read(workbook.bytes, workbook.name)),
    );
    const { user, system } = process.cpuUsage(before);
    delay.disable();
    expect(said).toMatch(/^not ours$|^(invalid|too_large|unsupported_type): \S+.*\.$/);
    expect((user + system) / 1e6).toBeLessThan(2);
    expect(delay.max / 1e6).toBeLessThan(500);
  });

  it("takes less than 200 MiB, the heaviest, too", () => {
    const folder = mkdtempSync(join(tmpdir(), "vouchsafe-reader-"));
    const script = `
      const { createWorkbookReader } = await import("#app/server/platform/workbook-reader.server.ts");
      const { readFileSync } = await import("node:fs");
      const [url, ...paths] = process.argv.slice(1);
      const reader = createWorkbookReader({ workerUrl: new URL(url) });
      const said = [];
      for (const path of paths) said.push(await reader.read(readFileSync(path), "w.xlsx").then(() => "read", (error) => error.name));
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
    const impatient = createWorkbookReader({ workerUrl, timeoutMs: 1 });
    const ours = await bytesOf(formFor(...shippedQuestionnaires.filter(({ id }) => id === "starter")), new Map());
    expect(await outcome(impatient.read(ours, "w.xlsx"))).toMatch(/^too_large: w\.xlsx: The workbook takes too much to read/);
    expect(await outcome(reader.read(ours, "w.xlsx"))).toBe("read");
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
