// The commands of `vouchsafe`, each loaded only when it is called. To add one: a file in commands/ that exports a Command, and its row here.
import type { Command } from "./command.ts";

export const commands: Record<string, () => Promise<Command>> = {
  audit: async () => (await import("./commands/audit.ts")).auditCommand,
  config: async () => (await import("./commands/config.ts")).configCommand,
  import: async () => (await import("./commands/import.ts")).importCommand,
  people: async () => (await import("./commands/people.ts")).peopleCommand,
  score: async () => (await import("./commands/score.ts")).scoreCommand,
  verify: async () => (await import("./commands/verify.ts")).verifyCommand,
  questionnaires: async () => (await import("./commands/questionnaires.ts")).questionnairesCommand,
};
