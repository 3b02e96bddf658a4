// The second step of a correction: documents first, each stored at once; then the right answer under a name and a role.
import type { AnswerField, RawAnswer } from "#app/domain/assessment/answer-input.ts";
import { questionId } from "#app/domain/assessment/answer-names.ts";
import type { VendorFrame, VendorQuestionView } from "#app/domain/assessment/vendor-page.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { StandFor } from "#app/ui/portal/proof.tsx";
import { RevisedAnswer } from "#app/ui/portal/revised-answer.tsx";
import { typedOf } from "#app/ui/portal/typed.ts";
import { UploadFields } from "#app/ui/portal/upload-fields.tsx";
import { usePortalWords } from "#app/ui/words.ts";

export interface CorrectionFormProps {
  frame: VendorFrame;
  view: VendorQuestionView;
  refused:
    | {
        detail: string;
        problems: Partial<Record<AnswerField, string>>;
        fields: Record<string, string>;
        typed: RawAnswer;
        signed: { name: string; role: string };
      }
    | undefined;
  /** A refusal of the whole, such as that we asked about it meanwhile. */
  failure: string | undefined;
  /** Why the last document was not stored; empty when it was. */
  refusal: string;
  maxUploadBytes: number;
}

export function CorrectionForm({ frame, view, refused, failure, refusal, maxUploadBytes }: CorrectionFormProps) {
  const words = usePortalWords();
  const { question } = view;
  const { key, evidence } = question;
  const shown = { ...view, messages: [], typed: refused?.typed ?? null, errors: refused?.problems ?? {} };
  const fields = refused?.fields ?? {};
  const errors = [
    ...Object.values(refused?.problems ?? {}).map((message) => ({ href: `#${questionId(key)}`, message: message ?? "" })),
    ...Object.entries(fields).map(([field, message]) => ({ field, message })),
  ];
  const title = refused?.detail ?? failure ?? "";
  return (
    <>
      <ErrorSummary title={title} errors={failure ? [{ href: `#${questionId(key)}`, message: failure }] : errors} />
      {evidence ? (
        <section className="vsec" aria-labelledby="h-documents">
          <h2 id="h-documents">{words.correct.documents}</h2>
          <p className="muted">{words.correct.documentsLead}</p>
          {refusal === "" ? null : (
            <Callout tone="danger" title={words.evidence.refused} role="alert">
              <p>{refusal}</p>
            </Callout>
          )}
          <form method="post" action="/v/evidence" encType="multipart/form-data" className="stack form">
            <input type="hidden" name="questionKey" value={key} />
            <input type="hidden" name="back" value={`/vendor/correct/${encodeURIComponent(key)}`} />
            <UploadFields
              questionKey={key}
              evidence={evidence}
              words={words}
              maxUpload={Math.floor(maxUploadBytes / 1_000_000)}
              today={frame.today}
              isForm
            />
            <div className="vactions">
              <Button>{words.evidence.upload}</Button>
            </div>
          </form>
        </section>
      ) : null}
      <section className="vsec" aria-labelledby="h-answer">
        <h2 id="h-answer">{words.correct.answer}</h2>
        <form method="post" className="qs" noValidate>
          <RevisedAnswer view={shown} words={words} timeZone={frame.timeZone} today={frame.today} label={words.correct.explain}>
            {evidence ? (
              <StandFor questionKey={key} typed={typedOf(shown)} words={words} error={shown.errors.instead} today={frame.today} />
            ) : undefined}
          </RevisedAnswer>
          <div className="stack form q">
            <p>{words.correct.signLead}</p>
            <Field name="name" label={words.check.name} error={fields.name}>
              <Input autoComplete="name" maxLength={120} defaultValue={refused?.signed.name ?? frame.you} />
            </Field>
            <Field name="role" label={words.check.role} hint={words.check.roleHint} error={fields.role}>
              <Input autoComplete="organization-title" maxLength={120} defaultValue={refused?.signed.role ?? ""} />
            </Field>
          </div>
          <div className="vactions">
            <Button tone="primary" large name="intent" value="send">
              {words.correct.send}
            </Button>
          </div>
        </form>
      </section>
    </>
  );
}
