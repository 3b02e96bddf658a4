// Sections of a draft: added, changed, moved, deleted.
import type { Questionnaire, Section } from "../questionnaire.ts";
import { refuseBrokenConditions } from "./conditions-hold.ts";
import type { Edited } from "./draft-edit.ts";
import { sectionOf, shifted, withSection } from "./places.ts";
import { chosenId } from "./propose-id.ts";
import type { PublishedIds } from "./published-ids.ts";
import { Complaints, type TypedText, textTyped, wholeTyped } from "./typed.ts";

export interface SectionInput {
  id: string;
  title: TypedText;
  weight: string;
}

const idsOf = ({ sections }: Questionnaire): Set<string> => new Set(sections.map(({ id }) => id));

function read(before: Questionnaire, input: SectionInput): Pick<Section, "title" | "weight"> {
  const complaints = new Complaints();
  const title = textTyped(input.title, before.languages[0]!, "title", complaints, { isNeeded: true });
  const weight = wholeTyped(input.weight, [1, 1000], "weight", complaints);
  if (input.weight.trim() === "") complaints.add("weight", "Type a whole number from 1 to 1000.");
  complaints.settle();
  return { title: title!, weight: weight! };
}

/** Adds it at the end. */
export function addSection(before: Questionnaire, input: SectionInput, { sections: retired }: PublishedIds): Edited {
  const parts = read(before, input);
  const words = parts.title[before.languages[0]!] ?? "";
  const id = chosenId(input.id, { words, taken: idsOf(before), retired, fallback: "section" });
  return { questionnaire: { ...before, sections: [...before.sections, { id, ...parts, questions: [] }] }, of: id };
}

/** A published id stays; another may be exchanged, or is proposed anew when it is emptied. */
export function changeSection(
  before: Questionnaire,
  sectionId: string,
  input: SectionInput,
  { sections: published }: PublishedIds,
): Edited {
  const parts = read(before, input);
  const taken = idsOf(before);
  taken.delete(sectionId);
  const words = parts.title[before.languages[0]!] ?? "";
  const isFixed = published.has(sectionId);
  const id = isFixed ? sectionId : chosenId(input.id, { words, taken, retired: published, fallback: "section" });
  return { questionnaire: withSection(before, sectionId, (section) => ({ ...section, ...parts, id })), of: id };
}

/** One place up or down. */
export function moveSection(before: Questionnaire, sectionId: string, by: -1 | 1): Edited {
  const at = before.sections.indexOf(sectionOf(before, sectionId));
  const after = { ...before, sections: shifted(before.sections, at, by) };
  return { questionnaire: refuseBrokenConditions(before, after, "move"), of: sectionId };
}

/** With its questions. Throws `invalid` naming who asks one of them. */
export function removeSection(before: Questionnaire, sectionId: string): Edited {
  sectionOf(before, sectionId);
  const after = { ...before, sections: before.sections.filter(({ id }) => id !== sectionId) };
  return { questionnaire: refuseBrokenConditions(before, after, "delete"), of: sectionId };
}
