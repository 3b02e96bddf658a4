// Damaged copies of workbooks, the same ones on every run: wounds in the archive's own bytes, and wounds in the XML of a part within an
// archive that is whole, so that every layer of a reader is tried.

import { inflateRawSync } from "node:zlib";
import { read, write } from "@e965/xlsx";
import { writeStoredArchive } from "#app/server/questionnaires/import/write-stored-archive.server.ts";
import { type Dice, damaged } from "./mutated-files.ts";

/** The parts of a whole archive, by its directory. */
export function partsOf(bytes: Uint8Array): Map<string, Buffer> {
  const archive = Buffer.from(bytes);
  const parts = new Map<string, Buffer>();
  let at = archive.readUInt32LE(archive.length - 6);
  for (let n = archive.readUInt16LE(archive.length - 12); n > 0; n -= 1) {
    const [size, nameSize, extra, comment] = [20, 28, 30, 32].map((field) =>
      field === 20 ? archive.readUInt32LE(at + field) : archive.readUInt16LE(at + field),
    ) as [number, number, number, number];
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const data = archive.subarray(from, from + size);
    const name = archive.toString("utf8", at + 46, at + 46 + nameSize);
    parts.set(name, archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data);
    at += 46 + nameSize + extra + comment;
  }
  return parts;
}

/** One of three kinds of damage. */
export function damagedWorkbook(bytes: Uint8Array, parts: ReadonlyMap<string, Buffer>, roll: Dice): Uint8Array {
  if (roll(4) === 0) return wounded(bytes, roll);
  if (roll(4) === 0) return shuffled(bytes, roll);
  const names = [...parts.keys()].filter((name) => /sharedStrings|sheet\d|workbook/.test(name));
  const hurt = names[roll(names.length)]!;
  const made = new Map([...parts].map(([name, part]) => [name, name === hurt ? Buffer.from(damaged(part.toString("utf8"), roll)) : part]));
  if (roll(8) === 0) made.delete(names[roll(names.length)]!);
  return writeStoredArchive(made);
}

function wounded(bytes: Uint8Array, roll: Dice): Uint8Array {
  const made = Uint8Array.from(bytes);
  for (let wounds = 1 + roll(20); wounds > 0; wounds -= 1) made[roll(made.length)] = roll(256);
  return roll(6) === 0 ? made.slice(0, roll(made.length)) : made;
}

/** Cells with values that belong elsewhere: the workbook is whole, its content is not what it should be. */
function shuffled(bytes: Uint8Array, roll: Dice): Uint8Array {
  const book = read(bytes, { cellFormula: true });
  const strange = [
    "",
    " ",
    "=1+1",
    "na",
    "declined",
    "__proto__",
    "x".repeat(5000),
    "\u202e",
    "End of Standard",
    "©",
    -1,
    true,
    1e300,
    "A&A-01.1",
  ];
  for (let changes = 1 + roll(8); changes > 0; changes -= 1) {
    const sheet = book.Sheets[book.SheetNames[roll(book.SheetNames.length)]!]!;
    const places = Object.keys(sheet).filter((at) => !at.startsWith("!"));
    if (places.length === 0) continue;
    const [one, other] = [places[roll(places.length)]!, places[roll(places.length)]!];
    const v = strange[roll(strange.length)]!;
    if (roll(3) === 0) sheet[one] = sheet[other];
    else sheet[one] = { t: typeof v === "number" ? "n" : typeof v === "boolean" ? "b" : "s", v };
  }
  return new Uint8Array(write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer);
}
