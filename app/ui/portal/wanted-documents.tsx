// Documents we asked for that did not come yet: one form each, without script. After a refusal the reason stands above them.
import type { VendorEvidence } from "#app/domain/questionnaire/vendor-question.ts";
import { Button } from "../button.tsx";
import { Callout } from "../callout.tsx";
import { formatDay } from "../format.ts";
import { useKitWords, usePortalWords } from "../words.ts";
import { UploadFields } from "./upload-fields.tsx";

export interface WantedDocumentsProps {
  wanted: readonly { id: string; dueOn: string; evidence: VendorEvidence }[];
  maxUploadBytes: number;
  refusal: string;
  today: string;
}

export function WantedDocuments({ wanted, maxUploadBytes, refusal, today }: WantedDocumentsProps) {
  const kit = useKitWords();
  const words = usePortalWords();
  if (wanted.length === 0) return null;
  return (
    <section className="vsec" aria-labelledby="h-wanted">
      <h2 id="h-wanted">{words.wanted.title(wanted.length)}</h2>
      {refusal === "" ? null : (
        <Callout tone="danger" title={words.evidence.refused} role="alert">
          <p>{refusal}</p>
        </Callout>
      )}
      {wanted.map(({ id, dueOn, evidence }) => {
        const label = evidence.kinds[0]?.label ?? "";
        return (
          <form key={id} method="post" action="/v/evidence" encType="multipart/form-data" className="stack form" aria-label={label}>
            <h3>{label}</h3>
            <p className="muted">{words.wanted.due(formatDay(dueOn, today, kit))}</p>
            <input type="hidden" name="back" value="/vendor/receipt" />
            <UploadFields
              questionKey={id}
              evidence={evidence}
              words={words}
              maxUpload={Math.floor(maxUploadBytes / 1_000_000)}
              today={today}
              isForm
            />
            <div className="vactions">
              <Button tone="primary">{words.wanted.send(label)}</Button>
            </div>
          </form>
        );
      })}
    </section>
  );
}
