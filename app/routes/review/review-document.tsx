// A document beside the answer it is to prove: its facts, the file itself, and how it was verified, rejected or corrected.
import type { DocumentView } from "#app/domain/evidence/document-view.ts";
import { verificationWayTexts } from "#app/domain/evidence/verification.ts";
import type { AnswerCard } from "#app/server/assessments/review/review-cards.server.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { DocumentFacts } from "#app/ui/document-facts.tsx";
import { DocumentForms } from "#app/ui/document-forms.tsx";
import { DocumentPages } from "#app/ui/document-pages.tsx";
import { DocumentWarnings } from "#app/ui/document-warnings.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { EvidencePill } from "#app/ui/state-pills.tsx";
import { WorksheetFacts } from "#app/ui/worksheet-facts.tsx";

export interface ReviewDocumentProps {
  document: DocumentView;
  card: Pick<AnswerCard, "key" | "kinds">;
  mayRead: boolean;
  mayVerify: boolean;
  today: string;
  /** This answer's place in the review, to come back to. */
  back: string;
}

export function ReviewDocument({ document, card, mayRead, mayVerify, today, back }: ReviewDocumentProps) {
  const { id, fileName, verification } = document;
  return (
    <section className="evidence-item" aria-label={`Document ${fileName}`}>
      <div className="row">
        <h4>
          <a href={`/evidence/${id}`}>{fileName}</a>
        </h4>
        <EvidencePill status={document.state} />
        {!document.isRead && document.verdict === "none" && <span className="quiet">not opened yet</span>}
        {mayRead && (
          <LinkButton href={`/evidence/${id}/file`} tone="ghost" icon="download">
            Open document
          </LinkButton>
        )}
      </div>
      <DocumentFacts document={document} today={today} />
      {verification && document.verdict === "verified" && (
        <p className="quiet">
          Verified: {verificationWayTexts[verification.how as keyof typeof verificationWayTexts] ?? verification.how}
          {verification.page && `, page ${verification.page}`}. {verification.note}
        </p>
      )}
      {verification && document.verdict === "rejected" && <p className="quiet">Rejected: {verification.note}</p>}
      {document.worksheetFacts.length > 0 && (
        <Disclosure summary="What was read off it">
          <WorksheetFacts facts={document.worksheetFacts} />
        </Disclosure>
      )}
      <DocumentWarnings document={document} />
      {mayRead && <DocumentPages document={document} />}
      {mayVerify && (
        <DocumentForms
          document={document}
          kinds={card.kinds}
          questionKey={card.key}
          today={today}
          worksheetHref={`/evidence/${id}?back=${encodeURIComponent(back)}#worksheet`}
        />
      )}
    </section>
  );
}
