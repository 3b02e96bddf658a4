// Judges a Word or Excel file by its archive's directory alone: nothing is unpacked, so a bomb costs what its directory costs.
// Refuses with DomainError unsupported_type and a sentence that says what to upload instead; `data.sentence` is without this advice.
import { promisify } from "node:util";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { DomainError } from "#app/domain/errors.ts";
import type { AcceptedMediaType } from "#app/domain/evidence/accepted-types.ts";
import { archiveLimits } from "#app/domain/evidence/content-limits.ts";
import type { Messages } from "#app/i18n/en.ts";
import { messages } from "#app/i18n/messages.ts";
import { refusal } from "./refusal.server.ts";

/** The part without which the archive is not such a document. */
const mainPart: Partial<Record<AcceptedMediaType, string>> = {
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word/document.xml",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xl/workbook.xml",
};

/** Parts a document needs: text, pictures, fonts. Everything else is another file within the file. */
const partName =
  /(?:\.(?:xml|rels|vml|png|jpe?g|jfif|gif|tiff?|bmp|ico|emf|wmf|wdp|webp|svg|odttf|fntdata|psmdcp|thmx)|printerSettings\d*\.bin)$/i;
const smallBytes = 1024 * 1024;

type Office = Messages["portal"]["refusals"]["office"];

function refuse(say: (words: Office) => string, reason: string): DomainError {
  const sentence = say(messages.en.portal.refusals.office);
  return refusal("unsupported_type", ({ refusals }) => refusals.asPdf(say(refusals.office)), { reason, sentence });
}

function checkEntry(entry: Entry): void {
  const name = entry.fileName;
  const fileKind = (entry.externalFileAttributes >>> 16) & 0o170000;
  if ((entry.generalPurposeBitFlag & 0x2041) !== 0) throw refuse((words) => words.encrypted, "encrypted");
  if (fileKind === 0o120000) throw refuse((words) => words.symlink, "symlink");
  if (/vbaProject|vbaData|\/activeX\//i.test(name)) throw refuse((words) => words.macros, "macros");
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw refuse((words) => words.compression, "compression");
  if (!name.endsWith("/") && !partName.test(name)) throw refuse((words) => words.nested(name.slice(-60)), "nested");
}

type SizeProblem = "large" | "tight" | "overlap";

/** What no honest archive does; undefined when it does none of it. */
export function sizeProblem(entries: readonly Entry[], archiveBytes: number): SizeProblem | undefined {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0);
  if (unpacked > archiveLimits.totalBytes) return "large";
  if (unpacked > smallBytes && unpacked > archiveLimits.ratio * Math.max(1, packed)) return "tight";
  if (packed > archiveBytes) return "overlap";
  const byOffset = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  const overlaps = (entry: Entry, index: number) =>
    entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize > (byOffset[index + 1]?.relativeOffsetOfLocalHeader ?? archiveBytes);
  return byOffset.some(overlaps) ? "overlap" : undefined;
}

/** The entries of an archive's directory, one by one through `check`, whose error ends the reading. */
export function readDirectory(archive: ZipFile, check: (entry: Entry) => void): Promise<Entry[]> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    archive.once("error", reject);
    archive.once("end", () => resolve(entries));
    archive.on("entry", (entry) => {
      try {
        check(entry);
      } catch (error) {
        return reject(error);
      }
      entries.push(entry);
      archive.readEntry();
    });
    archive.readEntry();
  });
}

/** Resolves when the bytes are a plain document of this type. */
export async function checkArchive(bytes: Buffer, mediaType: AcceptedMediaType): Promise<void> {
  const needed = mainPart[mediaType];
  const open = promisify<Buffer, object, ZipFile>(fromBuffer);
  let entries: Entry[];
  try {
    const archive = await open(bytes, { lazyEntries: true, autoClose: true, strictFileNames: true });
    if (archive.entryCount > archiveLimits.entries) throw refuse((words) => words.parts(archiveLimits.entries), "bomb");
    entries = await readDirectory(archive, checkEntry);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw refuse((words) => words.damaged, "damaged");
  }
  const problem = sizeProblem(entries, bytes.length);
  if (problem) throw refuse((words) => words[problem], "bomb");
  const names = new Set(entries.map((entry) => entry.fileName));
  if (names.size !== entries.length) throw refuse((words) => words.duplicate, "duplicate");
  if (!needed || !names.has("[Content_Types].xml") || !names.has(needed)) throw refuse((words) => words.mismatch, "mismatch");
}
