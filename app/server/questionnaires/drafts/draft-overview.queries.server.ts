// The draft on one page: its sections and questions with weights, shares and marks, what the linter says and where it is mended.
import { conditionsIn } from "#app/domain/questionnaire/condition-text.ts";
import { distinctTitles } from "#app/domain/questionnaire/distinct-titles.ts";
import { draftChangeWords, draftOriginNames } from "#app/domain/questionnaire/draft.ts";
import { draftProblems, levelsByQuestion } from "#app/domain/questionnaire/edit/draft-places.ts";
import { isScoredQuestion, shareOf } from "#app/domain/questionnaire/edit/shares.ts";
import { type Text, textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { textsOf } from "#app/domain/questionnaire/texts.ts";
import { namesOfPeople } from "../../people/named-people.queries.server.ts";
import { organisationFacts } from "../../platform/organisation.queries.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { judgeDraft } from "./judge-draft.server.ts";
import { openDraft } from "./open-draft.server.ts";

export async function viewDraftOverview(ctx: PersonContext, draftId: string) {
  const { portal, actor } = ctx;
  const { organisationId } = actor;
  const { read } = portal.store;
  const { row, questionnaire, head } = await openDraft(ctx, draftId);
  const [{ problems, installed, refusal }, { timeZone }, names] = await Promise.all([
    judgeDraft(portal, read, organisationId, row),
    organisationFacts(read, organisationId),
    namesOfPeople(read, organisationId, [row.changedById ?? row.createdById]),
  ]);
  const { sections, appliesTo, languages } = questionnaire;
  const source = languages[0]!;
  const say = (text: Text) => textIn(text, "en", source);
  const titles = distinctTitles(sections.map(({ title }) => say(title)));
  const inWords = conditionsIn(questionnaire);
  const levels = levelsByQuestion(questionnaire, problems);
  const texts = textsOf(questionnaire);
  return {
    ...head,
    id: questionnaire.id,
    version: questionnaire.version,
    audience: questionnaire.audience,
    categories: appliesTo?.categories ?? [],
    tiers: appliesTo?.tiers ?? [],
    license: questionnaire.source.license,
    origin: row.kind === "portal" ? null : { kind: draftOriginNames[row.kind], isForeign: row.kind !== "vouchsafe" },
    conflicts: (questionnaire.conflicts ?? []).map(({ text, when }) => ({ text: say(text), when: inWords(when) })),
    scales: Object.keys(questionnaire.scales ?? {}),
    timeZone,
    expiresAt: row.expiresAt,
    changed: {
      what: row.lastChange === null ? null : draftChangeWords[row.lastChange],
      at: row.changedAt ?? row.createdAt,
      by: names.get(row.changedById ?? row.createdById) ?? "",
    },
    mayUndo: row.undoSource !== null,
    installed: installed?.version ?? null,
    refusal: refusal?.says ?? null,
    /** Texts missing in each language but the first. */
    untranslated: languages
      .slice(1)
      .map((language) => ({ language, texts: texts.filter(({ text }) => text[language] === undefined).length })),
    problems: draftProblems(questionnaire, problems),
    questions: sections.reduce((sum, { questions }) => sum + questions.length, 0),
    sections: sections.map((section, at) => ({
      id: section.id,
      title: titles[at]!,
      weight: section.weight,
      ...shareOf(questionnaire, section),
      condition: inWords(section.when),
      isFirst: at === 0,
      isLast: at === sections.length - 1,
      questions: section.questions.map((question) => ({
        id: question.id,
        text: say(question.text),
        type: question.type,
        weight: isScoredQuestion(questionnaire, question) ? (question.weight ?? 1) : null,
        isKnockOut: question.criticality === "blocker",
        condition: inWords(question.when),
        wantsEvidence: question.evidence !== undefined || question.type === "file",
        level: levels.get(question.id) ?? null,
      })),
    })),
  };
}

export type DraftOverview = Awaited<ReturnType<typeof viewDraftOverview>>;
