// Places in a list, for paging that costs the same on page 1 and page 2,000. A cursor is the sort value and id of a row, base64url.

export interface Place {
  /** null where the sort value is missing; such rows stand last. */
  value: string | number | null;
  id: string;
}

export function encodePlace({ value, id }: Place): string {
  return Buffer.from(JSON.stringify([value, id])).toString("base64url");
}

/** undefined for anything that is not a place: a broken cursor shows the first page. */
export function decodePlace(cursor: string | undefined): Place | undefined {
  if (!cursor) return undefined;
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as [unknown, unknown];
    const isValue = value === null || typeof value === "string" || Number.isSafeInteger(value);
    return isValue && typeof id === "string" ? { value: value as Place["value"], id } : undefined;
  } catch {
    return undefined;
  }
}
