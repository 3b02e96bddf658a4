// Where a vendor's browser lands without a session: it ended, its link was revoked, or Start was never pressed here.
import { data, type MetaFunction } from "@remix-run/node";
import { en } from "#app/i18n/en.ts";
import { publicPage } from "#app/server/platform/route.server.ts";
import { SignInShell } from "#app/ui/sign-in-shell.tsx";

const words = en.portal.signedOut;

export const loader = publicPage(async () => data(null, { status: 401 }));

export const meta: MetaFunction = () => [{ title: words.title }];

export default function SignedOut() {
  return (
    <SignInShell title={words.title}>
      <p>{words.lead}</p>
    </SignInShell>
  );
}
