// Settings, People: who works here, with which roles. P **Add person**.
import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeRolesSchema, newPersonSchema, personSchema } from "#app/domain/access/people.schema.ts";
import { roles } from "#app/domain/access/roles.ts";
import { addPerson } from "#app/server/people/add-person.server.ts";
import { changeRoles } from "#app/server/people/change-roles.server.ts";
import { disablePerson } from "#app/server/people/disable-person.server.ts";
import { enablePerson } from "#app/server/people/enable-person.server.ts";
import { viewPeople } from "#app/server/people/people.queries.server.ts";
import { renewPasswordLink } from "#app/server/people/renew-password-link.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { CheckboxGroup } from "#app/ui/checkbox.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Table } from "#app/ui/table.tsx";
import { roleTexts } from "./role-texts.ts";

export const handle = { place: "settings" };
export const meta: MetaFunction = () => [{ title: "People · Settings · Vouchsafe" }];

export const loader = staffPage(async (ctx) => ({ people: await viewPeople(ctx) }));

export const action = staffAction(async (ctx, { form }) => {
  switch (form.get("intent")) {
    case "disable":
      await disablePerson(ctx, parseForm(form, personSchema).personId);
      return { done: "The person is disabled and signed out everywhere." };
    case "enable":
      await enablePerson(ctx, parseForm(form, personSchema).personId);
      return { done: "The person can sign in again." };
    case "roles": {
      const { personId, roles: chosen } = parseForm(form, changeRolesSchema);
      await changeRoles(ctx, personId, chosen);
      return { done: "The roles are changed. They hold from the next click on." };
    }
    case "link": {
      const { name, passwordLink } = await renewPasswordLink(ctx, parseForm(form, personSchema).personId);
      return { link: passwordLink, done: `Hand this link to ${name}. It is shown only now and works once, for three days.` };
    }
    default: {
      const person = parseForm(form, newPersonSchema);
      const { passwordLink } = await addPerson(ctx, person);
      return data({
        link: passwordLink,
        done: `${person.name} is added. Hand over this link to set a password. It is shown only now and works once, for three days.`,
      });
    }
  }
});

const stateTexts = { active: "Active", invited: "No password yet", disabled: "Disabled" } as const;

export default function People() {
  const { people } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const error = answer && "error" in answer ? answer.error : undefined;
  const done = answer && "done" in answer ? answer : undefined;
  const fields: Record<string, string> = error?.fields ?? {};
  const roleOptions = roles.map((role) => ({ value: role, label: roleTexts[role].name, hint: roleTexts[role].does }));
  return (
    <>
      <PageHead
        title="People"
        crumbs={[{ label: "Settings", href: "/settings" }]}
        sub="Who works here, and what each may do. One person may hold several roles."
      />
      {done ? (
        <Callout tone="ok" title={done.done} level={2}>
          {"link" in done && done.link ? <code className="mono">{done.link}</code> : undefined}
        </Callout>
      ) : null}
      <ErrorSummary title={error?.detail ?? ""} errors={Object.entries(fields).map(([field, message]) => ({ field, message }))} />
      <Table caption="People by name" plain>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail address</th>
            <th scope="col">Roles</th>
            <th scope="col">State</th>
            <th scope="col">
              <span className="sr">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                {person.name}
                {person.isYou ? <span className="quiet"> (you)</span> : null}
              </th>
              <td>{person.email}</td>
              <td>{person.roles.map((role) => roleTexts[role].name).join(", ")}</td>
              <td>{stateTexts[person.state]}</td>
              <td>
                <div className="row">
                  <details>
                    <summary>Change roles</summary>
                    <form method="post" className="stack">
                      <input type="hidden" name="intent" value="roles" />
                      <input type="hidden" name="personId" value={person.id} />
                      <CheckboxGroup
                        id={`roles-${person.id}`}
                        name="roles"
                        legend={`Roles of ${person.name}`}
                        options={roleOptions}
                        defaultValues={person.roles}
                      />
                      <Button>Save roles</Button>
                    </form>
                  </details>
                  <form method="post">
                    <input type="hidden" name="personId" value={person.id} />
                    {person.state === "disabled" ? (
                      <Button name="intent" value="enable">
                        Enable
                      </Button>
                    ) : (
                      <>
                        <Button name="intent" value="link">
                          New password link
                        </Button>{" "}
                        {person.isYou ? null : (
                          <Button name="intent" value="disable">
                            Disable
                          </Button>
                        )}
                      </>
                    )}
                  </form>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <section className="section">
        <h2>Add a person</h2>
        <form method="post" className="stack form">
          <Field name="name" label="Name" error={fields.name} required>
            <Input autoComplete="off" defaultValue={String(error?.values.name ?? "")} />
          </Field>
          <Field name="email" label="E-mail address" error={fields.email} required>
            <Input type="email" autoComplete="off" defaultValue={String(error?.values.email ?? "")} />
          </Field>
          <CheckboxGroup
            name="roles"
            legend="Roles"
            error={fields.roles}
            options={roleOptions}
            defaultValues={[error?.values.roles ?? []].flat()}
          />
          <Button tone="primary">Add person</Button>
        </form>
      </section>
    </>
  );
}
