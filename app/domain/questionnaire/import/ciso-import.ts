// A framework of a CISO Assistant library as vrq/1 (docs/importing.md, "CISO Assistant"). A node that is assessable asks its questions;
// one without asks whether it is met, unless the nodes below it ask that: then it would count twice.
import { DomainError } from "#app/domain/errors.ts";
import { type Question, type Questionnaire, questionnaireLimits, type Section, type Text } from "../questionnaire.ts";
import { dependsOn, type Groups, groupsOf, groupsOpen } from "./ciso-conditions.ts";
import { type CisoNode, readCisoLibrary, strangers } from "./ciso-library.ts";
import { type Made, makeQuestion, type Raw, rawQuestions } from "./ciso-questions.ts";
import { weightFrom } from "./ciso-scores.ts";
import { type Words, words } from "./ciso-words.ts";
import { all, isTooDeep, type Known } from "./conditions.ts";
import { finishDraft, mostOptions } from "./finish-draft.ts";
import { below, type Draft, emptyNotes, type ForeignFile, type ImportSettings, type Notes, type Where } from "./foreign.ts";
import { asList, asText, field } from "./foreign-values.ts";
import { header } from "./header.ts";
import { metScale, metScaleName } from "./met-scale.ts";
import { type Mint, mintIds } from "./names.ts";
import { plainText } from "./plain-text.ts";
import { noteUnusable } from "./unusable.ts";

interface Making {
  notes: Notes;
  words: Words;
  groups: Groups;
  ids: Mint;
  earlier: Map<string, Made>;
  places: Map<string, Where>;
  never: Set<string>;
}

const nodeFields =
  "urn assessable depth parent_urn ref_id name description annotation typical_evidence implementation_groups weight questions question translations order_id".split(
    " ",
  );

export function importCiso([file]: readonly ForeignFile[], settings: ImportSettings): Draft {
  const notes = emptyNotes();
  const { library, framework, where, nodes, locale } = readCisoLibrary(file!, settings.pick, notes);
  const raws = new Map(nodes.map((node) => [node, node.isAssessable ? rawQuestions(node) : []]));
  const count = [...raws.values()].reduce((sum, list) => sum + list.length, 0);
  const { questions: most } = questionnaireLimits;
  if (count > most) throw new DomainError("too_large", `The framework asks ${count} questions; ${most} is the limit of one questionnaire.`);
  const everyRaw = [...raws.values()].flat();
  const choices = everyRaw.reduce((sum, raw) => sum + raw.choices.length, 0);
  if (choices > mostOptions)
    throw new DomainError("too_large", `The questions have ${choices} choices together; ${mostOptions} is the limit. Split the file.`);
  const spoken = words(locale, [library, framework, ...nodes.map(({ fields }) => fields), ...everyRaw.map(({ fields }) => fields)], notes);
  const groups = groupsOf(framework, where, everyRaw, notes);
  strangers(
    library,
    "urn locale ref_id name description copyright version provider packager objects translations".split(" "),
    { file: 0, path: [] },
    notes,
    "It has no place in a questionnaire.",
  );
  strangers(
    framework,
    "urn ref_id name description requirement_nodes implementation_groups_definition translations".split(" "),
    where,
    notes,
    "It has no place in a questionnaire: answers are scored from 0 to 1.",
  );
  const making: Making = { notes, words: spoken, groups, ids: mintIds("q"), earlier: new Map(), places: new Map(), never: new Set() };
  const sections = sectionsFrom(nodes, raws, making, title(framework, spoken));
  const questionnaire: Questionnaire = {
    ...header(
      {
        title: title(framework, spoken) ?? title(library, spoken) ?? {},
        languages: spoken.languages,
        id: asText(field(framework, "ref_id")),
        version: asText(field(library, "version")),
        name: file!.name,
        license: plainText(asText(field(library, "copyright")) ?? "", 300).text || undefined,
      },
      settings,
      notes,
    ),
    ...(sections.some(({ questions }) => questions.some(({ scale }) => scale === metScaleName))
      ? { scales: { [metScaleName]: metScale } }
      : {}),
    sections,
  };
  return finishDraft(questionnaire, notes, making.places, making.never);
}

function title(map: Parameters<Words["of"]>[0], spoken: Words): Text | undefined {
  const text = spoken.of(map, "name");
  return text && Object.fromEntries(Object.entries(text).map(([language, said]) => [language, plainText(said, 300).text]));
}

