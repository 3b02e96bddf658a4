// Finds the command, runs it, and turns what it throws into words and an exit code.
import { isDomainError } from "#app/domain/errors.ts";
import { ConfigError } from "#app/server/platform/config.server.ts";
import { SecretsError } from "#app/server/platform/secrets.server.ts";
import { type Command, type Io, UsageError } from "./command.ts";
import { commands } from "./commands.ts";

/** Runs `vouchsafe <args>`; returns the exit code. */
export async function runCommand(args: string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    io.out(await overview());
    return 0;
  }
  if (!Object.hasOwn(commands, name)) {
    io.err(`vouchsafe: there is no command “${name}”. Commands: ${Object.keys(commands).join(", ")}.\n`);
    return 2;
  }
  const command: Command = await commands[name]!();
  if (rest.includes("--help") || rest.includes("-h")) {
    io.out(`${command.summary}\n\n${command.usage}\n`);
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (cause) {
    if (cause instanceof UsageError || isParseArgsError(cause)) {
      io.err(`vouchsafe ${name}: ${cause.message}\n${command.usage}\n`);
      return 2;
    }
    if (isDomainError(cause)) {
      io.err(`vouchsafe ${name}: ${cause.detail}\n`);
      return 2;
    }
    if (cause instanceof ConfigError || cause instanceof SecretsError) {
      io.err(`vouchsafe ${name}: ${cause.message}\n`);
      return 2;
    }
    throw cause;
  }
}

const isParseArgsError = (cause: unknown): cause is Error =>
  cause instanceof Error && String((cause as { code?: unknown }).code).startsWith("ERR_PARSE_ARGS");

async function overview(): Promise<string> {
  const rows = await Promise.all(Object.entries(commands).map(async ([name, load]) => ({ name, summary: (await load()).summary })));
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `vouchsafe <command> [--help]\n\n${lines.join("\n")}\n`;
}
