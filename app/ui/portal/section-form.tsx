// A section of the questionnaire as a form: the vendor's page, and the preview our own people see.
import type { ReactNode } from "react";
import type { VendorFrame, VendorSectionView } from "#app/domain/assessment/vendor-page.ts";
import type { Messages } from "#app/i18n/en.ts";
import { Button } from "../button.tsx";
import { Callout } from "../callout.tsx";
import { type ErrorItem, ErrorSummary } from "../error-summary.tsx";
import { OtherLanguage } from "./other-language.tsx";
import { PortalPage } from "./portal-page.tsx";
import { Question } from "./question.tsx";

export interface SectionFormProps {
  frame: VendorFrame;
  section: VendorSectionView;
  failures: readonly ErrorItem[];
  /** What is wrong as a whole. */
  detail?: string | undefined;
  maxUploadBytes: number;
  words: Messages["portal"];
  /** Shown to our own people: where the way back leads, and the other sections. */
  preview?: { back: { href: string; label: string }; sections: ReactNode };
}

export function SectionForm({ frame, section, failures, detail, maxUploadBytes, words, preview }: SectionFormProps) {
  const { answered, required } = section.progress;
  const questions = section.questions.map((view) => (
    <Question
      key={view.question.key}
      view={view}
      words={words}
      timeZone={frame.timeZone}
      today={frame.today}
      asker={frame.asker}
      maxUpload={Math.floor(maxUploadBytes / 1_000_000)}
      isReadOnly={!frame.isOpen}
    />
  ));
  return (
    <PortalPage
      frame={frame}
      words={words}
      language={preview ? null : <OtherLanguage form={frame.isOpen ? "section" : undefined} />}
      back={preview?.back ?? { href: "/vendor", label: words.section.all }}
    >
      <ErrorSummary title={detail ?? words.section.needAnotherLook(failures.length)} errors={failures} />
      <p className={failures.length > 0 ? "muted after-err" : "muted"} data-place="">
        {required === 0
          ? words.section.placeOptional(section.number, section.of)
          : words.section.place(section.number, section.of, answered, required)}
      </p>
      <h1>{section.title}</h1>
      {preview ? (
        <Callout tone="info">
          <p>{words.section.preview}</p>
          {preview.sections}
        </Callout>
      ) : frame.isOpen ? (
        <p className="lead" data-save-note={words.section.saveNote}>
          {words.section.saveNotePlain}
        </p>
      ) : (
        <Callout tone="info">{words.section.readOnly}</Callout>
      )}
      {frame.isOpen ? (
        <form className="qs" method="post" id="section" data-words={JSON.stringify(enhancerWords(words))} noValidate>
          {/* The button Enter presses in a field: it must not be the one that happens to stand first. */}
          <button type="submit" name="next" value="stay" className="sr" tabIndex={-1} aria-hidden="true">
            {words.section.saveAndContinue}
          </button>
          {questions}
          <div className="vactions">
            <Button tone="primary" large name="next" value="continue">
              {words.section.saveAndContinue}
            </Button>
            <button className="link" type="submit" name="next" value="list">
              {words.section.saveAndList}
            </button>
          </div>
        </form>
      ) : (
        <div className="qs">{questions}</div>
      )}
    </PortalPage>
  );
}

/** What the enhancer says; `{}` stands for what it fills in. */
function enhancerWords(words: Messages["portal"]): Record<string, string> {
  const { section, conflict, evidence, question } = words;
  return {
    saved: section.saved("{}"),
    by: question.answeredBy("{}"),
    saving: section.saving,
    notSaved: section.notSaved(0).replace("0", "{}"),
    offline: section.offline,
    signedOut: section.signedOut,
    conflict: conflict.title("{}"),
    theirs: conflict.theirs,
    none: conflict.none,
    keepTheirs: conflict.keepTheirs,
    useMine: conflict.useMine,
    upload: evidence.upload,
    uploadFailed: evidence.uploadFailed,
    chooseKind: evidence.kindChoose,
  };
}
