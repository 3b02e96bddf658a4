// `vouchsafe questionnaires lint | show | diff | coverage | preview | schema`: what authors of questionnaires run.
import { type Command, UsageError } from "../command.ts";
import { coverage } from "../questionnaires/coverage.ts";
import { diff } from "../questionnaires/diff.ts";
import { lint } from "../questionnaires/lint.ts";
import { preview } from "../questionnaires/preview.ts";
import { schema } from "../questionnaires/schema.ts";
import { show } from "../questionnaires/show.ts";

const verbs = { lint, show, diff, coverage, preview, schema };

export const questionnairesCommand: Command = {
  summary: "Lints, shows, compares and previews questionnaire files, says what they cover, prints the format's JSON Schema.",
  usage: [
    "usage: vouchsafe questionnaires lint [FILE.yaml …] [--json]     all shipped files without names; exit 1 on errors and warnings",
    "       vouchsafe questionnaires show FILE.yaml [--json]",
    "       vouchsafe questionnaires diff OLDER.yaml NEWER.yaml [--json]     exit 1 when the version number says less than the changes",
    "       vouchsafe questionnaires coverage [FILE.yaml …] [--json]        topics and listed requirements with and without a question",
    "       vouchsafe questionnaires preview FILE.yaml [--answers FILE.yaml] [--json]",
    "       vouchsafe questionnaires schema",
  ].join("\n"),
  async run([verb = "", ...args], io) {
    if (!Object.hasOwn(verbs, verb)) throw new UsageError(verb ? `There is no “${verb}”.` : "Say what to do.");
    return verbs[verb as keyof typeof verbs](args, io);
  },
};
