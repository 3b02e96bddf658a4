// "Tested yearly" against the date: how often or when something is said to be done, and the day another answer or its document gives.
import { datesWhatItReports } from "../evidence/evidence-kinds.ts";
import { addDays, type Day, daysBetween } from "../monitoring/calendar-days.ts";
import { type Contradiction, holds, type Looking, type Seen } from "./contradictions-seen.ts";
import { type Piece, provingKinds } from "./stored-review.ts";

/** What the option codes of our questionnaires say about how often, in days. */
const periods: Readonly<Record<string, number>> = { monthly: 31, quarterly: 92, half_year: 184, yearly: 366, year: 366 };

/** A year is not counted to the day: nobody tests on the same date. */
const slackDays = 31;

/** Answers that say something was done within a year, and the answer that says when. */
const pairs: readonly { claim: string; codes: readonly string[] | true; date: string }[] = [
  { claim: "ir_plan", codes: ["yes"], date: "ir_last_test" },
  { claim: "test_scope", codes: ["border"], date: "isolation_test" },
  { claim: "test_scope", codes: ["panel", "network", "staff_tools"], date: "pentest" },
];

export function againstDates(seen: Looking): Contradiction[] {
  const { around } = seen;
  if (around === undefined) return [];
  return [...betweenAnswers(seen, around.asOn), ...seen.all.flatMap((each) => againstDocuments(seen, each, around.asOn))];
}

function betweenAnswers({ of }: Looking, asOn: Day): Contradiction[] {
  return pairs.flatMap(({ claim, codes, date }) =>
    of(claim)
      .filter(({ value }) => codes === true || codes.some((code) => holds(value, code)))
      .flatMap((said) =>
        of(date)
          .filter(({ value }) => typeof value === "string" && daysBetween(value, asOn) > 366 + slackDays)
          .map((day) => ({ text: `${said.words}, yet ${day.words}.`, sides: [said.side, day.side] })),
      ),
  );
}

/** The newest of the documents that could prove the answer decides; one without a date says nothing. */
function againstDocuments(seen: Looking, { index, value, words, side }: Seen, asOn: Day): Contradiction[] {
  const question = seen.review.form.set.questions[index]!;
  const kinds = provingKinds(question);
  // A procedure is not written anew with every test: only papers whose date is that of what they report.
  const proving = seen.pieces(index).filter(({ kind }) => kinds.includes(kind) && datesWhatItReports(kind));
  const newest = newestOf(proving);
  if (newest === undefined || proving.some(({ startsOn }) => startsOn === undefined)) return [];
  const name = seen.around?.documents.get(newest.id)?.name ?? newest.kind;
  const document = { is: "document", evidenceId: newest.id, label: name } as const;
  const yet = `${words}, yet the newest document, “${name}”, is of ${newest.startsOn}.`;
  if (question.type === "date" && typeof value === "string") {
    return newest.startsOn < addDays(value, -slackDays) ? [{ text: yet, sides: [side, document] }] : [];
  }
  const period = question.type === "choice" && typeof value === "string" && Object.hasOwn(periods, value) ? periods[value] : undefined;
  if (period === undefined || daysBetween(newest.startsOn, asOn) <= period + slackDays) return [];
  return [{ text: yet, sides: [side, document] }];
}

type Dated = Piece & { startsOn: Day };

const newestOf = (pieces: readonly Piece[]): Dated | undefined =>
  pieces
    .filter((piece): piece is Dated => piece.startsOn !== undefined)
    .toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))
    .at(0);
