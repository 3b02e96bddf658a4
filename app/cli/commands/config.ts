// `vouchsafe config`: the table of all environment variables, and `.env.example` made from it. Values are never printed.
import { parseArgs } from "node:util";
import { allVariables, ConfigError, envExample, environment, readConfig } from "#app/server/platform/config.server.ts";
import type { Command } from "../command.ts";

function table(): string {
  const rows = allVariables.map(
    ({ name, fallback, description, isSecret }) => [name, fallback || "–", `${description}${isSecret ? " (secret)" : ""}`] as const,
  );
  const [nameWidth, fallbackWidth] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length))) as [number, number];
  const lines = [["Variable", "Default", "What it is"] as const, ...rows].map(
    ([name, fallback, description]) => `${name.padEnd(nameWidth)}  ${fallback.padEnd(fallbackWidth)}  ${description}`,
  );
  return `${lines.join("\n")}\n\nEach may also be given as NAME_FILE, the path of a file that holds the value.\n`;
}

/** What is wrong with the variables as they are set now; empty when nothing is. */
function problems(): string {
  try {
    readConfig(environment());
    return "";
  } catch (error) {
    if (error instanceof ConfigError) return `${error.message}\n`;
    throw error;
  }
}

export const configCommand: Command = {
  summary: "Prints all environment variables with their defaults, and checks those that are set.",
  usage: "usage: vouchsafe config [--env-example | --json]",
  async run(args, io) {
    const { values } = parseArgs({
      args,
      options: { "env-example": { type: "boolean", default: false }, json: { type: "boolean", default: false } },
    });
    if (values["env-example"]) {
      io.out(envExample());
      return 0;
    }
    const wrong = problems();
    const rows = allVariables.map(({ name, fallback, description, isSecret }) => ({ name, default: fallback, description, isSecret }));
    io.out(values.json ? `${JSON.stringify(rows, null, 2)}\n` : table());
    io.err(wrong);
    return wrong === "" ? 0 : 1;
  },
};
