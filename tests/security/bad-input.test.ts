// What a browser is told when it asks for the wrong thing: unknown and hidden look the same to the letter, a step that is not possible
// names the state, a form that is refused names the fields, keeps what was typed and saves nothing.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Role, roles } from "#app/domain/access/roles.ts";
import { routeAccess } from "#app/domain/access/route-access.ts";
import { fieldId } from "#app/ui/field-context.ts";
import { type Answered, ask, asks, type Door, documentForm, doorsOf, intentsOf, unmarked } from "#tests/support/doors.ts";
import { aProvingGround, type Ground } from "#tests/support/proving-ground.ts";

let ground: Ground;
let doors: Door[];
beforeAll(async () => {
  ground = await aProvingGround();
  doors = await doorsOf(ground);
}, 400_000);
afterAll(() => ground?.close());

const withObject = Object.entries(routeAccess).filter(([, { object }]) => object && object.type !== "token");

describe.each(withObject)("%s", (id, row) => {
  const isVendors = row.audience === "vendor";
  const sessions = isVendors ? (["vendorA"] as const) : roles;
  /** Whose objects must look unknown: of another organisation, and to a vendor also of another vendor. */
  const hidden =
    isVendors && row.object?.type !== "report" && row.object?.type !== "letter"
      ? (["foreign", "sibling"] as const)
      : (["foreign"] as const);
  const door = () => doors.find((each) => each.id === id) as Door;

  it("shows an object that is not the asker's to the letter like one that is not there", async () => {
    if (!door().reads) return;
    for (const session of sessions) {
      for (const whose of hidden) {
        const theirs = asks(door(), whose, ground);
        for (const [index, [form, path]] of asks(door(), "nobody", ground).entries()) {
          const unknown = await ask(ground, path, ground.cookies[session]);
          const other = await ask(ground, theirs[index]?.[1] ?? "", ground.cookies[session]);
          expect([form, session, whose, other.status, unmarked(other)]).toEqual([form, session, whose, unknown.status, unmarked(unknown)]);
        }
      }
    }
  });

  it("refuses a form about such an object in the same words", async () => {
    if (!door().writes) return;
    for (const session of sessions) {
      for (const intent of intentsOf(id)) {
        const post = (whose: "nobody" | (typeof hidden)[number]) => {
          const form = door().isRemix ? { intent } : documentForm(ground);
          return ask(ground, asks(door(), whose, ground)[0]?.[1] ?? "", ground.cookies[session], form);
        };
        const unknown = await post("nobody");
        for (const whose of hidden) {
          const other = await post(whose);
          expect([session, intent, whose, other.status, unmarked(other)]).toEqual([
            session,
            intent,
            whose,
            unknown.status,
            unmarked(unknown),
          ]);
        }
      }
    }
  });
});

/** A form as one of our people sends it, and what must come back. */
interface Sent {
  as: Role | "vendorA" | "vendorB";
  path: string;
  form: Record<string, string>;
}

const own = () => ground.objects.own as Record<string, string>;
const send = ({ as, path, form }: Sent): Promise<Answered> => ask(ground, path, ground.cookies[as], form);

async function nothingSavedBy(act: () => Promise<void>): Promise<void> {
  const rows = () =>
    Object.fromEntries(Object.entries(ground.census()).filter(([table]) => !["audit_entries", "rate_limits"].includes(table)));
  const before = rows();
  await act();
  expect(rows()).toEqual(before);
}

/** What a person reads: React puts comments between the pieces of a sentence. */
const words = ({ body }: Answered) => body.replaceAll("<!-- -->", "");

