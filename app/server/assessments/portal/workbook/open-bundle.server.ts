// What a vendor sends: a workbook alone, or an archive that holds it together with the documents it names. Judged by the archive's directory
// first; a document is unpacked only when somebody asks for it, and never to more than it says.
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { isDomainError } from "#app/domain/errors.ts";
import type { Messages } from "#app/i18n/en.ts";
import { readDirectory, sizeProblem } from "#app/server/platform/archive-guard.server.ts";
import { safeFileName } from "#app/server/platform/file-names.server.ts";
import { refusal } from "#app/server/platform/refusal.server.ts";

export interface Bundle {
  workbook: { name: string; bytes: Buffer };
  /** Documents by `fileKey` of their name; undefined where two have the same one. */
  files: Map<string, BundledFile | undefined>;
}

export interface BundledFile {
  name: string;
  open(): Promise<Readable>;
}

export const mostWorkbookBytes = 4 * 1024 * 1024;
const mostEntries = 300;
/** What file systems leave in archives beside the files. */
const litter = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)|\/$/i;

/** Names are compared so: people and systems write them in different cases and forms. */
export const fileKey = (name: string): string => safeFileName(name).normalize("NFKC").toLowerCase();

/** Throws invalid, too_large or unsupported_type in words. */
export async function openBundle(bytes: Buffer, name: string, mostFileBytes: number): Promise<Bundle> {
  if (bytes.length === 0) throw refusal("invalid", ({ refusals }) => refusals.fileEmpty);
  // A CAIQ may be JSON; the older container is that of workbooks with a password, and its reader says so.
  const isJson = /^\uFEFF?\s*\{/.test(bytes.toString("utf8", 0, 200));
  if (isJson || (bytes[0] === 0xd0 && bytes[1] === 0xcf)) return workbookAlone(bytes, name);
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) throw refusal("invalid", ({ refusals }) => refusals.bundle.noWorkbook(name));
  const archive = await opened(bytes, name);
  const entries = await directoryOf(archive, name, mostFileBytes);
  if (entries.some(({ fileName }) => fileName === "[Content_Types].xml")) return workbookAlone(bytes, name);
  const problem = sizeProblem(entries, bytes.length);
  if (problem) throw refusal("too_large", ({ refusals }) => refusals.bundle.packing(name));
  const files = entries.filter(({ fileName }) => !litter.test(fileName));
  const workbook = workbookAmong(files, name);
  if (workbook.uncompressedSize > mostWorkbookBytes) throw tooLarge(workbook.fileName);
  const documents: Bundle["files"] = new Map();
  for (const entry of files) {
    if (entry === workbook) continue;
    const key = fileKey(entry.fileName);
    documents.set(
      key,
      documents.has(key) ? undefined : { name: safeFileName(entry.fileName), open: () => archive.openReadStreamPromise(entry) },
    );
  }
  return { workbook: { name: safeFileName(workbook.fileName), bytes: await unpacked(archive, workbook, name) }, files: documents };
}

function workbookAlone(bytes: Buffer, name: string): Bundle {
  if (bytes.length > mostWorkbookBytes) throw tooLarge(name);
  return { workbook: { name, bytes }, files: new Map() };
}

const tooLarge = (name: string) =>
  refusal("too_large", ({ refusals }) => refusals.bundle.workbookTooLarge(safeFileName(name), mostWorkbookBytes / 1024 / 1024));

const damaged = (name: string) => refusal("invalid", ({ refusals }) => refusals.bundle.damaged(name));

async function opened(bytes: Buffer, name: string): Promise<ZipFile> {
  const open = promisify<Buffer, object, ZipFile>(fromBuffer);
  try {
    return await open(bytes, { lazyEntries: true, autoClose: false, strictFileNames: true });
  } catch {
    throw damaged(name);
  }
}

/** A workbook is an archive, too, and is judged again when it is read; here both have to pass. */
async function directoryOf(archive: ZipFile, name: string, mostFileBytes: number): Promise<Entry[]> {
  const refuse = (say: (words: Messages["portal"]["refusals"]["bundle"]) => string) =>
    refusal("invalid", ({ refusals }) => say(refusals.bundle));
  const isBundle = (entries: number) => entries <= 2000;
  if (!isBundle(archive.entryCount)) throw refuse((words) => words.tooManyFiles(name, mostEntries));
  let entries: Entry[];
  try {
    entries = await readDirectory(archive, (entry) => {
      if ((entry.generalPurposeBitFlag & 0x2041) !== 0) throw refuse((words) => words.password(name));
      if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) throw refuse((words) => words.link(name));
      if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw refuse((words) => words.unusual(name));
      if (entry.uncompressedSize > mostFileBytes)
        throw refusal("too_large", ({ refusals }) =>
          refusals.bundle.fileTooLarge(safeFileName(entry.fileName), Math.floor(mostFileBytes / 1024 / 1024)),
        );
    });
  } catch (error) {
    throw isDomainError(error) ? error : damaged(name);
  }
  const isWorkbook = entries.some(({ fileName }) => fileName === "[Content_Types].xml");
  if (!isWorkbook && entries.length > mostEntries) throw refuse((words) => words.tooManyFiles(name, mostEntries));
  return entries;
}

/** The only workbook, or the one that still begins with a name we gave it: documents may be workbooks, too. */
function workbookAmong(entries: readonly Entry[], name: string): Entry {
  const workbooks = entries.filter(({ fileName }) => /\.xlsx$/i.test(fileName));
  const ours = workbooks.filter(({ fileName }) => /(?:^|\/)(?:questionnaire|fragebogen)-[^/]*$/i.test(fileName));
  const found = workbooks.length === 1 ? workbooks[0] : ours.length === 1 ? ours[0] : undefined;
  if (found) return found;
  throw refusal("invalid", ({ refusals: { bundle } }) => (workbooks.length === 0 ? bundle.none(name) : bundle.several(name)));
}

async function unpacked(archive: ZipFile, entry: Entry, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  } catch {
    throw damaged(name);
  }
  return Buffer.concat(chunks);
}
