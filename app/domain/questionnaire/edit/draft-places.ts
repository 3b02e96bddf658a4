// Which screen of the editor a problem is mended on, and how that place is called.
import type { LocatedProblem, Path, ProblemLevel } from "../problem.ts";
import { type Questionnaire, textIn } from "../questionnaire.ts";

export interface DraftPlace {
  /** Below the draft's own address; "" is the draft itself. */
  href: string;
  label: string;
}

export function placeOf(questionnaire: Questionnaire, path: Path): DraftPlace {
  const [first, index] = path;
  if (first === "scales" && index !== undefined) return { href: `/scale/${index}`, label: `Scale ${index}` };
  if (first === "changes") return { href: "/publish#changes", label: "Notes on changes" };
  if (first === "conflicts" && index !== undefined) return { href: `/condition/conflict/${index}`, label: "Contradiction" };
  const section = first === "sections" ? questionnaire.sections[index as number] : undefined;
  if (!section) return first === "sections" ? { href: "", label: "Sections" } : { href: "/about", label: "Title and scope" };
  const question = path[2] === "questions" ? section.questions[path[3] as number] : undefined;
  const say = (text: Parameters<typeof textIn>[0], id: string) => textIn(text, "en", questionnaire.languages[0]!) || id;
  if (!question) {
    const href = path[2] === "when" ? `/condition/section/${section.id}` : `/section/${section.id}`;
    return { href: path[2] === "questions" ? `/add-question/${section.id}` : href, label: say(section.title, section.id) };
  }
  const label = say(question.text, question.id);
  if (path[4] === "when") return { href: `/condition/question/${question.id}`, label };
  if (path[4] === "evidence" && path[5] === "when") return { href: `/condition/evidence/${question.id}`, label };
  return { href: `/question/${question.id}`, label };
}

export interface DraftProblem {
  level: ProblemLevel;
  message: string;
  mend: string;
  places: DraftPlace[];
}

const order: readonly ProblemLevel[] = ["error", "warning", "note"];

/** Errors first; what is said of several places stands once, with all of them. */
export function draftProblems(questionnaire: Questionnaire, problems: readonly LocatedProblem[]): DraftProblem[] {
  const found = new Map<string, DraftProblem>();
  for (const { level, rule, message, mend, path } of [...problems].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))) {
    const key = `${level} ${message} ${mend}`;
    const known = found.get(key) ?? { level, message, mend, places: [] };
    const place = rule === "version" ? { href: "/publish#changes", label: "Publish version" } : placeOf(questionnaire, path);
    if (!known.places.some(({ href }) => href === place.href)) known.places.push(place);
    found.set(key, known);
  }
  return [...found.values()];
}

/** The worst level said of each question, by id. */
export function levelsByQuestion(questionnaire: Questionnaire, problems: readonly LocatedProblem[]): Map<string, ProblemLevel> {
  const levels = new Map<string, ProblemLevel>();
  for (const { path, level } of problems) {
    const question = path[2] === "questions" ? questionnaire.sections[path[1] as number]?.questions[path[3] as number] : undefined;
    const known = question && levels.get(question.id);
    if (question && (!known || order.indexOf(level) < order.indexOf(known))) levels.set(question.id, level);
  }
  return levels;
}
