// Where a vendor's browser lands without a session: it ended, its link was revoked, or Start was never pressed here.
import { data, type MetaFunction } from "@remix-run/node";
import { messages } from "#app/i18n/messages.ts";
import { publicPage } from "#app/server/platform/route.server.ts";
import { OtherLanguage } from "#app/ui/portal/other-language.tsx";
import { SignInShell } from "#app/ui/sign-in-shell.tsx";
import { usePortalWords } from "#app/ui/words.ts";

export const loader = publicPage(async (_, { language }) => data({ language }, { status: 401 }));

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: messages[loaded?.language ?? "en"].portal.signedOut.title },
];

export default function SignedOut() {
  const words = usePortalWords().signedOut;
  return (
    <SignInShell title={words.title} foot={<OtherLanguage />}>
      <p>{words.lead}</p>
    </SignInShell>
  );
}
