// Questions with the answers given, to read: on the check page, the receipt and for our own people.
import type { ReactNode } from "react";
import type { VendorQuestionView } from "#app/domain/assessment/vendor-page.ts";
import { answerWords } from "#app/i18n/answer-words.ts";
import type { Messages } from "#app/i18n/en.ts";
import { formatDay } from "../format.ts";
import { useKitWords } from "../words.ts";

export interface AnsweredProps {
  questions: readonly VendorQuestionView[];
  words: Messages["portal"];
  today: string;
  /** What stands below an answer: how it stands, what can be done about it. */
  foot?: (view: VendorQuestionView) => ReactNode;
}

export function Answered({ questions, words, today, foot }: AnsweredProps) {
  const kit = useKitWords();
  return (
    <dl className="said">
      {questions.map((view) => {
        const { question, answer, files, prepared } = view;
        const said = answer ? answerWords(question, answer.value, words) : "";
        const instead = answer?.instead;
        return (
          <div key={question.key}>
            <dt>{question.text}</dt>
            <dd className="pre">
              {said === "" && files.length === 0 ? (
                <span className="quiet">{prepared ? words.prepared.waits : words.check.none}</span>
              ) : (
                said
              )}
            </dd>
            {answer && (answer.comment !== "" || answer.reason !== "") ? (
              <dd className="pre muted">{answer.comment || answer.reason}</dd>
            ) : null}
            {files.map(({ id, name }) => (
              <dd key={id} className="muted">
                {name}
              </dd>
            ))}
            {instead ? (
              <dd className="muted">
                {instead.is === "covered"
                  ? words.check.covered(instead.document, instead.page)
                  : words.check.promised(formatDay(instead.on, today, kit))}
              </dd>
            ) : null}
            {answer?.elsewhere ? (
              <dd className="muted">{words.question.elsewhere(answer.elsewhere.service, formatDay(answer.elsewhere.on, today, kit))}</dd>
            ) : null}
            {foot ? <dd className="said__foot">{foot(view)}</dd> : null}
          </div>
        );
      })}
    </dl>
  );
}
