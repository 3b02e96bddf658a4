// What changed since the last assessment of an engagement: worse answers first, then lost proof, then the rest.
import { isProof } from "#app/domain/evidence/evidence-states.ts";
import { changeKinds, type ReportChangeKind, type ReportChanges, type ReportFacts, type ReportQuestion } from "./report-facts.ts";
import { answerKindWords, evidenceStateWords } from "./report-words.ts";

/** What is compared of an assessment; the facts of an earlier report have it too. */
export type Compared = Pick<ReportFacts, "sections"> & { score: Pick<ReportFacts["score"], "reviewed"> };

type Change = ReportChanges["items"][number];

/** Differences by question id, in the order of `changeKinds`, then in file order. */
export function changesBetween(before: Compared, now: Compared): Change[] {
  const old = new Map(questionsOf(before).map((question) => [question.id, question]));
  const current = questionsOf(now);
  const oldValues = valuesOf(before);
  const values = valuesOf(now);
  const changes = current.flatMap((question): Change[] => {
    const earlier = old.get(question.id);
    if (!earlier) return [change("new_question", question, null, words(question))];
    return [...answerChange(earlier, question, oldValues.get(question.id), values.get(question.id)), ...evidenceChange(earlier, question)];
  });
  const ids = new Set(current.map((question) => question.id));
  for (const question of old.values()) {
    if (!ids.has(question.id)) changes.push(change("removed_question", question, words(question), null));
  }
  return changes.sort((a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind));
}

function questionsOf(compared: Compared): ReportQuestion[] {
  return compared.sections.flatMap((section) => section.questions);
}

function valuesOf(compared: Compared): Map<string, number | null> {
  return new Map(compared.score.reviewed.questions.map((question) => [question.id, question.valueBps]));
}

/** The answer that counts: the reviewer's where it was adjusted. */
function words({ answer, determination }: ReportQuestion): string {
  if (determination?.is === "adjusted" && determination.words !== null) return determination.words;
  if (determination?.is === "rejected") return "Rejected";
  return answer.kind === "answered" ? answer.words : answerKindWords[answer.kind];
}

function change(kind: ReportChangeKind, question: ReportQuestion, before: string | null, after: string | null): Change {
  return { kind, questionId: question.id, what: question.text, before, after };
}

function answerChange(before: ReportQuestion, now: ReportQuestion, oldValue: number | null = null, value: number | null = null): Change[] {
  const [from, to] = [words(before), words(now)];
  if (oldValue !== null && value !== null && oldValue !== value) {
    return [change(value < oldValue ? "regression" : "improvement", now, from, to)];
  }
  return from === to ? [] : [change("changed", now, from, to)];
}

function evidenceChange(before: ReportQuestion, now: ReportQuestion): Change[] {
  const [had, has] = [before.evidenceState, now.evidenceState];
  const wasProven = had !== null && isProof(had);
  const isProven = has !== null && isProof(has);
  if (wasProven === isProven) return [];
  const state = (value: typeof had) => (value === null ? "None" : evidenceStateWords[value]);
  return [change(wasProven ? "evidence_dropped" : "evidence_added", now, state(had), state(has))];
}
