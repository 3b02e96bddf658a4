// An edit of a draft: what the log calls it, what it was done to, and the questionnaire after it. Edits are pure and may be tried twice.
import type { DraftChange } from "../draft.ts";
import type { Questionnaire } from "../questionnaire.ts";
import type { PublishedIds } from "./published-ids.ts";

export interface DraftEdit {
  readonly change: DraftChange;
  /** Id of the section or question; the questionnaire's own for the rest. Read after `apply`. */
  readonly apply: (before: Questionnaire, published: PublishedIds) => Edited;
}

export interface Edited {
  readonly questionnaire: Questionnaire;
  /** Id of what was added or changed, to go there next. */
  readonly of: string;
}
