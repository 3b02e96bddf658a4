// Receives a file and the fields of its form straight from the socket (busboy), so that a file of any size costs the memory of
// one block. The file's bytes are handed on while they arrive; fields a handler needs for that must stand before the file input.
// A form that takes several files hands the others to whoever reads the first one, in their order.
// After a refusal the rest of the request is left unread: answer it with answerAndClose, or the sender sees a reset, not the reason.
import type { IncomingMessage } from "node:http";
import { PassThrough, type Readable } from "node:stream";
import busboy from "busboy";
import { DomainError } from "#app/domain/errors.ts";
import { fileTooLarge } from "./file-refusals.server.ts";
import { refusal } from "./refusal.server.ts";

export interface NamedStream {
  /** As sent; the vault cleans it. */
  fileName: string;
  source: Readable;
}

export interface UploadedFile extends NamedStream {
  /** Name of the file input it came from. */
  input: string;
  /** The fields that stood before the file. */
  fields: Readonly<Record<string, string>>;
  /** The files after it; each must be read before the next one arrives. */
  further: AsyncIterable<NamedStream>;
}

export interface UploadOptions<T> {
  /** Largest file in bytes. */
  limitBytes: number;
  /** How many files the form takes; one without. Empty inputs count. */
  mostFiles?: number;
  /** Stores the file; its refusal becomes the refusal of the whole form. */
  take(file: UploadedFile): Promise<T>;
  /** Takes back what `take` stored when the rest of the form turns out to be broken. */
  undo(taken: T): Promise<void>;
}

export interface Upload<T> {
  fields: Readonly<Record<string, string>>;
  /** Undefined when no file was chosen. */
  taken: T | undefined;
}

const formLimits = { fields: 29, parts: 30, fieldSize: 64 * 1024, headerPairs: 50 } as const;
const mostNameCharacters = 100;
const formOverheadBytes = 30 * 64 * 1024;
const idleMs = 30_000;

const broken = () => refusal("invalid", ({ refusals }) => refusals.uploadBroken);

function parserFor(incoming: IncomingMessage, limitBytes: number, files: number): busboy.Busboy {
  try {
    return busboy({ headers: incoming.headers, defParamCharset: "utf8", limits: { ...formLimits, files, fileSize: limitBytes + 1 } });
  } catch {
    throw new DomainError("invalid", "This address takes a form with a file (multipart/form-data).");
  }
}

/** Resolves when the whole form was read and the file was taken; rejects only after nothing of it is being written any more. */
export async function receiveUpload<T>(incoming: IncomingMessage, options: UploadOptions<T>): Promise<Upload<T>> {
  const { limitBytes, mostFiles = 1 } = options;
  if (Number(incoming.headers["content-length"] ?? 0) > limitBytes * mostFiles + formOverheadBytes) throw fileTooLarge(limitBytes);
  const parser = parserFor(incoming, limitBytes, mostFiles);
  const fields: Record<string, string> = Object.create(null);
  const files: Readable[] = [];
  const further = new PassThrough({ objectMode: true });
  further.on("error", () => {});
  let taking: Promise<T> | undefined;

  const read = new Promise<void>((resolve, reject) => {
    const refuse = (sentence: string) => reject(new DomainError("invalid", sentence));
    parser.on("field", (name, value, { nameTruncated, valueTruncated }) => {
      if (nameTruncated || valueTruncated || name.length > mostNameCharacters) refuse("A field of the form is too long.");
      else if (name in fields) refuse(`The field ${JSON.stringify(name)} came twice.`);
      else fields[name] = value;
    });
    parser.on("file", (input, source, { filename: fileName }) => {
      // A file input left empty arrives as a part without a name.
      if (fileName === undefined) return void source.resume();
      files.push(source);
      source.on("error", () => {});
      source.on("limit", () => reject(fileTooLarge(limitBytes)));
      if (taking) return void further.write({ fileName, source } satisfies NamedStream);
      taking = options.take({ input, fileName, source, fields: { ...fields }, further });
      taking.catch(reject);
    });
    parser.on("filesLimit", () => refuse(mostFiles === 1 ? "Send one file at a time." : `Send at most ${mostFiles} files at a time.`));
    parser.on("partsLimit", () => refuse("The form has too many fields."));
    parser.on("fieldsLimit", () => refuse("The form has too many fields."));
    parser.on("error", () => reject(broken()));
    parser.on("close", () => {
      further.end();
      resolve();
    });
    incoming.on("aborted", () => reject(broken()));
    incoming.on("error", () => reject(broken()));
    incoming.setTimeout(idleMs, () => reject(broken()));
    incoming.pipe(parser);
  });

  try {
    await read;
    return { fields, taken: await taking };
  } catch (error) {
    incoming.unpipe(parser);
    incoming.pause();
    for (const file of files) file.destroy(error as Error);
    further.destroy(error as Error);
    const left = await taking?.catch(() => undefined);
    if (left !== undefined) await options.undo(left);
    throw error;
  } finally {
    incoming.setTimeout(0);
    parser.removeAllListeners("close");
    parser.on("error", () => {});
  }
}

const lingerMs = 500;

/**
 * An answer that reaches a sender who is still sending: all of it goes out at once, the connection is closed half a second later.
 * Closing at once would throw away what the sender has not read yet.
 */
export async function answerAndClose(response: Response): Promise<Response> {
  const body = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.set("Connection", "close");
  headers.set("Content-Length", String(body.byteLength));
  let closing: NodeJS.Timeout | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      if (body.byteLength > 0) controller.enqueue(body);
      closing = setTimeout(() => controller.close(), lingerMs);
    },
    cancel: () => clearTimeout(closing),
  });
  return new Response(stream, { status: response.status, headers });
}