describe("a step the state does not allow", () => {
  const steps: [string, () => Sent, string][] = [
    [
      "cancelling an assessment that is decided",
      () => ({
        as: "procurement",
        path: `/assessments/${own().assessment}`,
        form: { intent: "cancel", how: "cancel", reason: "Too late" },
      }),
      "decided",
    ],
    ["submitting answers twice", () => ({ as: "vendorA", path: "/vendor/check", form: { name: "Mara", role: "CISO" } }), "decided"],
  ];

  it.each(steps)("%s is refused with the state named, as a page and as data", async (_, step, state) => {
    await nothingSavedBy(async () => {
      const page = await send(step());
      expect(page.status).toBe(409);
      expect(words(page)).toContain(`It is now: ${state}.`);
      const data = await send({ ...step(), path: `${step().path}.data` });
      expect(data.status).toBe(409);
      expect(data.body).toContain(`"${state}"`);
    });
  });

  it("saving an answer after the decision is refused with the state named, as JSON", async () => {
    await nothingSavedBy(async () => {
      const form = { [`base:${own().question}`]: "1", [`value:${own().question}`]: "yes" };
      const refused = await send({ as: "vendorA", path: "/v/answer", form });
      expect([refused.status, JSON.parse(refused.body).error]).toMatchObject([409, { code: "illegal_transition", state: "decided" }]);
    });
  });
});

describe("a form with mistakes", () => {
  /** Who sends what where; the fields that are named, and what must still stand in the form. */
  const mistakes: [string, () => Sent, fields: string[], kept: string[]][] = [
    [
      "Add vendor",
      () => ({
        as: "procurement",
        path: "/vendors/new",
        form: { name: "", website: "not a site", category: "spaceships", contactEmail: "mara at home" },
      }),
      ["name", "website", "category", "contactEmail"],
      ["not a site", "mara at home"],
    ],
    [
      "Edit vendor",
      () => ({
        as: "procurement",
        path: pathOf("routes/vendor-forms/edit-vendor"),
        form: { name: "", website: "no site", category: "other" },
      }),
      ["name", "website"],
      ["no site"],
    ],
    [
      "Add engagement",
      () => ({ as: "procurement", path: pathOf("routes/vendor-forms/new-engagement"), form: { service: " ", wentLiveOn: "yesterday" } }),
      ["service", "wentLiveOn"],
      ["yesterday"],
    ],
    [
      "Edit contact",
      () => ({ as: "procurement", path: pathOf("routes/vendor-forms/contact"), form: { name: "Mara L.", email: "mara at home" } }),
      ["email"],
      ["Mara L.", "mara at home"],
    ],
    [
      "Add person",
      () => ({ as: "administrator", path: "/settings/people", form: { name: "Nadia Kern", email: "nadia at home" } }),
      ["email", "roles"],
      ["Nadia Kern", "nadia at home"],
    ],
    [
      "Record progress",
      () => ({
        as: "compliance_officer",
        path: `/findings/${own().finding}`,
        form: { step: "plan", plan: "", text: "", dueOn: "soon" },
      }),
      ["text"],
      ["soon"],
    ],
    [
      "Send questionnaires",
      () => ({ as: "procurement", path: pathOf("routes/send/route"), form: { contactId: "", dueOn: "soon" } }),
      ["questionnaireIds", "contactId", "dueOn"],
      [],
    ],
  ];
  const pathOf = (id: string) => asks(doors.find((each) => each.id === id) as Door, "own", ground)[0]?.[1] ?? "";

  it.each(mistakes)(
    "%s is refused with the fields named and what was typed kept, and nothing is saved",
    async (_, mistake, fields, kept) => {
      await nothingSavedBy(async () => {
        const page = await send(mistake());
        expect(page.status).toBe(422);
        const named = [...page.body.matchAll(/<a href="#([\w.-]+)"/g)].map(([, field]) => field);
        expect(named).toEqual(expect.arrayContaining(fields.map(fieldId)));
        for (const field of fields) expect(page.body).toContain(`id="${fieldId(field)}-error"`);
        for (const text of kept) expect(page.body).toContain(`value="${text}"`);
        const data = await send({ ...mistake(), path: `${mistake().path}.data` });
        expect(data.status).toBe(422);
        for (const field of fields) expect(data.body).toContain(`"${field}"`);
      });
    },
  );

  it("never sends a password back", async () => {
    for (const path of ["/login", "/login.data"]) {
      const refused = await send({ as: "vendorB", path, form: { email: "nobody@lantern.example", password: "nine lamps at dusk" } });
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(refused.body).toContain("nobody@lantern.example");
      expect(refused.body).not.toContain("nine lamps at dusk");
    }
  });
});
