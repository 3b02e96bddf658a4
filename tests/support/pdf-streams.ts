// What a PDF holds below its surface: its streams unpacked, its attachment, the raw dictionaries.
import { inflateSync } from "node:zlib";

/** Every stream of the file, inflated, as Latin-1 text with the dictionary before it. */
export function pdfStreams(pdf: Uint8Array): { dictionary: string; content: Buffer }[] {
  const file = Buffer.from(pdf);
  const text = file.toString("latin1");
  const found: { dictionary: string; content: Buffer }[] = [];
  for (const match of text.matchAll(/<<(?:(?!endobj)[\s\S])*?\/Length (\d+)(?:(?!endobj)[\s\S])*?>>\s*stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const raw = file.subarray(start, start + Number(match[1]));
    const dictionary = match[0];
    found.push({ dictionary, content: dictionary.includes("/FlateDecode") ? inflateSync(raw) : raw });
  }
  return found;
}

/** The text of the one embedded file. */
export function embeddedJson(pdf: Uint8Array): string {
  const files = pdfStreams(pdf).filter((stream) => stream.dictionary.includes("/EmbeddedFile"));
  if (files.length !== 1) throw new Error(`The document holds ${files.length} embedded files.`);
  return (files[0]?.content ?? Buffer.alloc(0)).toString("utf8");
}

/** Everything in the file that is not compressed, and everything that was. */
export function pdfSource(pdf: Uint8Array): string {
  return [Buffer.from(pdf).toString("latin1"), ...pdfStreams(pdf).map((stream) => stream.content.toString("latin1"))].join("\n");
}
