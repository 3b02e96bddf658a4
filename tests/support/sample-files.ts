// Files made in code for the upload tests: honest ones, and archives built byte by byte so that they can lie.
import { crc32, deflateRawSync, deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";

export interface ZipEntry {
  name: string;
  data?: Buffer | string;
  /** Claimed size after unpacking, when it is to differ. */
  claims?: number;
  flags?: number;
  /** Unix mode, such as 0o120777 for a symbolic link. */
  mode?: number;
  method?: number;
  /** Points the directory at another entry's local header, as overlapping bombs do. */
  sharesDataOf?: number;
}

/** Computes the CRC-32 on every supported Node version. */
function checksum(data: Buffer): number {
  if (typeof crc32 === "function") return crc32(data);
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

export function aZip(entries: readonly ZipEntry[], comment = ""): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  const packedSizes: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const plain = Buffer.from(entry.data ?? "");
    const method = entry.method ?? 8;
    const packed = method === 8 ? deflateRawSync(plain, { level: 9 }) : plain;
    const name = Buffer.from(entry.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(entry.flags ?? 0, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(checksum(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(entry.claims ?? plain.length, 18);
    common.writeUInt16LE(name.length, 22);
    const shared = entry.sharesDataOf;
    offsets.push(shared === undefined ? offset : offsets[shared]!);
    if (shared !== undefined) common.writeUInt32LE(packedSizes[shared]!, 14);
    packedSizes.push(packed.length);
    if (shared === undefined) {
      const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, name, packed]);
      locals.push(local);
      offset += local.length;
    }
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(offsets.at(-1)!, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x03", "latin1"), common, rest, name]));
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...locals, central, end, Buffer.from(comment)]);
}

export const docxParts: readonly ZipEntry[] = [
  {
    name: "[Content_Types].xml",
    data: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  },
  {
    name: "_rels/.rels",
    data: '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
  },
  { name: "word/document.xml", data: "<w:document>Access control policy</w:document>" },
];

export const xlsxParts: readonly ZipEntry[] = [docxParts[0]!, docxParts[1]!, { name: "xl/workbook.xml", data: "<workbook/>" }];

export function aDocx(...more: ZipEntry[]): Buffer {
  return aZip([...docxParts, ...more]);
}

/** A one-page PDF of about `bytes` bytes that holds `text`. */
export function aPdf(text = "Certificate of compliance", bytes = 0): Buffer {
  const filler = `% ${"filler ".repeat(Math.ceil(bytes / 7))}\n`;
  return Buffer.from(
    `%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n${bytes > 0 ? filler : ""}% ${text}\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`,
    "latin1",
  );
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(checksum(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A grey PNG; `claimed` writes another size into its header, as pixel floods do. */
export function aPng(claimed?: { width: number; height: number }): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claimed?.width ?? 2, 0);
  header.writeUInt32BE(claimed?.height ?? 2, 4);
  header.writeUInt8(8, 8);
  const pixels = deflateSync(Buffer.from([0, 128, 128, 0, 128, 128]));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    pngChunk("IHDR", header),
    pngChunk("IDAT", pixels),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The frame of a JPEG: enough for everybody who reads its size, with a profile of `profileBytes` before it. */
export function aJpeg(size = { width: 640, height: 480 }, profileBytes = 200): Buffer {
  const segments: Buffer[] = [Buffer.from("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00", "latin1")];
  for (let left = profileBytes; left > 0; left -= 60_000) {
    const length = Math.min(left, 60_000);
    const head = Buffer.from([0xff, 0xe2, 0, 0]);
    head.writeUInt16BE(length + 2, 2);
    segments.push(head, Buffer.alloc(length, 1));
  }
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(size.height, 5);
  frame.writeUInt16BE(size.width, 7);
  segments.push(frame, Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x7f, 0xff, 0xd9]));
  return Buffer.concat(segments);
}

/** A whole one-page PDF that runs a script when it is opened in a reader that runs scripts, and carries a file inside. */
export function aPdfWithScript(): Promise<Buffer> {
  const paper = new PDFDocument({ info: { Title: "Attestation", CreationDate: new Date(0) } });
  const chunks: Buffer[] = [];
  paper.on("data", (chunk: Buffer) => chunks.push(chunk));
  paper.text("Attestation of compliance");
  paper.file(Buffer.from("a,b\n1,2\n"), { name: "inside.csv", type: "text/csv", creationDate: new Date(0), modifiedDate: new Date(0) });
  const script = paper.ref({ S: "JavaScript", JS: new String("app.alert('hello')") });
  script.end("");
  (paper as unknown as { _root: { data: Record<string, unknown> } })._root.data.OpenAction = script;
  return new Promise((resolve) => {
    paper.on("end", () => resolve(Buffer.concat(chunks)));
    paper.end();
  });
}
