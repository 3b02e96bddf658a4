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

function checkSizes(entries: readonly Entry[], archiveBytes: number): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0);
  if (unpacked > archiveLimits.totalBytes) throw refuse("The document is too large once unpacked (at most 400 MB).", "bomb");
  if (unpacked > smallBytes && unpacked > archiveLimits.ratio * Math.max(1, packed))
    throw refuse("The document is packed more tightly than real documents are.", "bomb");
  if (packed > archiveBytes) throw refuse("The document's parts overlap.", "bomb");
  const byOffset = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const [index, entry] of byOffset.entries()) {
    const end = entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize;
    if (end > (byOffset[index + 1]?.relativeOffsetOfLocalHeader ?? archiveBytes)) throw refuse("The document's parts overlap.", "bomb");
  }
}

function readDirectory(archive: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    archive.once("error", reject);
    archive.once("end", () => resolve(entries));
    archive.on("entry", (entry) => {
      try {
        checkEntry(entry);
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
    entries = await readDirectory(archive);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw refuse("The document is damaged.", "damaged");
  }
  checkSizes(entries, bytes.length);
  const names = new Set(entries.map((entry) => entry.fileName));
  if (names.size !== entries.length) throw refuse("The document has the same part twice.", "duplicate");
  if (!needed || !names.has("[Content_Types].xml") || !names.has(needed))
    throw refuse("The file's content does not fit its name.", "mismatch");
}
