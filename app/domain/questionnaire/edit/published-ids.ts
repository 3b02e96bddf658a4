// What a questionnaire's published versions have fixed: ids of sections and questions that may neither change nor come back as another.
import type { Questionnaire } from "../questionnaire.ts";

export interface PublishedIds {
  readonly questions: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
}

export const noPublishedIds: PublishedIds = { questions: new Set(), sections: new Set() };

export function publishedIds(versions: readonly Questionnaire[]): PublishedIds {
  const sections = versions.flatMap((version) => version.sections);
  return {
    sections: new Set(sections.map(({ id }) => id)),
    questions: new Set(sections.flatMap(({ questions }) => questions.map(({ id }) => id))),
  };
}
