// Decides, while a file streams past, whether its content is what its name says. The type comes from the content AND the
// extension, never from what the browser declares; what is not recognised is refused. Office files are judged afterwards by
// archive-guard, because an archive's directory stands at its end.
import { fileTypeFromBuffer } from "file-type";
import type { DomainError } from "#app/domain/errors.ts";
import { type AcceptedMediaType, acceptedTypes, isAcceptedMediaType, mediaTypeOfName } from "#app/domain/evidence/accepted-types.ts";
import { type ContentFlag, contentFlags } from "#app/domain/evidence/content-flags.ts";
import { mostPixels } from "#app/domain/evidence/content-limits.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import type { Messages } from "#app/i18n/en.ts";
import { imageSize } from "./image-size.server.ts";
import { refusal, type Say } from "./refusal.server.ts";

export interface ContentCheck {
  readonly mediaType: AcceptedMediaType;
  /** Takes the next bytes; throws DomainError unsupported_type as soon as they cannot be of this type. */
  take(chunk: Uint8Array): Promise<void>;
  /** Says that all bytes were seen; throws when the whole is not of this type. Flags stand in the order of their table. */
  finish(): Promise<readonly ContentFlag[]>;
}

const sniffBytes = 4100;
/** A JPEG's size stands behind its profile and thumbnail. */
const jpegHeadBytes = 2 * 1024 * 1024;
/** The end record of a zip archive: 22 bytes and a comment of at most 65,535. */
const tailBytes = 22 + 65_535;
const zipEnd = Buffer.from("PK\u0005\u0006", "latin1");
const pngEnd = Buffer.from("IEND", "latin1");

const pdfSigns: readonly [string, ContentFlag][] = [
  ["/JavaScript", "pdf_script"],
  ["/Launch", "pdf_launch"],
  ["/EmbeddedFile", "pdf_attachment"],
  ["/Encrypt", "pdf_encrypted"],
];

function names(accept: readonly string[], language: Language): string {
  return accept
    .filter(isAcceptedMediaType)
    .map((mediaType) => acceptedTypes[mediaType].label[language])
    .join(", ");
}

type Problem = keyof Messages["portal"]["refusals"]["content"];

function unfit(problem: Problem, accept: readonly string[], reason: string): DomainError {
  const say: Say = ({ refusals }, language) => refusals.accepted(refusals.content[problem], names(accept, language));
  return refusal("unsupported_type", say, { reason, accept });
}

/** True when the bytes end as a zip archive ends: then the file can be opened as an archive, whatever its beginning says. */
function endsAsArchive(tail: Buffer): boolean {
  for (let at = tail.lastIndexOf(zipEnd); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(zipEnd, at - 1))
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
  return false;
}

/** Strict UTF-8 without control characters and without anything that begins a tag (`<` and a letter, `/`, `!` or `?`). */
function textChecker(fail: (problem: Problem, reason: string) => DomainError, mayHoldTags: boolean) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  let last = "";
  return (chunk: Uint8Array | undefined) => {
    let text: string;
    try {
      text = last + (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
    } catch {
      throw fail("encoding", "encoding");
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    if (/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text)) throw fail("binary", "binary");
    if (!mayHoldTags && /<[a-z/!?]/i.test(text)) throw fail("markup", "markup");
    last = text.slice(-1);
  };
}

function checkHead(head: Buffer, mediaType: AcceptedMediaType, detected: string | undefined): boolean {
  if (mediaType === "application/pdf") return head.toString("latin1", 0, 5) === "%PDF-";
  if (mediaType === "image/png" || mediaType === "image/jpeg") return detected === mediaType;
  if (mediaType.startsWith("application/vnd.")) return head.readUInt32BE(0) === 0x504b0304;
  if (mediaType === "application/json") return /^\uFEFF?\s*[{[]/.test(head.toString("utf8"));
  return detected === undefined;
}

function checkImage(head: Buffer, tail: Buffer, mediaType: "image/png" | "image/jpeg"): Problem | undefined {
  const size = imageSize(head, mediaType);
  const isWhole = mediaType === "image/png" ? tail.includes(pngEnd) : tail.includes(Buffer.of(0xff, 0xd9));
  if (!size || !isWhole) return "pictureCut";
  if (size.width * size.height > mostPixels) return "pictureLarge";
  return undefined;
}

/** Begins to check a file by its name; throws DomainError unsupported_type when no accepted type has this extension. */
export function checkContent(fileName: string, accept: readonly string[]): ContentCheck {
  const mediaType = mediaTypeOfName(fileName);
  const fail = (problem: Problem, reason: string) => unfit(problem, accept, reason);
  if (!mediaType || !accept.includes(mediaType)) throw fail("extension", "extension");
  const isText = mediaType === "text/csv" || mediaType === "text/plain" || mediaType === "application/json";
  const takeText = isText ? textChecker(fail, mediaType === "application/json") : undefined;
  const headBytes = mediaType === "image/jpeg" ? jpegHeadBytes : sniffBytes;
  const flags = new Set<ContentFlag>();
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  let total = 0;
  let isSniffed = false;

  async function sniff(): Promise<void> {
    isSniffed = true;
    const start = head.subarray(0, sniffBytes);
    const detected =
      start.length >= 4 && start.readUInt32BE(0) !== 0x504b0304 ? (await fileTypeFromBuffer(new Uint8Array(start)))?.mime : undefined;
    if (start.length < 4 && !isText) throw fail("mismatch", "mismatch");
    if (!checkHead(start, mediaType!, detected)) throw fail("mismatch", "mismatch");
  }

  return {
    mediaType,
    async take(chunk) {
      total += chunk.byteLength;
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
      const joined = Buffer.concat([tail, chunk]);
      if (mediaType === "application/pdf") for (const [sign, flag] of pdfSigns) if (joined.includes(sign)) flags.add(flag);
      tail = joined.subarray(-tailBytes);
      takeText?.(chunk);
      if (!isSniffed && total >= sniffBytes) await sniff();
    },
    async finish() {
      if (total === 0) throw refusal("invalid", ({ refusals }) => refusals.fileEmpty, { field: "file" });
      if (!isSniffed) await sniff();
      takeText?.(undefined);
      if (mediaType === "application/json" && !/[}\]]\s*$/.test(tail.toString("utf8"))) throw fail("jsonCut", "damaged");
      if (mediaType === "application/pdf" && !tail.subarray(-1024).includes("%%EOF")) throw fail("pdfCut", "damaged");
      const problem = mediaType === "image/png" || mediaType === "image/jpeg" ? checkImage(head, tail, mediaType) : undefined;
      if (problem) throw fail(problem, "image");
      if (!mediaType.startsWith("application/vnd.") && endsAsArchive(tail)) throw fail("archive", "polyglot");
      return contentFlags.filter((flag) => flags.has(flag));
    },
  };
}

/** True when only the whole file tells: the bytes must then pass checkArchive. */
export function isArchiveType(mediaType: AcceptedMediaType): boolean {
  return mediaType.startsWith("application/vnd.");
}
