// From a parsed YAML document to a questionnaire, or to the places where it leaves the grammar, each with the way to mend it.
import type { z } from "zod";
import { error, type Path, type Problem } from "./problem.ts";
import { questionnaireSchema, unfinishedSchema } from "./questionnaire.schema.ts";
import type { Questionnaire } from "./questionnaire.ts";
import { textsOf } from "./texts.ts";

export type GrammarResult = { questionnaire: Questionnaire; problems: [] } | { questionnaire?: undefined; problems: Problem[] };

/** Checks a document against vrq/1, the mandatory source language included. An unfinished one may lack sections and questions. */
export function checkGrammar(document: unknown, { isUnfinished = false } = {}): GrammarResult {
  const parsed = (isUnfinished ? unfinishedSchema : questionnaireSchema).safeParse(document, { reportInput: true });
  if (!parsed.success) return { problems: parsed.error.issues.flatMap(problemsOfIssue) };
  const questionnaire: Questionnaire = parsed.data;
  const source = questionnaire.languages[0]!;
  const missing = textsOf(questionnaire).filter(({ text }) => text[source] === undefined);
  if (missing.length === 0) return { questionnaire, problems: [] };
  return {
    problems: missing.map(({ path }) =>
      error(
        "source-text",
        path,
        `The text lacks the source language “${source}”.`,
        `Write it under \`${source}\`: other languages fall back to it.`,
      ),
    ),
  };
}

type Issue = z.core.$ZodIssue;

const pathOf = (issue: Issue): Path => issue.path.map((key) => (typeof key === "number" ? key : String(key)));

function problemsOfIssue(issue: Issue): Problem[] {
  const path = pathOf(issue);
  const name = path.at(-1) ?? "the file";
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => error("grammar", [...path, key], `“${key}” is not part of vrq/1 here.`, mendOfKey(key)));
  }
  if (issue.code === "invalid_key") {
    const said = issue.issues[0]?.message ?? "The name is not allowed.";
    return [error("grammar", path, said, `Rename “${name}”.`)];
  }
  if (issue.code === "invalid_type" && issue.input === undefined) {
    return [error("grammar", path, `“${name}” is missing.`, `Add it (${issue.expected}).`)];
  }
  if (issue.code === "invalid_value" && issue.input === undefined) {
    return [error("grammar", path, `“${name}” is missing.`, `Add it: ${issue.values.join(", ")}.`)];
  }
  if (issue.code === "invalid_value") return [error("grammar", path, sentence(issue.message), `Use one of ${issue.values.join(", ")}.`)];
  return [error("grammar", path, sentence(issue.message), `Correct “${name}”.`)];
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const fields =
  "format id version audience title languages appliesTo categories tiers source name license scales conflicts changes carry note sections weight when questions type text why guidance scored required na scale options bands upTo score unit min max maxLength multiline columns maxRows criticality onFail capScore finding severity evidence kinds maxAgeDays accept proof coveredBy controls topics sameAs askedPer fact preset label require exclusive level".split(
    " ",
  );

function mendOfKey(key: string): string {
  const near = fields.find((field) => isNear(key, field));
  return near ? `Did you mean “${near}”? Else remove it.` : "Remove it.";
}

/** At most one letter too many, missing, different or swapped, whatever the case. */
function isNear(key: string, field: string): boolean {
  const a = key.toLowerCase().replaceAll("_", "");
  const b = field.toLowerCase();
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1 || b.length < 4) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const rest = (text: string, skip: number) => text.slice(start + skip);
  return (
    rest(a, 1) === rest(b, 1) ||
    rest(a, 1) === rest(b, 0) ||
    rest(a, 0) === rest(b, 1) ||
    (a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, 2) === rest(b, 2))
  );
}
