// A world with published questionnaires and one person per role that works with vendors.
import type { Role } from "#app/domain/access/roles.ts";
import type { PersonContext } from "#app/server/platform/request-context.server.ts";
import { publishShippedQuestionnaires } from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";
import { type RegisterVendorInput, registerVendor } from "#app/server/vendors/register-vendor.server.ts";
import { aWorld, type World, type WorldOptions } from "#tests/support/world.ts";

export interface VendorWorld extends World {
  procurement: PersonContext;
  officer: PersonContext;
  owner: PersonContext;
  /** Registers with four fields; what is given replaces them. */
  register(change?: Partial<RegisterVendorInput>): ReturnType<typeof registerVendor>;
}

export async function aVendorWorld(options: WorldOptions = {}): Promise<VendorWorld> {
  const world = await aWorld(options);
  await publishShippedQuestionnaires(world.portal, world.organisationId, world.clock.now());
  const person = async (name: string, ...roles: Role[]) => (await world.asPerson(roles, name)) as PersonContext;
  const procurement = await person("Priya Sandoval", "procurement");
  const officer = await person("Odile Marchbanks", "compliance_officer");
  const owner = await person("Jonas Aalto", "business_owner");
  return Object.assign(world, {
    procurement,
    officer,
    owner,
    register: (change: Partial<RegisterVendorInput> = {}) =>
      registerVendor(procurement, {
        name: "Quillpay Checkout B.V.",
        website: "https://quillpay.example",
        category: "payment",
        contactEmail: "security@quillpay.example",
        ownerId: owner.actor.personId,
        ...change,
      }),
  });
}

/** The DomainError a promise is refused with. */
export async function refusalOf(promise: Promise<unknown>): Promise<{ code: string; data: Record<string, unknown> }> {
  try {
    await promise;
  } catch (error) {
    return error as { code: string; data: Record<string, unknown> };
  }
  throw new Error("It was not refused.");
}
