// Ids in the order in which they are asked for: ven_00000000000000000000000000000001, ven_…2; the same on every run.
import { type Ids, idPrefixes } from "#app/server/platform/ids.server.ts";

export function countingIds(): Ids {
  let count = 0;
  return {
    next(kind) {
      count += 1;
      return `${idPrefixes[kind]}_${String(count).padStart(32, "0")}`;
    },
  };
}
