// `vouchsafe questionnaires lint | preview | schema`: what authors of questionnaires run.
import { type Command, UsageError } from "../command.ts";
import { lint } from "../questionnaires/lint.ts";
import { preview } from "../questionnaires/preview.ts";
import { schema } from "../questionnaires/schema.ts";

const verbs = { lint, preview, schema };

export const questionnairesCommand: Command = {
  summary: "Lints questionnaire files, previews one with answers, prints the format's JSON Schema.",
  usage: [
    "usage: vouchsafe questionnaires lint [FILE.yaml …] [--json]     all shipped files without names; exit 1 on errors and warnings",
    "       vouchsafe questionnaires preview FILE.yaml [--answers FILE.json] [--json]",
    "       vouchsafe questionnaires schema",
  ].join("\n"),
  async run([verb = "", ...args], io) {
    if (!Object.hasOwn(verbs, verb)) throw new UsageError(verb ? `There is no “${verb}”.` : "Say what to do.");
    return verbs[verb as keyof typeof verbs](args, io);
  },
};
