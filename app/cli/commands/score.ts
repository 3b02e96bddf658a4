// `vouchsafe score`: the scoring method on files, the same code as the portal, no database (docs: scoring, "Command line").
import { parseArgs } from "node:util";
import { score } from "#app/domain/assessment/score.ts";
import { resultJson } from "#app/domain/assessment/score-result.ts";
import { type Command, UsageError } from "../command.ts";
import { loadAnswers, loadQuestionnaires, withAnswersFrom } from "../load-assessment.ts";
import { scoreReport } from "../score-report.ts";

export const scoreCommand: Command = {
  summary: "Scores answers to one or several questionnaires, with the trace.",
  usage: "usage: vouchsafe score --questionnaire FILE.yaml [--questionnaire FILE.yaml …] --answers FILE.json [--json]",
  async run(args, io) {
    const { values } = parseArgs({
      args,
      options: {
        questionnaire: { type: "string", multiple: true },
        answers: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    if (!values.questionnaire?.length) throw new UsageError("Name the questionnaire.");
    if (values.answers === undefined) throw new UsageError("Name the answers.");
    const set = await loadQuestionnaires(values.questionnaire);
    const input = await loadAnswers(values.answers);
    const result = withAnswersFrom(values.answers, () => score(set, input));
    io.out(values.json ? `${resultJson(result)}\n` : scoreReport(result));
    return 0;
  },
};
