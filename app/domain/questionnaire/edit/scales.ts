// Scales of a draft: options that several questions share.
import { DomainError } from "#app/domain/errors.ts";
import type { Questionnaire } from "../questionnaire.ts";
import { refuseBrokenConditions } from "./conditions-hold.ts";
import type { Edited } from "./draft-edit.ts";
import { type OptionRow, optionsTyped } from "./options-typed.ts";
import { chosenId } from "./propose-id.ts";
import { withCodesRenamed } from "./renamed.ts";
import { Complaints } from "./typed.ts";

/** `scaleId` undefined makes a new one under the id typed. The name of a scale stays, for questions name it. */
export function setScale(before: Questionnaire, scaleId: string | undefined, input: { id: string; options: OptionRow[] }): Edited {
  const scales = before.scales ?? {};
  const complaints = new Complaints();
  const was = scaleId === undefined ? {} : (scales[scaleId] ?? {});
  const { options, codes } = optionsTyped(input.options, was, { type: "scale", source: before.languages[0]! }, complaints);
  complaints.settle();
  const id = scaleId ?? chosenId(input.id, { words: "scale", taken: new Set(Object.keys(scales)), retired: new Set(), fallback: "scale" });
  const recoded = withCodesRenamed(before, usersOf(before, id), codes);
  return { questionnaire: refuseBrokenConditions(before, { ...recoded, scales: { ...scales, [id]: options } }, "option-0"), of: id };
}

/** Throws `invalid` while a question uses it. */
export function removeScale(before: Questionnaire, scaleId: string): Edited {
  const users = [...usersOf(before, scaleId)];
  if (users.length > 0) {
    const says = `The scale is used by ${users.slice(0, 3).join(", ")}${users.length > 3 ? ` and ${users.length - 3} more` : ""}. Give them other options first.`;
    throw new DomainError("invalid", says, { fields: { delete: says } });
  }
  const { scales: all = {}, ...rest } = before;
  const { [scaleId]: _, ...scales } = all;
  return { questionnaire: Object.keys(scales).length > 0 ? { ...rest, scales } : rest, of: scaleId };
}

const usersOf = ({ sections }: Questionnaire, scaleId: string): Set<string> =>
  new Set(sections.flatMap(({ questions }) => questions.filter(({ scale }) => scale === scaleId).map(({ id }) => id)));
