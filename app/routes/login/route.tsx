// Sign in. P **Sign in**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signInSchema } from "#app/domain/access/people.schema.ts";
import { signIn } from "#app/server/people/sign-in.server.ts";
import { authenticate } from "#app/server/platform/authenticate.server.ts";
import { setCookie, staffCookie } from "#app/server/platform/cookies.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { publicAction, publicPage } from "#app/server/platform/route.server.ts";
import { safePath } from "#app/server/platform/safe-redirect.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { SignInShell } from "#app/ui/sign-in-shell.tsx";

export const meta: MetaFunction = () => [{ title: "Sign in · Vouchsafe" }];

export const loader = publicPage(async (ctx, { url }) => {
  if (ctx.actor.organisationId === "") throw redirect("/setup");
  return { next: safePath(url.searchParams.get("next")), hasNewPassword: url.searchParams.has("password-set") };
});

export const action = publicAction(async (ctx, { form, request }) => {
  const { next } = parseForm(form, signInSchema);
  const { token, maxAgeSeconds } = await authenticate(ctx, request, form, (who, given) => signIn(who, parseForm(given, signInSchema)));
  return redirect(safePath(next), { headers: { "Set-Cookie": setCookie(staffCookie, token, maxAgeSeconds) } });
});

export default function Login() {
  const { next, hasNewPassword } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const error = failure && "error" in failure ? failure.error : undefined;
  return (
    <SignInShell title="Sign in" lead="For staff. Vendors use the link in their mail.">
      {hasNewPassword ? <Callout tone="ok">Your password is set. Sign in with it.</Callout> : null}
      {error ? <ErrorSummary title={error.detail} errors={[{ field: "email", message: "Check e-mail address and password" }]} /> : null}
      <form method="post" className="stack">
        <input type="hidden" name="next" value={next} />
        <Field name="email" label="E-mail address" required>
          <Input type="email" autoComplete="username" defaultValue={String(error?.values.email ?? "")} autoFocus={!error} />
        </Field>
        <Field name="password" label="Password" required>
          <Input type="password" autoComplete="current-password" />
        </Field>
        <Button tone="primary">Sign in</Button>
      </form>
    </SignInShell>
  );
}
