// An answer file, JSON or YAML, from its bytes. Whether ids and values fit a questionnaire is for `score` to say.
import type { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import {
  type AnswerFile,
  answerFileSchema,
  type JourneyAnswerFile,
  journeyAnswerFileSchema,
} from "#app/domain/questionnaire/answer.schema.ts";
import { mostProblems, readYaml } from "./read-yaml.server.ts";

/** Throws `invalid` naming file, line and path of the first wrong place, with all of them in `data.problems`. */
export function parseAnswers(bytes: Uint8Array, file: string): AnswerFile {
  return parse(bytes, file, answerFileSchema);
}

/** As `parseAnswers`, for a journey: `files` beside a value names evidence. */
export function parseJourneyAnswers(bytes: Uint8Array, file: string): JourneyAnswerFile {
  return parse(bytes, file, journeyAnswerFileSchema);
}

function parse<T>(bytes: Uint8Array, file: string, schema: z.ZodType<T>): T {
  const { value, locate, problems } = readAnswers(bytes, file);
  if (problems.length > 0) {
    const { line, column, message } = problems[0]!;
    throw new DomainError("invalid", `${file}:${line}:${column}: ${message}`, { problems });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.slice(0, mostProblems).map((issue) => {
    const path = issue.path.map((key) => (typeof key === "number" ? key : String(key)));
    const at = issue.code === "unrecognized_keys" ? [...path, issue.keys[0]!] : path;
    const message = issue.code === "unrecognized_keys" ? `“${issue.keys.join("”, “")}” is not known here.` : issue.message;
    return { path: at.join("."), message, ...locate(at) };
  });
  const { path, message, line, column } = wrong[0]!;
  throw new DomainError("invalid", `${file}:${line}:${column}: ${path || "the file"}: ${message}`, { problems: wrong });
}

/** JSON is read as JSON, so that every JSON file will do; YAML then only gives positions and finds keys that stand twice. */
function readAnswers(bytes: Uint8Array, file: string) {
  const document = readYaml(bytes, file);
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes));
    return { ...document, value, problems: document.problems.filter(({ message }) => message.includes("unique")) };
  } catch {
    return document;
  }
}
