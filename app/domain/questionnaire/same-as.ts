// `sameAs`: a question that another questionnaire of the assessment owns is asked and counted there only (docs: questionnaires, rule 9).
// Without the owner in the assessment the question stands for itself.
import { DomainError } from "#app/domain/errors.ts";
import type { CompiledQuestion, CompiledSection, QuestionnaireFile } from "./compiled.ts";

/** For each question the index of the one that owns it, itself where nothing else does. Throws `invalid` for unknown or circular owners. */
export function ownersOf(files: readonly QuestionnaireFile[], indexes: readonly ReadonlyMap<string, number>[]): number[] {
  const position = new Map(files.map(({ questionnaire }, n) => [questionnaire.id, n]));
  if (position.size < files.length) throw new DomainError("invalid", "A questionnaire stands twice in one assessment.");
  const direct = files.flatMap(({ questionnaire }, n) =>
    questionnaire.sections.flatMap(({ questions }) =>
      questions.map(({ id, sameAs }) => {
        const own = indexes[n]!.get(id)!;
        if (sameAs === undefined) return own;
        const [owner = "", question = ""] = sameAs.split("#");
        const at = position.get(owner);
        if (at === undefined) return own;
        const index = indexes[at]!.get(question);
        if (index !== undefined) return index;
        throw new DomainError("invalid", `“${questionnaire.id}#${id}” is the same as “${sameAs}”, which does not exist.`);
      }),
    ),
  );
  return direct.map((_, start) => {
    let at = start;
    for (let steps = 0; direct[at] !== at; steps += 1) {
      if (steps > direct.length)
        throw new DomainError("invalid", "Questions are the same as each other in a circle: one of them must own it.");
      at = direct[at]!;
    }
    return at;
  });
}

/** File order, but an owner before those that are the same as it, and what a condition asks before whom it shows. */
export function evaluationOrder(questions: readonly CompiledQuestion[], sections: readonly CompiledSection[]): number[] {
  const order: number[] = [];
  const state = new Uint8Array(questions.length);
  const visit = (index: number): void => {
    if (state[index] === 2) return;
    const question = questions[index]!;
    if (state[index] === 1) {
      throw new DomainError("invalid", `Whether “${question.key}” is shown depends on itself through \`sameAs\`.`);
    }
    state[index] = 1;
    if (question.owner !== index) visit(question.owner);
    for (const needed of sections[question.section]!.asks) visit(needed);
    for (const needed of question.asks) visit(needed);
    state[index] = 2;
    order.push(index);
  };
  for (const { index } of questions) visit(index);
  return order;
}
