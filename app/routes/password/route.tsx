// Set a password through a one-time link. P **Set password**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setPasswordSchema } from "#app/domain/access/people.schema.ts";
import { openPasswordLink, setPassword } from "#app/server/people/set-password.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { publicAction, publicPage } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { SignInShell } from "#app/ui/sign-in-shell.tsx";

export const meta: MetaFunction = () => [{ title: "Set your password · Vouchsafe" }];

export const loader = publicPage(async (ctx, { params }) => openPasswordLink(ctx, params.token ?? ""));

export const action = publicAction(async (ctx, { params, form }) => {
  await setPassword(ctx, params.token ?? "", parseForm(form, setPasswordSchema));
  return redirect("/login?password-set");
});

export default function Password() {
  const { name, email } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const fields = failure && "error" in failure ? (failure.error.fields ?? {}) : {};
  return (
    <SignInShell title="Set your password" lead={`For ${name}, ${email}.`}>
      <ErrorSummary title="The password was not set" errors={Object.entries(fields).map(([field, message]) => ({ field, message }))} />
      <form method="post" className="stack">
        <Field
          name="password"
          label="New password"
          hint="At least 15 characters. Three or four unrelated words are good."
          error={fields.password}
          required
        >
          <Input type="password" autoComplete="new-password" />
        </Field>
        <Field name="repeated" label="The same again" error={fields.repeated} required>
          <Input type="password" autoComplete="new-password" />
        </Field>
        <Button tone="primary">Set password</Button>
      </form>
    </SignInShell>
  );
}
