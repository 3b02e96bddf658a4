// `vouchsafe people add`: adds a person without the portal's pages, such as the administrator who was locked out. Prints the one-time
// link to set a password; it is stored as a hash only, so it is shown here and never again.
import { parseArgs } from "node:util";
import { newPersonSchema } from "#app/domain/access/people.schema.ts";
import { roles } from "#app/domain/access/roles.ts";
import { addPerson } from "#app/server/people/add-person.server.ts";
import { type Command, UsageError } from "../command.ts";
import { withPortal } from "../open-installation.ts";

export const peopleCommand: Command = {
  summary: "Adds a person and prints the one-time link to set a password.",
  usage: [
    "usage: vouchsafe people add --name NAME --email ADDRESS --role ROLE [--role ROLE …] [--json]",
    `       roles: ${roles.join(", ")}`,
  ].join("\n"),
  async run([verb = "", ...args], io) {
    if (verb !== "add") throw new UsageError(verb ? `There is no “${verb}”.` : "Say what to do.");
    const { values } = parseArgs({
      args,
      options: {
        name: { type: "string", default: "" },
        email: { type: "string", default: "" },
        role: { type: "string", multiple: true, default: [] },
        json: { type: "boolean", default: false },
      },
    });
    const unknown = values.role.find((role) => !(roles as readonly string[]).includes(role));
    if (unknown !== undefined) throw new UsageError(`There is no role “${unknown}”.`);
    const read = newPersonSchema.safeParse({ name: values.name, email: values.email, roles: [...new Set(values.role)] });
    if (!read.success) throw new UsageError(read.error.issues[0]?.message ?? "Say whom to add.");
    const person = read.data;
    const { personId, passwordLink, hours } = await withPortal(async (portal, organisationId) => {
      const actor = { kind: "system", organisationId, job: "command line" } as const;
      const ctx = { portal, actor, now: portal.clock.now(), traceId: "command-line", ip: "" };
      return { ...(await addPerson(ctx, person)), hours: portal.config.passwordLinkHours };
    });
    const shown = { personId, ...person, passwordLink };
    io.out(values.json ? `${JSON.stringify(shown, null, 2)}\n` : `${passwordLink}\n`);
    if (!values.json)
      io.err(`${person.name} is added. Hand over this link to set a password: it is shown only now, works once and for ${hours} hours.\n`);
    return 0;
  },
};
