// Knock-outs must be able to count, say their cap, and not punish one thing twice.
import { error, type Path, type Problem, warning } from "../problem.ts";
import { optionsOf, type Question, type Questionnaire } from "../questionnaire.ts";
import { questionsOf } from "../structure.ts";

export function knockOuts(questionnaire: Questionnaire): Problem[] {
  const firstWith = new Map<string, string>();
  return questionsOf(questionnaire).flatMap(({ question, path }) => {
    const { id, criticality, onFail, controls = [] } = question;
    if (criticality !== "blocker") {
      if (onFail?.capScore === undefined) return [];
      const mend = "Add `criticality: blocker`, or remove the cap.";
      return [warning("cap", [...path, "onFail", "capScore"], `“${id}” has a cap but is no knock-out.`, mend)];
    }
    const problems: Problem[] = [];
    if (onFail?.capScore === undefined) {
      const mend = "Add `onFail: { capScore: … }`: 39 where law or the card brands forbid going on, else 69.";
      problems.push(error("cap", path, `The knock-out “${id}” has no cap.`, mend));
    }
    if (!canCount(questionnaire, question)) {
      problems.push(
        error("cap", path, `The knock-out “${id}” is not scored, so it never counts.`, "Give it scores, or make it no knock-out."),
      );
    }
    return [...problems, ...sharedControls(id, controls, firstWith, path)];
  });
}

function canCount(questionnaire: Questionnaire, question: Question): boolean {
  const { type, scored, bands } = question;
  if (scored === false) return false;
  const options = Object.values(optionsOf(questionnaire, question) ?? {});
  return type === "file" || bands !== undefined || options.some(({ score }) => typeof score === "number");
}

function sharedControls(id: string, controls: readonly string[], firstWith: Map<string, string>, path: Path): Problem[] {
  return controls.flatMap((control, i) => {
    const first = firstWith.get(control);
    if (first === undefined) {
      firstWith.set(control, id);
      return [];
    }
    const said = `The knock-outs “${first}” and “${id}” rest on the same control ${control}.`;
    return [warning("same-control", [...path, "controls", i], said, "Keep it with the question that establishes it, or make them one.")];
  });
}
