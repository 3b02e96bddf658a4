// The commands of `vouchsafe`, each loaded only when it is called. To add one: a file in commands/ that exports a Command, and its row here.
import type { Command } from "./command.ts";

export const commands: Record<string, () => Promise<Command>> = {
  config: async () => (await import("./commands/config.ts")).configCommand,
  score: async () => (await import("./commands/score.ts")).scoreCommand,
  verify: async () => (await import("./commands/verify.ts")).verifyCommand,
  questionnaires: async () => (await import("./commands/questionnaires.ts")).questionnairesCommand,
};
