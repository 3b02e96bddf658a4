// Questionnaires of one assessment, made ready to run: conditions as functions, options as maps, everything by index.
// Compile a version once and keep it; what scoring and pages ask per answer is then a look-up.
import { DomainError } from "#app/domain/errors.ts";
import type { CompiledOption, CompiledQuestion, CompiledSection, CompiledSet, QuestionnaireFile } from "./compiled.ts";
import { compileCond, namesIn, type Test } from "./condition.ts";
import { type Band, optionsOf, type Question, type Questionnaire, textIn } from "./questionnaire.ts";
import { evaluationOrder, ownersOf } from "./same-as.ts";
import { structureProblems } from "./structure.ts";

const bps = (score: number): number => Math.round(score * 10_000);

/**
 * Compiles the questionnaires of one assessment, in their order. With one, questions and sections go by their ids; with several by
 * `questionnaire#id`. Throws `invalid` with `data.problem` (its path in the file) and `data.questionnaire` when a file cannot run.
 */
export function compile(files: readonly QuestionnaireFile[]): CompiledSet {
  for (const { questionnaire } of files) {
    const problem = structureProblems(questionnaire)[0];
    if (problem) throw new DomainError("invalid", `${problem.message} ${problem.mend}`, { problem, questionnaire: questionnaire.id });
  }
  const keyOf = (questionnaire: Questionnaire, id: string) => (files.length === 1 ? id : `${questionnaire.id}#${id}`);
  const indexes = indexQuestions(files);
  const owners = ownersOf(files, indexes);
  const sections: CompiledSection[] = [];
  const questions: CompiledQuestion[] = [];
  files.forEach(({ questionnaire }, n) => {
    const indexOf = (id: string): number => indexes[n]!.get(id)!;
    const testOf = (cond: Question["when"]): Test | null => (cond ? compileCond(cond, indexOf) : null);
    const asksOf = (cond: Question["when"]): number[] => (cond ? namesIn(cond).questions.map(indexOf) : []);
    for (const section of questionnaire.sections) {
      const at = sections.length;
      sections.push({
        index: at,
        key: keyOf(questionnaire, section.id),
        section,
        questionnaire: n,
        weight: section.weight,
        visibleWhen: testOf(section.when),
        asks: asksOf(section.when),
      });
      for (const question of section.questions) {
        const index = questions.length;
        questions.push({
          ...compileQuestion(questionnaire, question),
          index,
          key: keyOf(questionnaire, question.id),
          questionnaire: n,
          section: at,
          visibleWhen: testOf(question.when),
          evidenceWhen: testOf(question.evidence?.when),
          asks: asksOf(question.when),
          owner: owners[index]!,
          isRequired: false,
          isGate: false,
        });
      }
    }
  });
  markAsked(questions, sections);
  return {
    files,
    sections,
    questions,
    byKey: new Map(questions.map(({ key, index }) => [key, index])),
    order: evaluationOrder(questions, sections),
  };
}

function indexQuestions(files: readonly QuestionnaireFile[]): Map<string, number>[] {
  let next = 0;
  return files.map(({ questionnaire }) => {
    const ids = questionnaire.sections.flatMap(({ questions }) => questions.map(({ id }) => id));
    return new Map(ids.map((id) => [id, next++]));
  });
}

type OfQuestion = Omit<
  CompiledQuestion,
  "index" | "key" | "questionnaire" | "section" | "visibleWhen" | "evidenceWhen" | "asks" | "owner" | "isRequired" | "isGate"
>;

function compileQuestion(questionnaire: Questionnaire, question: Question): OfQuestion {
  const { type, criticality, onFail, evidence } = question;
  const written = optionsOf(questionnaire, question);
  const options = written
    ? new Map<string, CompiledOption>(
        Object.entries(written).map(([code, { score, exclusive, require }]) => [
          code,
          { bps: typeof score === "number" ? bps(score) : null, isExclusive: exclusive === true, needsComment: !!require?.length },
        ]),
      )
    : null;
  const bands = question.bands?.map(({ upTo, score }: Band) => ({ upTo: upTo ?? Number.POSITIVE_INFINITY, bps: bps(score) })) ?? null;
  const finding = onFail?.finding;
  return {
    question,
    type,
    options,
    bands,
    weight: question.weight ?? 1,
    isScored: question.scored !== false && canScore(question, options),
    allowsNa: question.na === true || written?.na !== undefined,
    hasEvidenceRule: evidence !== undefined || type === "file",
    needsProof: evidence?.proof === "required",
    isBlocker: criticality === "blocker",
    capBps: criticality === "blocker" ? (onFail?.capScore ?? 79) * 100 : null,
    finding: finding
      ? { severity: finding.severity, title: textIn(finding.title, questionnaire.languages[0]!, questionnaire.languages[0]!) }
      : null,
  };
}

function canScore({ type, bands }: Question, options: ReadonlyMap<string, CompiledOption> | null): boolean {
  switch (type) {
    case "boolean":
    case "choice":
    case "multichoice":
      return options !== null && [...options.values()].some((option) => option.bps !== null);
    case "number":
    case "date":
      return bands !== undefined;
    case "file":
      return true;
    case "text":
    case "table":
      return false;
  }
}

/** Required are scored questions and those another condition asks; gates are those whose answer, at whatever remove, hides a blocker. */
function markAsked(questions: CompiledQuestion[], sections: readonly CompiledSection[]): void {
  const asked = new Set<number>();
  const resolve = (index: number) => [index, questions[index]!.owner];
  for (const { asks } of [...questions, ...sections]) for (const index of asks) for (const each of resolve(index)) asked.add(each);
  const gates = new Set<number>();
  const visit = ({ asks, section }: CompiledQuestion): void => {
    for (const index of [...asks, ...sections[section]!.asks].flatMap(resolve)) {
      if (gates.has(index)) continue;
      gates.add(index);
      visit(questions[index]!);
    }
  };
  for (const question of questions) if (question.isBlocker && question.isScored) visit(question);
  for (const item of questions) {
    const { required } = item.question;
    item.isRequired = required === true || (required !== false && (item.isScored || asked.has(item.index)));
    item.isGate = gates.has(item.index);
  }
}
