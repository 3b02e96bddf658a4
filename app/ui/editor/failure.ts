// What a refused form gives back to its screen: what was typed and what is wrong with it, by field.
import type { ErrorItem } from "../error-summary.tsx";

export interface Failure {
  detail: string;
  fields?: Record<string, string>;
  values: Record<string, string | string[]>;
}

export interface EditorFailure {
  /** Undefined until a form was refused. */
  values: Record<string, string | string[]> | undefined;
  fields: Record<string, string>;
  title: string;
  errors: ErrorItem[];
}

/** `known`: fields the screen has; what is wrong elsewhere is said without a link. */
export function failureOf(answer: unknown, title: string): EditorFailure {
  const error = typeof answer === "object" && answer !== null && "error" in answer ? (answer.error as Failure) : undefined;
  if (!error) return { values: undefined, fields: {}, title, errors: [] };
  const named = Object.entries(error.fields ?? {});
  const errors = named.length > 0 ? named.map(([field, message]) => ({ field, message })) : [{ href: "#main", message: error.detail }];
  return { values: error.values, fields: error.fields ?? {}, title, errors };
}
