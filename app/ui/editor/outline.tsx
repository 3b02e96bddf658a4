// Sections and questions of a draft in their order: weight, share of the score, marks, and the buttons that move them.
import { formatCount } from "../format.ts";
import { Icon } from "../icon.tsx";
import { IconButton } from "../icon-button.tsx";
import type { IconName } from "../icon-names.ts";
import { LinkButton } from "../link-button.tsx";
import { draftHref } from "./draft-head.tsx";
import { levelLooks } from "./draft-lint.tsx";

export const typeWords: Record<string, string> = {
  boolean: "Yes or no",
  choice: "One of several",
  multichoice: "Several",
  number: "Number",
  date: "Date",
  text: "Text",
  table: "Table",
  file: "Document",
};

export interface OutlineQuestion {
  id: string;
  text: string;
  type: string;
  weight: number | null;
  isKnockOut: boolean;
  condition: string | null;
  wantsEvidence: boolean;
  level: "error" | "warning" | "note" | null;
}

export interface OutlineSection {
  id: string;
  title: string;
  weight: number;
  weights: number;
  percent: number | null;
  condition: string | null;
  isFirst: boolean;
  isLast: boolean;
  questions: readonly OutlineQuestion[];
}

/** Stands in a form: every button says what is moved. */
export function OutlineOf({ draftId, section }: { draftId: string; section: OutlineSection }) {
  const { id, title, weight, percent, weights, condition, questions } = section;
  const base = draftHref(draftId);
  return (
    <section className="outline-box" id={`section-${id}`} aria-labelledby={`section-${id}-h`}>
      <header className="outline__head">
        <div>
          <h3 id={`section-${id}-h`}>
            <a href={`${base}/section/${id}`}>{title}</a>
          </h3>
          <p className="quiet">
            Weight {weight}
            {percent !== null && `, ${percent} % of the score`}
            {condition !== null && <>, only when {condition}</>}
          </p>
        </div>
        <span className="row row--tight">
          <IconButton
            icon="arrow-up"
            label={`Move section ${title} up`}
            name="intent"
            value={`section-up:${id}`}
            disabled={section.isFirst}
          />
          <IconButton
            icon="arrow-down"
            label={`Move section ${title} down`}
            name="intent"
            value={`section-down:${id}`}
            disabled={section.isLast}
          />
          <LinkButton href={`${base}/add-question/${id}`} icon="plus">
            Add question
          </LinkButton>
        </span>
      </header>
      {questions.length === 0 ? (
        <p className="muted outline__none">No question yet.</p>
      ) : (
        <ol className="outline__list">
          {questions.map((question, at) => (
            <li key={question.id} id={`question-${question.id}`}>
              <div className="outline__words">
                <a href={`${base}/question/${question.id}`}>{question.text}</a>
                <span className="outline__marks">
                  <span className="mono">{question.id}</span>
                  <span>{typeWords[question.type]}</span>
                  {question.isKnockOut && <Mark icon="octagon-alert" words="Knock-out" />}
                  {question.wantsEvidence && <Mark icon="paperclip" words="Evidence" />}
                  {question.level && question.level !== "note" && (
                    <Mark icon={levelLooks[question.level].icon} words={levelLooks[question.level].word} />
                  )}
                </span>
                {question.condition !== null && <span className="quiet outline__when">Only when {question.condition}</span>}
              </div>
              <span className="outline__weight" title={question.weight === null ? "Not scored" : `Weight ${question.weight} of ${weights}`}>
                {question.weight === null ? <span className="quiet">–</span> : question.weight}
                <span className="sr">{question.weight === null ? " not scored" : ` of ${weights}`}</span>
              </span>
              <span className="row row--tight">
                <IconButton
                  icon="chevron-up"
                  label={`Move ${question.id} up`}
                  name="intent"
                  value={`question-up:${question.id}`}
                  disabled={at === 0}
                />
                <IconButton
                  icon="chevron-down"
                  label={`Move ${question.id} down`}
                  name="intent"
                  value={`question-down:${question.id}`}
                  disabled={at === questions.length - 1}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      {questions.length > 1 && (
        <p className="outline__sum quiet">
          {formatCount(questions.length)} questions, weights together <b className="tab">{formatCount(weights)}</b>
        </p>
      )}
    </section>
  );
}

function Mark({ icon, words }: { icon: IconName; words: string }) {
  return (
    <span className={`outline__mark outline__mark--${icon}`}>
      <Icon name={icon} />
      {words}
    </span>
  );
}
