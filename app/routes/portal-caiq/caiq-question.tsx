// One question a CAIQ answers: what its rows say, the answer that follows from them, behind **Change** the others; whether it is taken.
import type { AnswerField } from "#app/domain/assessment/answer-input.ts";
import { fieldName, questionId } from "#app/domain/assessment/answer-names.ts";
import type { CaiqItem } from "#app/server/assessments/portal/caiq/caiq.queries.server.ts";
import { Choice } from "#app/ui/choice.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { fieldId } from "#app/ui/field-context.ts";
import { FieldError } from "#app/ui/field-error.tsx";
import { QuestionLegend } from "#app/ui/portal/question-legend.tsx";
import { usePortalWords } from "#app/ui/words.ts";

export interface CaiqQuestionProps {
  item: CaiqItem;
  /** The code that was chosen, as the form came back. */
  typed: string | undefined;
  isTaken: boolean;
  errors: Partial<Record<AnswerField, string>>;
}

export function CaiqQuestion({ item: { view, section, proposal, proposalWords, rows }, typed, isTaken, errors }: CaiqQuestionProps) {
  const words = usePortalWords();
  const { key, type, options } = view.question;
  const said = Object.values(errors);
  const chosen = typed || proposal;
  const listed = options.length > 0 ? options : ["true", "false"].map((code) => ({ code, label: "" }));
  const label = (code: string, own: string) => own || (type === "boolean" && code === "true" ? words.question.yes : words.question.no);
  const codes = [...listed.map(({ code, label: own }) => ({ code, label: label(code, own) }))];
  if (proposal === "na") codes.push({ code: "na", label: proposalWords });
  const name = fieldName("value", key);
  return (
    <fieldset className={said.length > 0 ? "q q--error preset" : "q preset"} id={questionId(key)}>
      <QuestionLegend view={view} />
      <p className="q__hint">{section.title}</p>
      <input type="hidden" name={fieldName("base", key)} value={view.answer?.revision ?? 0} />
      <p className="preset__said">
        <span className="preset__proposed">{words.caiq.follows}: </span>
        <b>{proposalWords}</b>
      </p>
      <ul className="muted">
        {rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
      <FieldError id={`${fieldId(name)}-error`} error={said[0]} />
      <Disclosure summary={words.caiq.change} isOpen={chosen !== proposal || said.length > 0} className="preset__change">
        <div className="choices">
          {codes.map(({ code, label: text }, index) => (
            <Choice
              key={code}
              type="radio"
              id={index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`}
              name={name}
              value={code}
              defaultChecked={code === chosen}
              label={text}
              data-other={code === proposal ? undefined : ""}
            />
          ))}
        </div>
      </Disclosure>
      <Choice type="checkbox" name="take" value={key} defaultChecked={isTaken} label={words.caiq.takeOne} />
    </fieldset>
  );
}
