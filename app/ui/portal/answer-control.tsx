// The control a question is answered with, by its type, and the two ways not to answer it.

import type { RawAnswer } from "#app/domain/assessment/answer-input.ts";
import { fieldName } from "#app/domain/assessment/answer-names.ts";
import type { VendorQuestionView } from "#app/domain/assessment/vendor-page.ts";
import type { VendorQuestion } from "#app/domain/questionnaire/vendor-question.ts";
import type { Messages } from "#app/i18n/en.ts";
import { DateInput } from "../date-input.tsx";
import { Disclosure } from "../disclosure.tsx";
import { fieldId } from "../field-context.ts";
import { Input } from "../input.tsx";
import { Textarea } from "../textarea.tsx";
import { TableAnswer } from "./table-answer.tsx";

export interface AnswerControlProps {
  view: VendorQuestionView;
  typed: RawAnswer;
  words: Messages["portal"];
  isInvalid: boolean;
  today: string;
}

/** Radios or ticks: the answer is one or some of a list. */
export const isChoiceList = ({ type }: Pick<VendorQuestion, "type">): boolean =>
  type === "choice" || type === "boolean" || type === "multichoice";

export function AnswerControl(props: AnswerControlProps) {
  const { question } = props.view;
  switch (question.type) {
    case "boolean":
    case "choice":
      return <Options {...props} type="radio" />;
    case "multichoice":
      return (
        <>
          <p className="q__hint">{props.words.question.chooseAll}</p>
          <Options {...props} type="checkbox" />
          <StandIns {...props} />
        </>
      );
    case "table":
      return (
        <>
          <TableAnswer question={question} rows={props.typed.rows} words={props.words} />
          <StandIns {...props} />
        </>
      );
    case "file":
      return <StandIns {...props} />;
    default:
      return (
        <>
          <OneValue {...props} />
          <StandIns {...props} />
        </>
      );
  }
}

interface ShownOption {
  code: string;
  label: string;
  opens?: "more" | "reason";
}

function optionsOf({ options, type, mayBeNa, naLabel }: VendorQuestion, words: Messages["portal"]["question"]): ShownOption[] {
  const label = (code: string, own: string) => own || (code === "true" ? words.yes : words.no);
  const listed = type === "boolean" && options.length === 0 ? [bare("true"), bare("false")] : options;
  const shown: ShownOption[] = listed.map(({ code, label: own, needsComment }) => ({
    code,
    label: label(code, own),
    opens: needsComment ? "more" : undefined,
  }));
  if (type === "multichoice") return shown;
  if (mayBeNa) shown.push({ code: "na", label: naLabel ?? words.notApplicable, opens: "reason" });
  return [...shown, { code: "declined", label: words.declined, opens: "reason" }];
}

const bare = (code: string) => ({ code, label: "", needsComment: false, isExclusive: false });

function Options({ view, typed, words, isInvalid, type }: AnswerControlProps & { type: "radio" | "checkbox" }) {
  const { question, proofWhen, proofOptions } = view;
  const name = fieldName("value", question.key);
  const id = fieldId(name);
  const chosen = type === "radio" && typed.stands !== "" ? [typed.stands] : typed.values;
  return (
    <div className="choices">
      {optionsOf(question, words.question).map(({ code, label, opens }, index) => (
        <label key={code} className="choice">
          <input
            type={type}
            id={index === 0 ? id : `${id}-${index + 1}`}
            name={name}
            value={code}
            defaultChecked={chosen.includes(code)}
            aria-invalid={isInvalid || undefined}
            aria-describedby={isInvalid ? `${id}-error` : undefined}
            data-more={opens === "more" ? "" : undefined}
            data-reason={opens === "reason" ? "" : undefined}
            data-proof={proofWhen === "options" && proofOptions.includes(code) ? "" : undefined}
            data-exclusive={question.options[index]?.isExclusive ? "" : undefined}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

function OneValue({ view: { question }, typed, words, isInvalid, today }: AnswerControlProps) {
  const { key, type, unit, min, max, maxLength, isMultiline } = question;
  const name = fieldName("value", key);
  const id = fieldId(name);
  const hint = type === "number" ? range(min, max, words.question) : undefined;
  const described = [hint && `${id}-hint`, isInvalid && `${id}-error`].filter(Boolean).join(" ") || undefined;
  const common = { id, name, defaultValue: typed.values[0] ?? "", "aria-invalid": isInvalid || undefined, "aria-describedby": described };
  return (
    <div className="q__control">
      {type === "number" && (
        <div className="unit">
          <Input inputMode="decimal" autoComplete="off" {...common} /> {unit === null ? null : unit}
        </div>
      )}
      {type === "date" && <DateInput max={today} {...common} />}
      {type === "text" &&
        (isMultiline ? (
          <Textarea maxLength={maxLength ?? undefined} {...common} />
        ) : (
          <Input maxLength={maxLength ?? undefined} {...common} />
        ))}
      {hint && (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

function range(min: number | null, max: number | null, words: Messages["portal"]["question"]): string | undefined {
  if (min !== null && max !== null) return words.from(min, max);
  if (min !== null) return words.atLeast(min);
  return max === null ? undefined : words.atMost(max);
}

/** Ticks beside a control that has no options: they count before whatever else was entered. */
function StandIns({ view: { question }, typed, words }: AnswerControlProps) {
  const name = fieldName("stands", question.key);
  const id = fieldId(name);
  const ways = [
    ...(question.mayBeNa ? [{ code: "na", label: question.naLabel ?? words.question.notApplicable }] : []),
    { code: "declined", label: words.question.declined },
  ];
  return (
    <Disclosure summary={words.question.otherwise} isOpen={typed.stands !== ""} className="q__standins">
      <div className="choices">
        {ways.map(({ code, label }, index) => (
          <label key={code} className="choice">
            <input
              type="checkbox"
              id={index === 0 ? id : `${id}-${index + 1}`}
              name={name}
              value={code}
              defaultChecked={typed.stands === code}
              data-reason=""
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </Disclosure>
  );
}
