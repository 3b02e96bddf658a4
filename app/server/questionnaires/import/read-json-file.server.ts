// The bytes of a foreign JSON file as data with lines.
import { DomainError } from "#app/domain/errors.ts";
import type { ReadFile } from "#app/domain/questionnaire/import/foreign.ts";
import { readJson } from "#app/domain/questionnaire/import/loose-json.ts";

export function readJsonFile(bytes: Uint8Array, name: string, options: { loose: boolean }): ReadFile {
  const { value, lineOf, doubled, comments } = readJson(readUtf8(bytes, name), name, options);
  return { name, value, lineOf, doubled, comments };
}

/** Text of UTF-8 bytes; anything else is refused. */
export function readUtf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new DomainError("invalid", `${name}: The file is not UTF-8. Save it as UTF-8.`);
  }
}
