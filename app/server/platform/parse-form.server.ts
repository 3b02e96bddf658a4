// Forms into typed values, once, at the edge. Unknown fields are refused (mass assignment, OWASP ASVS 5.0 V15.3.3).
import type { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";

/** Fields the framework or the button adds. */
const ownFields = new Set(["intent"]);

/** Reads `form` by a strict object schema; several values of one name become a list when the schema has a list there. */
export function parseForm<S extends z.ZodObject>(form: FormData, schema: S): z.infer<S> {
  const input: Record<string, unknown> = Object.create(null);
  for (const name of new Set(form.keys())) {
    if (ownFields.has(name) && !(name in schema.shape)) continue;
    const all = form.getAll(name);
    if (all.some((value) => typeof value === "string" && hasForbiddenCharacters(value)))
      throw invalid({ [name]: "This text has characters that cannot be stored." });
    input[name] = isList(schema.shape[name]) ? all : all.length > 1 ? all : all[0];
  }
  for (const [name, field] of Object.entries(schema.shape)) if (input[name] === undefined && isList(field)) input[name] = [];
  const result = schema.strict().safeParse({ ...input });
  if (result.success) return result.data as z.infer<S>;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? ("keys" in issue ? (issue.keys as string[])[0] : "form"));
    fields[name] ??= issue.code === "unrecognized_keys" ? "This field is not part of the form." : issue.message;
  }
  throw invalid(fields);
}

/** For buttons that send nothing but themselves, and forms that are only looked at: refuses fields the form does not have. */
export function refuseUnknownFields(form: FormData, known: readonly string[] = []): void {
  const unknown = [...new Set(form.keys())].filter((name) => !ownFields.has(name) && !known.includes(name));
  if (unknown.length > 0) throw invalid(Object.fromEntries(unknown.map((name) => [name, "This field is not part of the form."])));
  refuseForbiddenCharacters(form);
}

/** For forms whose fields are read by a table instead of a schema. */
export function refuseForbiddenCharacters(form: FormData): void {
  for (const [name, value] of form) {
    if (typeof value === "string" && hasForbiddenCharacters(value))
      throw invalid({ [name]: "This text has characters that cannot be stored." });
  }
}

function invalid(fields: Record<string, string>): DomainError {
  return new DomainError("invalid", "Please check the marked fields. Nothing was saved.", { fields });
}

function isList(field: unknown): boolean {
  const def = (field as { def?: { type?: string; innerType?: unknown } } | undefined)?.def;
  return def?.type === "array" || (def?.innerType !== undefined && isList(def.innerType));
}

/** U+0000 and lone surrogates: PostgreSQL refuses them and hashes could not be compared. */
function hasForbiddenCharacters(text: string): boolean {
  return text.includes("\0") || !text.isWellFormed();
}
