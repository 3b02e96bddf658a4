// Known fields whose value cannot be what the field means: a list where a text belongs, a text where a list belongs. Noted as lost.
import { below, type Notes, type Where } from "./foreign.ts";
import { asText, field, type Loose } from "./foreign-values.ts";

export function noteUnusable(
  map: Loose,
  fields: { texts?: readonly string[]; lists?: readonly string[] },
  where: Where,
  notes: Notes,
): void {
  const note = (name: string, expected: string) => {
    notes.lost.push({ where: below(where, name), what: `“${name}”`, why: `${expected} is expected here.` });
  };
  const isThere = (name: string) => field(map, name) !== undefined && field(map, name) !== null;
  for (const name of fields.texts ?? []) if (isThere(name) && asText(field(map, name)) === undefined) note(name, "A text");
  for (const name of fields.lists ?? []) if (isThere(name) && !Array.isArray(field(map, name))) note(name, "A list");
}