/** Questions stand in the section of the nearest node above that is not assessable itself. */
function sectionsFrom(nodes: readonly CisoNode[], raws: ReadonlyMap<CisoNode, Raw[]>, making: Making, whole: Text | undefined): Section[] {
  const { notes, words: spoken } = making;
  const sections: Section[] = [];
  const sectionIds = mintIds("section");
  let home: CisoNode | undefined | null = null;
  for (const node of nodes) {
    const questions = questionsOf(node, raws.get(node)!, making);
    if (questions.length === 0) continue;
    let holder = node.parent;
    while (holder?.isAssessable) holder = holder.parent;
    if (home !== holder) {
      home = holder;
      const above: CisoNode[] = [];
      for (let up = holder; up; up = up.parent) above.unshift(up);
      const heading = spoken.together(
        above.map((each) => headingOf(each, spoken)),
        node.where,
        " – ",
      ) ??
        whole ?? { [spoken.languages[0]!]: "Questions" };
      const short = Object.fromEntries(Object.entries(heading).map(([language, said]) => [language, plainText(said, 300).text]));
      const id = sectionIds(holder ? tailOf(holder.urn) : "general");
      sections.push({ id, title: short, weight: 1, questions: [] });
      if (holder) notes.mapped.push({ where: holder.where, to: id });
    }
    sections.at(-1)!.questions.push(...questions);
  }
  return sections;
}

/** `ref name`, the description where there is no name. */
function headingOf({ fields, where }: CisoNode, spoken: Words): Text | undefined {
  const name = spoken.of(fields, "name") ?? spoken.of(fields, "description");
  const ref = plainText(asText(field(fields, "ref_id")) ?? "", 60).text;
  if (!name) return ref ? { [spoken.languages[0]!]: ref } : undefined;
  return spoken.together([ref ? Object.fromEntries(Object.keys(name).map((language) => [language, ref])) : undefined, name], where, " ");
}

/** What is particular to a node: after `urn:…:req_node:framework:`. */
const tailOf = (urn: string): string => urn.replace(/^urn:[^:]*:[^:]*:[^:]*:[^:]*:/, "");

function questionsOf(node: CisoNode, raws: readonly Raw[], making: Making): Question[] {
  const { notes, words: spoken, places } = making;
  const { fields, where } = node;
  if (!node.isAssessable) {
    const said = asText(field(fields, "description")) ?? asText(field(fields, "name"));
    if (!node.hasAssessable && said)
      notes.lost.push({ where, what: `the text “${said.slice(0, 100)}”`, why: "It asks nothing and nothing stands below it." });
    else if (asText(field(fields, "name")) && asText(field(fields, "description")))
      notes.lost.push({ where: below(where, "description"), what: "the description of a section", why: "Sections have a title only." });
    return [];
  }
  strangers(fields, nodeFields, where, notes, "Questions have no such field.");
  const texts = ["urn", "ref_id", "name", "description", "annotation", "typical_evidence", "parent_urn"];
  noteUnusable(fields, { texts, lists: ["implementation_groups"] }, where, notes);
  const names = asList(field(fields, "implementation_groups")).flatMap((name) => asText(name) ?? []);
  const open = groupsOpen(names, making.groups, making.earlier, where, notes);
  if (raws.length === 0 && node.hasAssessable) {
    notes.lost.push({ where, what: "the node as a question of its own", why: "The nodes below it are asked: it would count twice." });
    return [];
  }
  const evidence = spoken.labelled({ en: "Typical evidence", de: "Übliche Nachweise" }, spoken.of(fields, "typical_evidence"));
  const rest = [spoken.of(fields, "annotation"), evidence];
  const named = spoken.of(fields, "name");
  const made =
    raws.length === 0
      ? [metQuestion(node, spoken.together(rest, where), making)]
      : raws.map((raw) => {
          const guidance = spoken.together([headingOf(node, spoken), named ? spoken.of(fields, "description") : undefined, ...rest], where);
          const each = makeQuestion(raw, making.ids(tailOf(raw.urn)), { guidance, weight: field(fields, "weight") }, spoken, notes);
          const shown = conditioned(each, open, making);
          making.earlier.set(raw.urn, each);
          return shown;
        });
  return made.map(({ question, when, at }) => {
    places.set(question.id, at);
    notes.mapped.push({ where: at, to: question.id });
    if (when === false) making.never.add(question.id);
    return typeof when === "boolean" ? question : { ...question, when };
  });

  function metQuestion(of: CisoNode, guidance: Text | undefined, { ids }: Making) {
    const weight = weightFrom(field(fields, "weight"));
    const text = spoken.together([headingOf(of, spoken), named ? spoken.of(fields, "description") : undefined], where);
    const id = ids(tailOf(of.urn));
    const question: Question = {
      id,
      type: "choice",
      scale: metScaleName,
      ...(weight === undefined ? {} : { weight }),
      text: text ?? { [spoken.languages[0]!]: id },
      ...(guidance ? { guidance } : {}),
    };
    return { question, when: open, at: where };
  }
}

function conditioned(made: Made, open: Known, { earlier, notes }: Making): { question: Question; when: Known; at: Where } {
  const { question, raw } = made;
  const when = all(open, dependsOn(made, earlier, notes));
  if (!isTooDeep(when)) return { question, when, at: raw.where };
  notes.lost.push({ where: raw.where, what: "its conditions", why: "They nest deeper than 20." });
  return { question, when: true, at: raw.where };
}
