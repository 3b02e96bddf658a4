// What an error summary says of a refused upload: each field that is wrong, else the refusal as a whole at the file.
import type { ErrorItem } from "./error-summary.tsx";
import { fieldId } from "./field-context.ts";

export interface RefusedUpload {
  detail: string;
  fields: Readonly<Record<string, string | undefined>>;
}

/** `idOf` gives the id of a field's control where it is not the usual one. */
export function uploadErrors({ detail, fields }: RefusedUpload, idOf: (field: string) => string = fieldId): ErrorItem[] {
  if (detail === "") return [];
  const wrong = Object.entries(fields).filter(([, message]) => message !== undefined);
  return (wrong.length > 0 ? wrong : [["file", detail] as const]).map(([field, message]) => ({ href: `#${idOf(field)}`, message }));
}
