// When a question of CISO Assistant shows: `depends_on` another answer, and implementation groups that answers select.
import type { Cond } from "../questionnaire.ts";
import type { Made } from "./ciso-questions.ts";
import { all, any, type Known } from "./conditions.ts";
import { below, type Notes, type Where } from "./foreign.ts";
import { asList, asMap, asNumber, asText, asTruth, field, type Loose } from "./foreign-values.ts";

const mostGroups = 100;
/** Answers that may open one node; more are no condition anybody reads. */
const mostWays = 50;

/** Questions by urn, those that stand before the one looked at. */
export type Earlier = ReadonlyMap<string, Made>;

/** What `depends_on` means; true where there is none or it is lost, which is noted. */
export function dependsOn({ raw }: Made, earlier: Earlier, notes: Notes): Known {
  const written = field(raw.fields, "depends_on");
  const rule = asMap(written);
  const where = below(raw.where, "depends_on");
  const lose = (why: string): Known => {
    notes.lost.push({ where, what: "the condition “depends_on”", why: `${why} Without it, more is asked, never less.` });
    return true;
  };
  if (!rule) return written === undefined || written === null ? true : lose("It is no map.");
  const name = asText(field(rule, "question")) ?? "";
  const target = earlier.get(name);
  if (!target) return lose(`The question “${name.slice(0, 200)}” does not stand before it.`);
  const answers = asList(field(rule, "answers")).flatMap((answer) => asText(answer) ?? []);
  if (answers.length === 0) return { q: target.question.id, answered: true };
  if (answers.length > 200) return lose("It names more than 200 answers.");
  const parts = answers.map((answer) => isAnswered(target, answer));
  const missing = answers.find((_, i) => parts[i] === undefined);
  if (missing !== undefined) return lose(`The question “${target.question.id}” has no answer “${missing.slice(0, 100)}”.`);
  return (asText(field(rule, "condition")) ?? "any") === "all" ? all(...(parts as Cond[])) : any(...(parts as Cond[]));
}

function isAnswered({ question: { id: q, type }, codes }: Made, answer: string): Cond | undefined {
  const code = codes.get(answer);
  if (type === "choice") return code === undefined ? undefined : { q, is: code };
  if (type === "multichoice") return code === undefined ? undefined : { q, has: code };
  if (type === "boolean") {
    const truth = asTruth(answer);
    return truth === undefined ? undefined : { q, is: truth };
  }
  if (type === "number") {
    const number = asNumber(answer);
    return number === undefined ? undefined : { q, is: number };
  }
  return { q, is: answer };
}

export interface Groups {
  /** Groups that no answer selects; somebody would choose them by hand. */
  never: ReadonlySet<string>;
  /** Choices that select a group. */
  selectedBy: ReadonlyMap<string, { urn: string; choice: string }[]>;
  always: ReadonlySet<string>;
}

/** What the framework says about its groups; those chosen by hand are noted, since all their questions are asked. */
export function groupsOf(framework: Loose, where: Where, raws: readonly Made["raw"][], notes: Notes): Groups {
  const selectedBy = new Map<string, { urn: string; choice: string }[]>();
  for (const { urn, choices } of raws) {
    for (const choice of choices) {
      for (const group of asList(field(choice.fields, "select_implementation_groups")).slice(0, mostGroups)) {
        const name = asText(group) ?? "";
        const known = selectedBy.get(name) ?? [];
        if (known.length <= mostWays) known.push({ urn, choice: choice.urn });
        selectedBy.set(name, known);
      }
    }
  }
  const always = new Set<string>();
  const never = new Set<string>();
  asList(field(framework, "implementation_groups_definition")).forEach((each, i) => {
    const group = asMap(each);
    const name = asText(field(group, "ref_id")) ?? "";
    if (asTruth(field(group, "default_selected")) === true) always.add(name);
    else if (!selectedBy.has(name)) {
      never.add(name);
      const what = `the implementation group “${name.slice(0, 60)}”`;
      notes.lost.push({
        where: below(where, "implementation_groups_definition", i),
        what,
        why: "No answer selects it: its questions are always asked.",
      });
    }
  });
  return { never, always, selectedBy };
}

/** When a node of these groups shows. */
export function groupsOpen(names: readonly string[], groups: Groups, earlier: Earlier, where: Where, notes: Notes): Known {
  const ways = names.slice(0, mostGroups).flatMap((name) => groups.selectedBy.get(name) ?? []);
  if (ways.length === 0 || names.some((name) => groups.always.has(name) || groups.never.has(name))) return true;
  const conds = ways.map(({ urn, choice }) => {
    const made = earlier.get(urn);
    return made ? isAnswered(made, choice) : undefined;
  });
  if (ways.length <= mostWays && conds.every((cond) => cond !== undefined)) return any(...conds);
  const why = `The answer that selects one of them comes later, or there are more than ${mostWays}: it is always asked.`;
  notes.lost.push({
    where: below(where, "implementation_groups"),
    what: `the implementation groups ${names.join(", ").slice(0, 200)}`,
    why,
  });
  return true;
}
