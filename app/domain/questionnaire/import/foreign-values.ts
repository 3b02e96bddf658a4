// Foreign data as what we expect it to be, or nothing: files of others hold numbers where texts belong, null for nothing, and yes for true.

export type Loose = Readonly<Record<string, unknown>>;

/** A map, or undefined. */
export function asMap(value: unknown): Loose | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Loose) : undefined;
}

export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** An own field of a map; never one of its prototype. */
export const field = (map: Loose | undefined, name: string): unknown => (map && Object.hasOwn(map, name) ? map[name] : undefined);

/** A text; numbers and truth values as they are written. Undefined for nothing, lists and maps. */
export function asText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  return undefined;
}

/** Truth as YAML 1.1 and people write it; undefined for anything else. */
export function asTruth(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  const word = asText(value)?.trim().toLowerCase();
  if (word === "true" || word === "yes" || word === "on" || word === "y" || word === "1") return true;
  return word === "false" || word === "no" || word === "off" || word === "n" || word === "0" ? false : undefined;
}

export function asNumber(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}
