// The form under the report of a workbook: for each answer that is newer than the workbook, which of the two counts.
import { DomainError } from "../../errors.ts";

export const takeName = (questionKey: string): string => `take:${questionKey}`;

/** Questions where the workbook's answer was chosen. Throws invalid for a field that is not part of the form. */
export function readTakes(entries: Iterable<readonly [string, unknown]>): Set<string> {
  const takes = new Set<string>();
  for (const [name, value] of entries) {
    if (name === "intent") continue;
    const [, key] = /^take:(.{3,200})$/.exec(name) ?? [];
    if (key === undefined || (value !== "workbook" && value !== "keep"))
      throw new DomainError("invalid", "This field is not part of the form.", {
        fields: { [name.slice(0, 100)]: "This field is not part of the form." },
      });
    if (value === "workbook") takes.add(key);
  }
  return takes;
}
