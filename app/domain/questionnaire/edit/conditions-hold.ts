// The rule that keeps a draft able to run whatever is edited: a condition asks earlier questions of the same file and options they have
// (docs: questionnaires, rules 3 and 8). An edit that would break one is refused, naming who asks.
import { DomainError } from "#app/domain/errors.ts";
import { conditionFit } from "../lint/condition-fit.ts";
import type { Path, Problem } from "../problem.ts";
import { type Questionnaire, textIn } from "../questionnaire.ts";
import { structureProblems } from "../structure.ts";

const rules = new Set(["later-question", "unknown-question", "unknown-option", "operator"]);

const brokenIn = (questionnaire: Questionnaire): Problem[] =>
  [...structureProblems(questionnaire), ...conditionFit(questionnaire)].filter(({ rule, level }) => rules.has(rule) && level === "error");

/** Throws `invalid` when a condition that could be met before cannot be any more. `field` is the one to mark on the form. */
export function refuseBrokenConditions(before: Questionnaire, after: Questionnaire, field: string): Questionnaire {
  const known = new Set(brokenIn(before).map(({ message }) => message));
  const broken = brokenIn(after).filter(({ message }) => !known.has(message));
  if (broken.length === 0) return after;
  const holders = [...new Set(broken.map(({ path }) => holderOf(after, path)))];
  const named = holders.slice(0, 3).join(", ") + (holders.length > 3 ? ` and ${holders.length - 3} more` : "");
  const detail = `Conditions would break: ${named}. ${broken[0]!.message} Change or remove ${holders.length === 1 ? "that condition" : "those conditions"} first.`;
  throw new DomainError("invalid", detail, { fields: { [field]: detail } });
}

/** Whose condition it is, as people know it. */
function holderOf(questionnaire: Questionnaire, path: Path): string {
  const say = (text: Parameters<typeof textIn>[0]) => `“${textIn(text, "en", questionnaire.languages[0]!)}”`;
  if (path[0] === "conflicts") return say(questionnaire.conflicts?.[path[1] as number]?.text ?? {});
  const section = questionnaire.sections[path[1] as number]!;
  if (path[2] !== "questions") return `the section ${say(section.title)}`;
  const { text, id } = section.questions[path[3] as number]!;
  return `${say(text)} (${id}${path[4] === "evidence" ? ", its evidence" : ""})`;
}
