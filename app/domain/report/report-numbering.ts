// Numbers people use on paper: questions "3.2" (section and place), documents "E-4". They follow the order of the facts,
// so report.json gives the same numbers to anybody who counts.
import type { ReportEvidence, ReportFacts, ReportQuestion } from "./report-facts.ts";

export interface ReportNumbering {
  /** "3.2", or the id itself for a question that is not in the report. */
  question(id: string): string;
  /** "E-4", or the id itself. */
  evidence(id: string): string;
  findQuestion(id: string): ReportQuestion | undefined;
  findEvidence(id: string): ReportEvidence | undefined;
}

export function reportNumbering(facts: ReportFacts): ReportNumbering {
  const questions = new Map<string, { number: string; question: ReportQuestion }>();
  facts.sections.forEach((section, s) => {
    section.questions.forEach((question, q) => {
      questions.set(question.id, { number: `${s + 1}.${q + 1}`, question });
    });
  });
  const evidence = new Map(facts.evidence.map((item, index) => [item.id, { number: `E-${index + 1}`, item }]));
  return {
    question: (id) => questions.get(id)?.number ?? id,
    evidence: (id) => evidence.get(id)?.number ?? id,
    findQuestion: (id) => questions.get(id)?.question,
    findEvidence: (id) => evidence.get(id)?.item,
  };
}
