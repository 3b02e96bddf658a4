// Why an answer is not right: the first step of a correction, and all of it once a decision is signed.
import type { FormError } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { usePortalWords } from "#app/ui/words.ts";

export interface WhyFormProps {
  why: string;
  error: Pick<FormError, "detail" | "fields"> | undefined;
  isAsk: boolean;
}

export function WhyForm({ why, error, isAsk }: WhyFormProps) {
  const words = usePortalWords();
  const text = error?.fields?.text;
  return (
    <>
      <ErrorSummary title={error?.detail ?? ""} errors={error ? [{ field: "text", message: text ?? error.detail }] : []} />
      <form method="post" className="stack form" noValidate>
        <Field name="text" label={words.correct.why} hint={words.correct.whyHint} error={text}>
          <Textarea rows={4} maxLength={4000} defaultValue={why} />
        </Field>
        <div className="vactions">
          <Button tone="primary" large name="intent" value="why">
            {isAsk ? words.correct.sendAsk : words.correct.next}
          </Button>
          <a href="/vendor/receipt">{words.messages.back}</a>
        </div>
      </form>
    </>
  );
}
