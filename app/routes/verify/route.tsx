// Verify, public: is this document ours, and unaltered? P **Check a document**. Works without script; with it the file never leaves
// the browser, only its SHA-256 does. Nothing of the document's contents is shown to anybody.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publicPage } from "#app/server/platform/route.server.ts";
import { findDocumentByHash } from "#app/server/reports/check-document.server.ts";
import { openVerdict } from "#app/server/reports/sealed-verdict.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { Field } from "#app/ui/field.tsx";
import { FileDrop } from "#app/ui/file-drop.tsx";
import { SignInShell } from "#app/ui/sign-in-shell.tsx";
import { Verdict } from "./verdict.tsx";
import enhancer from "./verify.enhancer.ts?worker&url";

export const handle = { enhancer };
export const meta: MetaFunction = () => [{ title: "Check a document · Vouchsafe" }];

export const loader = publicPage(async (ctx, { url }) => {
  const { searchParams } = url;
  const hash = searchParams.get("sha256");
  const sealed = searchParams.get("checked");
  const verdict = hash ? await findDocumentByHash(ctx, hash) : sealed ? openVerdict(ctx.portal, sealed, ctx.now) : undefined;
  return {
    verdict: verdict ?? null,
    unknownHash: hash && !verdict ? hash.slice(0, 64) : null,
    isExpired: sealed !== null && !verdict,
    refused: searchParams.get("refused"),
  };
});

const refusals: Record<string, string> = {
  too_large: "The file is larger than the 25 MB this page checks.",
  rate_limited: "Too many documents were checked from your address. Wait ten minutes, then try again.",
  empty: "Choose a file first.",
};

const byHand = (
  <p>
    By hand: the file carries a PAdES signature that any PDF reader or <code>pdfsig</code> shows, and <code>vouchsafe verify</code> checks
    it without a network. Compare the certificate's SHA-256 with the one the company told you another way.
  </p>
);

export default function Verify() {
  const { verdict, unknownHash, isExpired, refused } = useLoaderData<typeof loader>();
  const refusal = refused ? (refusals[refused] ?? "The file could not be read. Try again.") : undefined;
  return (
    <SignInShell title="Check a document" lead="Is this report or decision page genuine, and exactly as it was signed?" wide foot={byHand}>
      <div className="stack">
        {verdict ? <Verdict verdict={verdict} /> : null}
        {unknownHash ? (
          <Callout tone="warn" title="No stored document has this SHA-256" level={2}>
            <p>
              <code className="mono pre">{unknownHash}</code>
            </p>
            <p>It was never ours, or something in it was changed. Upload the file to learn which.</p>
          </Callout>
        ) : null}
        {isExpired ? <Callout tone="info">This result is no longer shown. Check the document again.</Callout> : null}
        <form className="stack form" method="post" action="/verify/file" encType="multipart/form-data">
          <Field
            name="file"
            label="Document"
            hint="A PDF of at most 25 MB. It is checked and forgotten, not stored."
            error={refusal}
            required
          >
            <FileDrop accept=".pdf" />
          </Field>
          <p id="local" className="quiet pre" aria-live="polite" />
          <Button tone="primary">Check a document</Button>
        </form>
      </div>
    </SignInShell>
  );
}
