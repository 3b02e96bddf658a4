// The answer of a check: genuine, altered or not ours; who signed it, with which certificate, and what it is.
import { signedFormRows } from "#app/domain/report/signed-forms.ts";
import type { DocumentCheck } from "#app/server/reports/check-document.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { formatInstant } from "#app/ui/format.ts";

export function Verdict({ verdict }: { verdict: DocumentCheck }) {
  const { isOurs, isUnaltered, reason, signer, fingerprint, signedAt, sha256, form, newer } = verdict;
  const isGood = isOurs && isUnaltered;
  const facts = [
    ...(form
      ? [{ name: "What it is", value: signedFormRows[form].verified }]
      : isGood
        ? [{ name: "What it is", value: "Signed here, but not in this vault" }]
        : []),
    ...(signer ? [{ name: "Signed by", value: signer }] : []),
    ...(signedAt ? [{ name: "Signed", value: `${formatInstant(new Date(signedAt), "UTC")} UTC` }] : []),
    ...(fingerprint ? [{ name: "Certificate, SHA-256", value: <code className="mono pre">{fingerprint}</code> }] : []),
    { name: "File, SHA-256", value: <code className="mono pre">{sha256}</code> },
  ];
  return (
    <Callout
      tone={isGood ? "ok" : "danger"}
      title={isGood ? "Genuine and unaltered" : isOurs ? "Ours, but altered" : "Not a document of this portal"}
      level={2}
    >
      {reason ? <p>{reason}</p> : null}
      {newer ? (
        <p>
          <b>
            A newer addendum exists: addendum {newer.number} of {formatInstant(new Date(newer.storedAt), "UTC")} UTC.
          </b>{" "}
          This document stays as it was signed; ask whoever gave it to you for the addendum. Its SHA-256:{" "}
          <code className="mono pre">{newer.sha256}</code>
        </p>
      ) : null}
      <Facts facts={facts} />
    </Callout>
  );
}
