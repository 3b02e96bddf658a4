// Judges a Word or Excel file by its archive's directory alone: nothing is unpacked, so a bomb costs what its directory costs.
// Refuses with DomainError unsupported_type and a sentence that says what to upload instead; `data.sentence` is without this advice.
import { promisify } from "node:util";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { DomainError } from "#app/domain/errors.ts";
import type { AcceptedMediaType } from "#app/domain/evidence/accepted-types.ts";
import { archiveLimits } from "#app/domain/evidence/content-limits.ts";

/** The part without which the archive is not such a document. */
const mainPart: Partial<Record<AcceptedMediaType, string>> = {
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word/document.xml",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xl/workbook.xml",
};

/** Parts a document needs: text, pictures, fonts. Everything else is another file within the file. */
const partName =
  /(?:\.(?:xml|rels|vml|png|jpe?g|jfif|gif|tiff?|bmp|ico|emf|wmf|wdp|webp|svg|odttf|fntdata|psmdcp|thmx)|printerSettings\d*\.bin)$/i;
const smallBytes = 1024 * 1024;

function refuse(sentence: string, reason: string): DomainError {
  return new DomainError("unsupported_type", `${sentence} Save it as PDF and upload that.`, { reason, sentence });
}

function checkEntry(entry: Entry): void {
  const name = entry.fileName;
  const fileKind = (entry.externalFileAttributes >>> 16) & 0o170000;
  if ((entry.generalPurposeBitFlag & 0x2041) !== 0)
    throw refuse("The document is protected by a password, so nobody here can read it.", "encrypted");
  if (fileKind === 0o120000) throw refuse("The document holds a link to another file.", "symlink");
  if (/vbaProject|vbaData|\/activeX\//i.test(name)) throw refuse("The document holds macros or active controls.", "macros");
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    throw refuse("The document is packed in an unusual way.", "compression");
  if (!name.endsWith("/") && !partName.test(name)) throw refuse(`The document holds another file (${name.slice(-60)}).`, "nested");
}

const sizeSentences = {
  large: "The document is too large once unpacked (at most 400 MB).",
  tight: "The document is packed more tightly than real documents are.",
  overlap: "The document's parts overlap.",
} as const;

/** What no honest archive does; undefined when it does none of it. */
export function sizeProblem(entries: readonly Entry[], archiveBytes: number): keyof typeof sizeSentences | undefined {
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
    if (archive.entryCount > archiveLimits.entries)
      throw refuse(`The document has more than ${archiveLimits.entries.toLocaleString("en")} parts.`, "bomb");
    entries = await readDirectory(archive, checkEntry);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw refuse("The document is damaged.", "damaged");
  }
  const problem = sizeProblem(entries, bytes.length);
  if (problem) throw refuse(sizeSentences[problem], "bomb");
  const names = new Set(entries.map((entry) => entry.fileName));
  if (names.size !== entries.length) throw refuse("The document has the same part twice.", "duplicate");
  if (!needed || !names.has("[Content_Types].xml") || !names.has(needed))
    throw refuse("The file's content does not fit its name.", "mismatch");
}
