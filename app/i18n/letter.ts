// A decision letter in the vendor's language, as plain parts in the order they are read: its preview and its PDF both draw these.
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import type { LetterFacts } from "#app/domain/report/letter-facts.ts";
import { points } from "#app/domain/report/report-format.ts";
import { letter as de } from "./de/letter.ts";
import { letter as en, type LetterWords } from "./en/letter.ts";

export const letterWords: Record<Language, LetterWords> = { en, de };

export interface LetterTable {
  head: string[];
  /** Relative widths, one per column. */
  shares: number[];
  rows: string[][];
}

export interface LetterPart {
  /** Absent: goes on below the part before. */
  heading?: string | undefined;
  lead?: string | undefined;
  items?: string[] | undefined;
  table?: LetterTable | undefined;
  note?: string | undefined;
}

export interface Letter {
  title: string;
  subject: string;
  to: string;
  number: string;
  intro: string;
  facts: { term: string; value: string }[];
  parts: LetterPart[];
  foot: string;
}

export function letterOf(facts: LetterFacts): Letter {
  const words = letterWords[facts.document.language];
  const { decision, organisation, engagement } = facts;
  const { service } = engagement;
  const thanks = facts.assessment.isFromDocuments ? words.thanks.documents(service) : words.thanks.answered(service);
  const { scoreBps, grade } = facts.result;
  return {
    title: words.title,
    subject: words.about(service),
    to: words.to(facts.vendor.name),
    number: words.number(facts.assessment.number),
    intro: `${thanks} ${words.intro[decision.outcome](organisation.name)}`,
    facts: [
      { term: words.terms.decision, value: words.outcome[decision.outcome] },
      { term: words.terms.decided, value: words.day(decision.decidedOn) },
      { term: words.terms.result, value: scoreBps === null ? words.noResult : words.result(words.points(points(scoreBps)), grade) },
      ...(decision.nextReviewOn === null ? [] : [{ term: words.terms.next, value: words.day(decision.nextReviewOn) }]),
    ],
    parts: [...conditionsOf(facts, words), mendOf(facts, words), ...gainsOf(facts, words), goOn(words), signedOf(facts, words)],
    foot: words.foot(facts.document.id, facts.verifyUrl),
  };
}

function conditionsOf({ conditions }: LetterFacts, words: LetterWords): LetterPart[] {
  if (conditions.length === 0) return [];
  const rows = conditions.map(({ number, text, when, dueOn, isMet }) => [
    number,
    text,
    dueOn === null ? words.times[when] : `${when === "by_date" ? "" : `${words.times[when]}, `}${words.day(dueOn)}`,
    isMet ? words.met : words.open,
  ]);
  const head = [words.number_, words.condition, words.when, words.state];
  return [{ heading: words.conditions, table: { head, shares: [10, 88, 36, 14], rows } }];
}

function mendOf({ mend, moreToMend }: LetterFacts, words: LetterWords): LetterPart {
  if (mend.length === 0) return { heading: words.mend, lead: words.nothingToMend };
  const rows = mend.map(({ title, dueOn }) => [title, words.day(dueOn)]);
  const note = moreToMend > 0 ? words.moreToMend(moreToMend) : undefined;
  return { heading: words.mend, lead: words.mendLead, table: { head: [words.what, words.by], shares: [112, 36], rows }, note };
}

function gainsOf({ limits, gains, moreGains }: LetterFacts, words: LetterWords): LetterPart[] {
  const limiting = limits.length > 0 ? [{ heading: words.gains, lead: words.limits, items: limits }] : [];
  const heading = limits.length > 0 ? undefined : words.gains;
  if (gains.length === 0) return limiting.length > 0 ? limiting : [{ heading, lead: words.noGains }];
  const rows = gains.map(({ question, help, gainBps }) => [question, words.help[help], `+${words.points(points(gainBps))}`]);
  const table = { head: [words.question, words.helps, words.points_], shares: [90, 40, 18], rows };
  return [...limiting, { heading, lead: words.gainsLead, table, note: moreGains > 0 ? words.more(moreGains) : undefined }];
}

const goOn = (words: LetterWords): LetterPart => ({ heading: words.goOn, lead: words.goOnText });

function signedOf({ decision }: LetterFacts, words: LetterWords): LetterPart {
  const rows = decision.signatories.map(({ name, role, on }) => [name, words.roles[role], words.day(on)]);
  return { heading: words.signed, table: { head: [words.name, words.role, words.on], shares: [60, 60, 28], rows } };
}
