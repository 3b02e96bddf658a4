// A file that has to be in memory as a whole, up to a size: stops at the first byte too many.
import type { Readable } from "node:stream";

export async function readWhole(source: Readable, mostBytes: number, tooLarge: () => Error): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += (chunk as Buffer).length;
    if (size > mostBytes) throw tooLarge();
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
