// What only shows when files are seen together: versions that stand twice, owners of `sameAs`, and changes between versions
// (docs: questionnaires, rules 7 and 9).
import { differenceOf, isMajorChange } from "../difference.ts";
import { error, note, type Problem, warning } from "../problem.ts";
import { optionsOf, type Question, type Questionnaire } from "../questionnaire.ts";
import { questionsOf } from "../structure.ts";
import { isNewerVersion, majorOf, newestOfEach } from "../versions.ts";

/** Problems per file, in the order of the files. */
export function lintSet(questionnaires: readonly Questionnaire[]): Problem[][] {
  return questionnaires.map((questionnaire, at) => [
    ...(questionnaires.findIndex(({ id, version }) => id === questionnaire.id && version === questionnaire.version) < at
      ? [
          error(
            "duplicate-id",
            ["version"],
            `${questionnaire.id} ${questionnaire.version} exists already.`,
            "Give the new file a new version.",
          ),
        ]
      : []),
    ...ownersExist(questionnaire, questionnaires),
    ...changesAreDeclared(questionnaire, previousOf(questionnaire, questionnaires)),
  ]);
}

/** The newest version before this one. */
function previousOf({ id, version }: Questionnaire, all: readonly Questionnaire[]): Questionnaire | undefined {
  const older = all.filter((other) => other.id === id && isNewerVersion(version, other.version));
  return newestOfEach(older, () => id)[0];
}

function ownersExist(questionnaire: Questionnaire, all: readonly Questionnaire[]): Problem[] {
  return questionsOf(questionnaire).flatMap(({ question, path }) => {
    if (question.sameAs === undefined) return [];
    const at = [...path, "sameAs"];
    const [ownerId, questionId] = question.sameAs.split("#");
    if (ownerId === questionnaire.id) {
      return [error("same-as", at, `“${question.id}” names its own file as owner.`, "Name another questionnaire, or remove sameAs.")];
    }
    const versions = all.filter(({ id }) => id === ownerId);
    if (versions.length === 0) return [note("same-as", at, `The owner ${question.sameAs} is not among the files seen here.`)];
    return versions.flatMap((owner) => {
      const owned = questionsOf(owner).find((item) => item.question.id === questionId)?.question;
      if (!owned)
        return [error("same-as", at, `${ownerId} ${owner.version} has no question “${questionId}”.`, "Name a question that exists.")];
      if (answersOf(owner, owned) === answersOf(questionnaire, question)) return [];
      const mend = "Give both the same type and codes, or ask in words of its own.";
      return [error("same-as", at, `${question.sameAs} takes other answers than “${question.id}”.`, mend)];
    });
  });
}

const answersOf = (questionnaire: Questionnaire, question: Question): string =>
  JSON.stringify([question.type, Object.keys(optionsOf(questionnaire, question) ?? {}).sort()]);

function changesAreDeclared(questionnaire: Questionnaire, previous: Questionnaire | undefined): Problem[] {
  if (!previous) return [];
  const changed = differenceOf(previous, questionnaire)
    .questions.filter(isMajorChange)
    .map(({ id }) => id);
  if (changed.length === 0) return [];
  if (majorOf(previous.version) === majorOf(questionnaire.version)) {
    const said = `Against ${previous.version}, options, scoring or ids changed: ${changed.join(", ")}.`;
    return [error("version", ["version"], said, "Make it a new major version.")];
  }
  return changed
    .filter((id) => questionnaire.changes?.[id] === undefined)
    .map((id) => {
      const mend = `Add \`changes: { ${id}: { carry: …, note: … } }\`.`;
      return warning(
        "version",
        ["version"],
        `“${id}” changed since ${previous.version} without a note whether its answer is carried over.`,
        mend,
      );
    });
}
