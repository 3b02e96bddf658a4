// One section of a vendor's questionnaire as our own people answer it: the vendor's questions in our own frame, with another last line.
import type { ReactNode } from "react";
import { questionId } from "#app/domain/assessment/answer-names.ts";
import type { StaffQuestion, StaffSection } from "#app/domain/assessment/staff-page.ts";
import type { Messages } from "#app/i18n/en.ts";
import { Button } from "../button.tsx";
import { Question, type QuestionParts } from "./question.tsx";

export interface StaffSectionFormProps {
  section: StaffSection;
  words: Messages["portal"];
  frame: { timeZone: string; today: string; asker: string };
  /** Where the list of sections is. */
  list: string;
  /** What stands in place of the vendor's documents and messages. */
  parts: (question: StaffQuestion) => QuestionParts;
  /** Said where the vendor has answered itself. */
  saidByVendor: ReactNode;
}

export function StaffSectionForm({ section, words, frame, list, parts, saidByVendor }: StaffSectionFormProps) {
  return (
    <form className="qs form" method="post" noValidate>
      {section.questions.map((each) =>
        each.said === "vendor" ? (
          <section key={each.view.question.key} className="q" id={questionId(each.view.question.key)}>
            <p>
              <span className="q__n">{each.view.number}.</span> {each.view.question.text}
            </p>
            <p className="q__hint">{saidByVendor}</p>
          </section>
        ) : (
          <Question key={each.view.question.key} view={each.view} words={words} maxUpload={0} {...frame} parts={parts(each)} />
        ),
      )}
      <div className="vactions">
        <Button tone="primary" name="next" value="continue">
          Save and continue
        </Button>
        <Button name="next" value="stay">
          Save
        </Button>
        <a href={list}>All sections</a>
      </div>
    </form>
  );
}
