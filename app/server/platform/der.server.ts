// DER, the byte form of certificates and signatures (X.690): enough to write our certificate and to read a CMS.
// The reader is strict (definite, minimal lengths; nothing after the value), because two readings of one signature
// would be two answers to "is it ours". It throws DerError on anything else.

export class DerError extends Error {
  override readonly name = "DerError";
}

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  /** Explicit or constructed context tag 0 … 3. */
  context0: 0xa0,
  context1: 0xa1,
  context2: 0xa2,
  context3: 0xa3,
} as const;

export interface DerNode {
  tag: number;
  /** Content bytes. */
  value: Uint8Array;
  /** Header and content. */
  raw: Uint8Array;
}

/** One value with its header. */
export function der(tag: number, ...parts: Uint8Array[]): Uint8Array {
  const value = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(value.length)]), value]);
}

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}

export function derOid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left % 128) | 0x80);
    bytes.push(...groups);
  }
  return der(tags.oid, Uint8Array.from(bytes));
}

export function derText(text: string): Uint8Array {
  return der(tags.utf8String, Buffer.from(text, "utf8"));
}

/** UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280 4.1.2.5). */
export function derTime(at: Date): Uint8Array {
  const digits = at
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replace(/[-:T]/g, "");
  const isShort = at.getUTCFullYear() < 2050;
  return der(isShort ? tags.utcTime : tags.generalizedTime, Buffer.from(isShort ? digits.slice(2) : digits, "latin1"));
}

/** Reads exactly one value that fills `bytes`. */
export function readDer(bytes: Uint8Array): DerNode {
  const [node, end] = readAt(bytes, 0);
  if (end !== bytes.length) throw new DerError("bytes follow the value");
  return node;
}

/** The values inside a constructed one. */
export function derChildren(node: DerNode): DerNode[] {
  if ((node.tag & 0x20) === 0) throw new DerError("not a constructed value");
  const children: DerNode[] = [];
  for (let at = 0; at < node.value.length; ) {
    const [child, end] = readAt(node.value, at);
    children.push(child);
    at = end;
  }
  return children;
}

/** Reads one value at the start of `bytes`, which may go on; gives the value and where it ends. */
export function readDerPrefix(bytes: Uint8Array): [DerNode, number] {
  return readAt(bytes, 0);
}

function readAt(bytes: Uint8Array, start: number): [DerNode, number] {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined) throw new DerError("cut short");
  if ((tag & 0x1f) === 0x1f) throw new DerError("long tags are not used here");
  let length = first;
  let at = start + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) throw new DerError("length is indefinite or too long");
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[at++] ?? 0);
    if (length < 0x80 || length < 256 ** (count - 1)) throw new DerError("length is not minimal");
  }
  const end = at + length;
  if (end > bytes.length) throw new DerError("cut short");
  return [{ tag, value: bytes.subarray(at, end), raw: bytes.subarray(start, end) }, end];
}

export function readOid(node: DerNode): string {
  if (node.tag !== tags.oid || node.value.length === 0) throw new DerError("not an object identifier");
  const [first = 0, ...rest] = node.value;
  const arcs = [Math.min(2, Math.floor(first / 40)), first - 40 * Math.min(2, Math.floor(first / 40))];
  let arc = 0;
  for (const byte of rest) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  return arcs.join(".");
}

export function readTime(node: DerNode): Date {
  const text = Buffer.from(node.value).toString("latin1");
  const parts = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  const isShort = node.tag === tags.utcTime;
  if (!parts || (!isShort && node.tag !== tags.generalizedTime) || (parts[1]?.length === 2) !== isShort) throw new DerError("not a time");
  const [, year = "", month = "", day = "", hour = "", minute = "", second = ""] = parts;
  const fullYear = isShort ? (Number(year) < 50 ? `20${year}` : `19${year}`) : year;
  const at = new Date(`${fullYear}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(at.getTime())) throw new DerError("not a time");
  return at;
}
