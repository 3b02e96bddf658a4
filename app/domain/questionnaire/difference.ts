// What is different between two versions of a questionnaire, question by question, and what becomes of the answers given to the older one
// (docs: questionnaires, rule 7: wording is a minor version; options, scoring and removed ids are a major one).
import { optionsOf, type Question, type Questionnaire, type Text } from "./questionnaire.ts";
import { isNewerVersion } from "./versions.ts";

/**
 * A part of a question that a version may change; `demands` is what must come with an answer: proof, comment, limits; `sharing` whether it
 * is answered once per vendor.
 */
export const questionParts = ["type", "options", "scoring", "condition", "demands", "sharing", "wording", "mapping", "place"] as const;
export type QuestionPart = (typeof questionParts)[number];

/** Parts a score or a carried answer rests on. */
const major: ReadonlySet<QuestionPart> = new Set(["type", "options", "scoring", "condition"]);

export type Change = "added" | "removed" | "changed" | "same";

export interface QuestionDifference {
  id: string;
  change: Change;
  /** What changed, in the order of `questionParts`; empty unless `changed`. */
  parts: QuestionPart[];
  /** Whether an answer to the older version is taken over. False for what is added or removed. */
  isCarried: boolean;
  /** The newer version asks it once per vendor. */
  isOncePerVendor: boolean;
  /** The newer version's own word on it. */
  note?: Text;
}

export interface Difference {
  /** In the order of the newer version, the removed ones last. */
  questions: QuestionDifference[];
  /** The least version number the changes ask for, against the older one. */
  asksFor: "major" | "minor" | "none";
}

interface Placed {
  question: Question;
  section: string;
}

const placed = ({ sections }: Questionnaire): Map<string, Placed> =>
  new Map(sections.flatMap(({ id, questions }) => questions.map((question) => [question.id, { question, section: id }])));

/** Everything of a question a part speaks of, as text that is equal exactly when the part is. Keys are sorted: order in the file is no change. */
function partsOf(questionnaire: Questionnaire, { question, section }: Placed): Record<QuestionPart, string> {
  const { text, why, guidance, controls, topics, type, unit, columns, weight, scored, bands, criticality, onFail, when, evidence } =
    question;
  const options = Object.entries(optionsOf(questionnaire, question) ?? {});
  const { required, na, min, max, maxLength, maxRows, kinds, accept, sameAs, askedPer } = question;
  return {
    wording: plain([text, why, guidance, options.map(([code, { label }]) => [code, label]).sort(), onFail?.finding?.title]),
    mapping: plain([[...(controls ?? [])].sort(), [...(topics ?? [])].sort()]),
    type: plain([type, unit, columns, sameAs]),
    options: plain(options.map(([code, { exclusive }]) => [code, exclusive]).sort()),
    scoring: plain([
      weight,
      scored,
      bands,
      criticality,
      onFail?.capScore,
      evidence?.proof,
      options.map(([code, { score }]) => [code, score]).sort(),
    ]),
    condition: plain(when),
    demands: plain([
      evidence && { ...evidence, proof: undefined },
      [required, na, min, max, maxLength, maxRows, kinds, accept, onFail?.finding?.severity],
      options.map(([code, { require }]) => [code, require]).sort(),
    ]),
    sharing: plain(askedPer),
    place: section,
  };
}

/** JSON with sorted keys. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

const codes = (questionnaire: Questionnaire, question: Question): string[] => Object.keys(optionsOf(questionnaire, question) ?? {});

/** Whether a version published after the first up to the second says that the question is asked anew. `versions`: every one there is. */
export function isAskedAnew(questionId: string, before: Questionnaire, after: Questionnaire, versions: readonly Questionnaire[]): boolean {
  const since = versions.filter(({ version }) => isNewerVersion(version, before.version) && !isNewerVersion(version, after.version));
  return since.some(({ changes }) => changes?.[questionId]?.carry === false);
}

/**
 * Whether an answer given to one version still answers the question of another: it fits as it is, and no version published after the first
 * up to the second says that it is asked anew. `versions`: every version there is of the questionnaire.
 */
export function meansTheSame(questionId: string, before: Questionnaire, after: Questionnaire, versions: readonly Questionnaire[]): boolean {
  const [old, next] = [before, after].map((each) => placed(each).get(questionId)?.question);
  if (!old || !next || !stillFits(before, old, after, next)) return false;
  return !isAskedAnew(questionId, before, after, versions);
}

/** An answer fits the newer question as it is: the same type, and no option is gone. */
function stillFits(before: Questionnaire, old: Question, after: Questionnaire, next: Question): boolean {
  const now = new Set(codes(after, next));
  return old.type === next.type && codes(before, old).every((code) => now.has(code));
}

export function differenceOf(before: Questionnaire, after: Questionnaire): Difference {
  const [old, now] = [placed(before), placed(after)];
  const noteOf = (id: string) => {
    const note = after.changes?.[id]?.note;
    return note === undefined ? {} : { note };
  };
  const questions = [...now].map(([id, next]): QuestionDifference => {
    const previous = old.get(id);
    const isOncePerVendor = next.question.askedPer === "vendor";
    if (!previous) return { id, change: "added", parts: [], isCarried: false, isOncePerVendor, ...noteOf(id) };
    const [was, is] = [partsOf(before, previous), partsOf(after, next)];
    const parts = questionParts.filter((part) => was[part] !== is[part]);
    const isCarried = after.changes?.[id]?.carry !== false && stillFits(before, previous.question, after, next.question);
    return { id, change: parts.length > 0 ? "changed" : "same", parts, isCarried, isOncePerVendor, ...noteOf(id) };
  });
  for (const id of old.keys()) {
    if (!now.has(id)) questions.push({ id, change: "removed", parts: [], isCarried: false, isOncePerVendor: false, ...noteOf(id) });
  }
  return { questions, asksFor: asksFor(questions) };
}

/** A score or a carried answer rests on what changed: the version must be a major one, with a note on the question. */
export const isMajorChange = ({ change, parts }: QuestionDifference): boolean =>
  change === "removed" || parts.some((part) => major.has(part));

function asksFor(questions: readonly QuestionDifference[]): Difference["asksFor"] {
  if (questions.some(isMajorChange)) return "major";
  return questions.every(({ change }) => change === "same") ? "none" : "minor";
}
