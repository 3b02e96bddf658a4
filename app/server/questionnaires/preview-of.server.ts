// A section of a questionnaire as a vendor sees it, with every question shown whatever it depends on: of a published file or of a draft.
import { assessmentForm } from "#app/domain/assessment/assessment-form.ts";
import type { VendorFrame, VendorSectionView } from "#app/domain/assessment/vendor-page.ts";
import { DomainError } from "#app/domain/errors.ts";
import { addDays, dayInZone } from "#app/domain/monitoring/calendar-days.ts";
import type { QuestionnaireFile } from "#app/domain/questionnaire/compiled.ts";
import { distinctTitles } from "#app/domain/questionnaire/distinct-titles.ts";
import { textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { vendorQuestion } from "#app/domain/questionnaire/vendor-question.ts";
import { organisationFacts } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";

export interface PreviewView {
  title: string;
  version: string;
  frame: VendorFrame;
  section: VendorSectionView;
  sections: { id: string; title: string; isCurrent: boolean }[];
  maxUploadBytes: number;
}

/** Whoever calls has asked for the right. Throws not_found for a section the file has not. */
export async function previewOf(ctx: PersonContext, file: QuestionnaireFile, sectionId: string | undefined): Promise<PreviewView> {
  const { organisationId } = ctx.actor;
  const { portal, now } = ctx;
  const from = portal.store.read;
  const { questionnaire } = file;
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, "en", questionnaire.languages[0]!);
  const at = sectionId === undefined ? 0 : questionnaire.sections.findIndex(({ id }) => id === sectionId);
  const section = questionnaire.sections[at];
  if (!section) throw new DomainError("not_found", "There is no such section.");
  const titles = distinctTitles(questionnaire.sections.map(({ title }) => say(title)));
  const organisation = await organisationFacts(from, organisationId);
  const today = dayInZone(now, organisation.timeZone);
  const form = assessmentForm([file]);
  return {
    title: say(questionnaire.title),
    version: questionnaire.version,
    frame: {
      asker: organisation.name,
      vendor: "a vendor",
      service: say(questionnaire.title),
      dueOn: addDays(today, 14),
      today,
      timeZone: organisation.timeZone,
      help: { name: ctx.actor.name, email: ctx.actor.email },
      language: "en",
      you: ctx.actor.name,
      isOpen: false,
      progress: { answered: 0, required: form.set.questions.filter(({ isRequired }) => isRequired).length },
    },
    section: {
      key: section.id,
      title: titles[at]!,
      number: at + 1,
      of: questionnaire.sections.length,
      progress: { answered: 0, required: section.questions.length },
      questions: section.questions.map((question, n) => {
        const shown = vendorQuestion(questionnaire, question, "en");
        return {
          question: shown,
          number: n + 1,
          isRequired: form.set.questions[form.indexOf.get(shown.key)!]!.isRequired,
          answer: null,
          typed: null,
          errors: {},
          conflict: null,
          proofWhen: shown.evidence === null ? ("never" as const) : ("always" as const),
          proofOptions: [],
          files: [],
          messages: [],
        };
      }),
    },
    sections: questionnaire.sections.map(({ id }, n) => ({ id, title: titles[n]!, isCurrent: n === at })),
    maxUploadBytes: portal.config.uploadMaxBytes,
  };
}
