// Names that live outside the file: evidence kinds, control identifiers, control topics.
import { isEvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import { controlIds } from "../control-ids.ts";
import { isTopicId } from "../control-topics.ts";
import { error, type Path, type Problem } from "../problem.ts";
import type { Questionnaire } from "../questionnaire.ts";
import { questionsOf } from "../structure.ts";

export function namesAreKnown(questionnaire: Questionnaire): Problem[] {
  return questionsOf(questionnaire).flatMap(({ question, path }) => {
    const { kinds, evidence, controls, topics } = question;
    return [
      ...unknown(kinds, isEvidenceKind, [...path, "kinds"], kindProblem),
      ...unknown(evidence?.kinds, isEvidenceKind, [...path, "evidence", "kinds"], kindProblem),
      ...unknown(evidence?.coveredBy, isEvidenceKind, [...path, "evidence", "coveredBy"], kindProblem),
      ...unknown(controls, (id) => controlIds.has(id), [...path, "controls"], controlProblem),
      ...unknown(topics, isTopicId, [...path, "topics"], topicProblem),
    ];
  });
}

function unknown(
  names: readonly string[] | undefined,
  isKnown: (name: string) => boolean,
  path: Path,
  problem: (name: string, path: Path) => Problem,
): Problem[] {
  return (names ?? []).flatMap((name, i) => (isKnown(name) ? [] : [problem(name, [...path, i])]));
}

const kindProblem = (name: string, path: Path) =>
  error("evidence-kind", path, `There is no evidence kind “${name}”.`, "Use a code of the table of evidence kinds, or add the kind there.");

const controlProblem = (name: string, path: Path) =>
  error("control", path, `There is no control “${name}”.`, "Write framework-edition#id, for example iso27001-2022#A.5.24.");

const topicProblem = (name: string, path: Path) =>
  error("topic", path, `There is no control topic “${name}”.`, "Use an id of the control topics, for example COM-08.");
