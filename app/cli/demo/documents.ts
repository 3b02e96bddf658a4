// Evidence for the demo and the journey: real PDF and PNG files with a line of text each, made here so that none is shipped.
import { deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";

/** A one-page PDF. */
export function aPdf(title: string, lines: readonly string[]): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: "A4", info: { Title: title, CreationDate: new Date(0) } });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  pdf.fontSize(18).text(title).moveDown();
  pdf.fontSize(11);
  for (const line of lines) pdf.text(line);
  pdf.end();
  return new Promise((resolve, reject) => {
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
}

/** A grey PNG of 64 × 64 pixels. */
export function aPng(): Uint8Array {
  const size = 64;
  const rows = Buffer.alloc(size * (size + 1), 0xb0);
  for (let row = 0; row < size; row += 1) rows[row * (size + 1)] = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
