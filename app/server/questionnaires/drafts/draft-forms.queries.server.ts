// What the forms of the editor show: head, section, question, scale, as their fields; and what stands beside them to choose from.
import { unknownObject } from "#app/domain/errors.ts";
import { evidenceKindCodes, evidenceKindRow, ownEvidenceKinds } from "#app/domain/evidence/evidence-kinds.ts";
import { conditionsIn } from "#app/domain/questionnaire/condition-text.ts";
import { questionOf, sectionOf } from "#app/domain/questionnaire/edit/places.ts";
import { optionRows, questionFields, textField } from "#app/domain/questionnaire/edit/question-fields.ts";
import { isScoredQuestion, shareOf } from "#app/domain/questionnaire/edit/shares.ts";
import { type Questionnaire, type Text, textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { latestQuestionnaires } from "../questionnaire-versions.queries.server.ts";
import { listOpenDrafts } from "./drafts.repo.server.ts";
import { openDraft } from "./open-draft.server.ts";

const sayIn =
  ({ languages }: Questionnaire) =>
  (text: Text) =>
    textIn(text, "en", languages[0]!);

/** What a new draft may begin with. */
export async function viewNewDraft(ctx: PersonContext) {
  const { organisationId } = ctx.actor;
  authorize(ctx, "questionnaire.draft", { type: "questionnaire_draft", organisationId });
  const { read } = ctx.portal.store;
  const [installed, drafts] = await Promise.all([
    latestQuestionnaires(ctx.portal, read, organisationId, "vendor"),
    listOpenDrafts(read, organisationId, ctx.now),
  ]);
  return {
    installed: installed.map(({ questionnaire }) => ({
      id: questionnaire.id,
      version: questionnaire.version,
      title: sayIn(questionnaire)(questionnaire.title),
    })),
    drafts: drafts.map(({ id, title, version, questionnaireId }) => ({ id, title, version, questionnaireId })),
  };
}

export async function viewDraftAbout(ctx: PersonContext, draftId: string) {
  const { questionnaire, published, head } = await openDraft(ctx, draftId);
  const { id, version, title, languages, appliesTo, source } = questionnaire;
  return {
    ...head,
    id,
    version,
    name: textField(title),
    languages,
    categories: appliesTo?.categories ?? [],
    tiers: appliesTo?.tiers ?? [],
    sourceName: source.name,
    license: source.license,
    isNewVersion: published.questions.size > 0,
  };
}

/** Without an id: a new one. */
export async function viewDraftSection(ctx: PersonContext, draftId: string, sectionId: string | undefined) {
  const { questionnaire, published, head } = await openDraft(ctx, draftId);
  const section = sectionId === undefined ? undefined : sectionOf(questionnaire, sectionId);
  const say = sayIn(questionnaire);
  return {
    ...head,
    section: section
      ? {
          id: section.id,
          name: textField(section.title),
          title: say(section.title),
          weight: String(section.weight),
          condition: conditionsIn(questionnaire)(section.when),
          questions: section.questions.length,
          isPublished: published.sections.has(section.id),
        }
      : null,
    others: questionnaire.sections
      .filter(({ id }) => id !== sectionId)
      .map((each) => ({ id: each.id, title: say(each.title), weight: each.weight, percent: shareOf(questionnaire, each).percent })),
  };
}

/** Where a new question goes. */
export async function viewNewQuestion(ctx: PersonContext, draftId: string, sectionId: string) {
  const { questionnaire, head } = await openDraft(ctx, draftId);
  return { ...head, section: { id: sectionId, title: sayIn(questionnaire)(sectionOf(questionnaire, sectionId).title) } };
}

export async function viewDraftQuestion(ctx: PersonContext, draftId: string, questionId: string) {
  const { questionnaire, published, head } = await openDraft(ctx, draftId);
  const { question, section, at } = questionOf(questionnaire, questionId);
  const say = sayIn(questionnaire);
  const flat = questionnaire.sections.flatMap(({ questions }) => questions);
  const index = flat.indexOf(question);
  const inWords = conditionsIn(questionnaire);
  const beside = (by: -1 | 1) => flat[index + by]?.id ?? null;
  return {
    ...head,
    question: {
      id: question.id,
      text: say(question.text),
      fields: questionFields(question),
      condition: inWords(question.when),
      evidenceCondition: question.evidence ? (inWords(question.evidence.when) ?? "every answer") : null,
      isPublished: published.questions.has(question.id),
      sameAs: question.sameAs ?? null,
    },
    section: {
      id: section.id,
      title: say(section.title),
      number: at + 1,
      of: section.questions.length,
      weights: shareOf(questionnaire, section).weights,
    },
    isScored: isScoredQuestion(questionnaire, question),
    previous: beside(-1),
    next: beside(1),
    scales: Object.entries(questionnaire.scales ?? {}).map(([id, scale]) => ({
      id,
      options: Object.values(scale).map(({ label }) => say(label)),
    })),
    sections: questionnaire.sections.map(({ id, title }) => ({ id, title: say(title) })),
    kinds: evidenceKindCodes
      .filter((code) => !ownEvidenceKinds.includes(code))
      .map((code) => ({ code, label: evidenceKindRow(code).label.en })),
  };
}

export type DraftQuestionView = Awaited<ReturnType<typeof viewDraftQuestion>>;

/** Without an id: a new one. */
export async function viewDraftScale(ctx: PersonContext, draftId: string, scaleId: string | undefined) {
  const { questionnaire, head } = await openDraft(ctx, draftId);
  const scales = questionnaire.scales ?? {};
  if (scaleId !== undefined && !Object.hasOwn(scales, scaleId)) throw unknownObject();
  const users = questionnaire.sections
    .flatMap(({ questions }) => questions)
    .filter(({ scale }) => scale !== undefined && scale === scaleId);
  return {
    ...head,
    scaleId: scaleId ?? null,
    options: optionRows(scaleId === undefined ? undefined : scales[scaleId]),
    users: users.map(({ id, text }) => ({ id, text: sayIn(questionnaire)(text) })),
  };
}
