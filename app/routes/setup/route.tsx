// First run, once. P **Create administrator**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { setUpSchema } from "#app/domain/access/people.schema.ts";
import { requireEmptyInstallation, setUp } from "#app/server/people/set-up.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { publicAction, publicPage } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { SignInShell } from "#app/ui/sign-in-shell.tsx";

export const meta: MetaFunction = () => [{ title: "Set up · Vouchsafe" }];

export const loader = publicPage(async (ctx) => {
  await requireEmptyInstallation(ctx);
  return {};
});

export const action = publicAction(async (ctx, { form }) => {
  await setUp(ctx, parseForm(form, setUpSchema));
  return redirect("/login?password-set");
});

export default function Setup() {
  const failure = useActionData<typeof action>();
  const error = failure && "error" in failure ? failure.error : undefined;
  const fields: Record<string, string> = error?.fields ?? {};
  const typed = (name: string) => String(error?.values[name] ?? "");
  return (
    <SignInShell title="Set up your portal" lead="You become its first administrator. Everybody else is added by you." wide>
      <ErrorSummary title="Nothing was saved yet" errors={Object.entries(fields).map(([field, message]) => ({ field, message }))} />
      <form method="post" className="stack">
        <Field name="code" label="One-time code" hint="The server wrote it to its log when it started." error={fields.code} required>
          <Input autoComplete="one-time-code" />
        </Field>
        <Field name="organisation" label="Your company" hint="Vendors see this name." error={fields.organisation} required>
          <Input autoComplete="organization" defaultValue={typed("organisation")} />
        </Field>
        <Field name="name" label="Your name" error={fields.name} required>
          <Input autoComplete="name" defaultValue={typed("name")} />
        </Field>
        <Field name="email" label="Your e-mail address" error={fields.email} required>
          <Input type="email" autoComplete="username" defaultValue={typed("email")} />
        </Field>
        <Field
          name="password"
          label="Password"
          hint="At least 15 characters. Three or four unrelated words are good."
          error={fields.password}
          required
        >
          <Input type="password" autoComplete="new-password" />
        </Field>
        <Field name="repeated" label="The same again" error={fields.repeated} required>
          <Input type="password" autoComplete="new-password" />
        </Field>
        <Button tone="primary">Create administrator</Button>
      </form>
    </SignInShell>
  );
}
