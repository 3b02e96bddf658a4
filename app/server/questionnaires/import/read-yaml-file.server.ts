// The bytes of a foreign YAML file as data with lines. Values stay as written, so that neither `yes` nor 1.10 nor a day turns into
// something else. Such files repeat lists of choices by alias: many are allowed, but not aliases of aliases without end.
import { DomainError } from "#app/domain/errors.ts";
import type { ReadFile } from "#app/domain/questionnaire/import/foreign.ts";
import { readYaml } from "../read-yaml.server.ts";
import { readUtf8 } from "./read-json-file.server.ts";
import { refuseHostileYaml } from "./yaml-guard.server.ts";

const mostAliases = 2000;

export function readYamlFile(bytes: Uint8Array, name: string): ReadFile {
  refuseHostileYaml(readUtf8(bytes, name), name);
  const { value, locate, problems } = readYaml(bytes, name, { asWritten: true, mostAliases });
  if (problems.length > 0) {
    const { line, column, message, mend } = problems[0]!;
    if (message.includes("call stack")) throw new DomainError("invalid", `${name}:${line}:${column}: Nesting is too deep.`);
    throw new DomainError("invalid", `${name}:${line}:${column}: ${message} ${mend}`);
  }
  return { name, value, lineOf: (path) => locate(path).line, doubled: [] };
}
