// The commands that look into an installation: `audit verify` and `people add`, on both engines, as an administrator types them.
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { setPassword } from "#app/server/people/set-password.server.ts";
import { environment, readConfig } from "#app/server/platform/config.server.ts";
import { openStore } from "#app/server/platform/open-store.server.ts";
import { vouchsafe } from "#tests/support/command-line.ts";
import { emptyPostgres } from "#tests/support/databases.ts";
import { onEveryServer } from "#tests/support/engines.ts";
import { asAnybody } from "#tests/support/sending.ts";
import { aWorld, type World } from "#tests/support/world.ts";

/** The environment of an administrator on the machine of this portal. */
async function on(world: World, leaves = true): Promise<void> {
  const { dataDir, databaseUrl } = leaves ? await world.leave() : world.portal.config;
  vi.stubEnv("NODE_ENV", "test");
  vi.stubEnv("DATA_DIR", dataDir);
  vi.stubEnv("DATABASE_URL", databaseUrl);
}
afterEach(() => vi.unstubAllEnvs());

const aPerson = ["people", "add", "--name", "Jonas Aalto", "--email", "Jonas@shop.example", "--role", "auditor", "--role", "approver"];

onEveryServer("the command line of an installation", 5, (engine) => {
  it("says that the audit log is as it was written", async () => {
    const world = await aWorld({ engine });
    await on(world, false);
    const said = await vouchsafe("audit", "verify");
    expect(said).toMatchObject({ code: 0, err: "" });
    expect(said.out).toMatch(/^The audit log of org_\w+ is as it was written: \d+ entr/);
    const [verified] = JSON.parse((await vouchsafe("audit", "verify", "--json")).out);
    expect(verified).toMatchObject({ organisationId: world.organisationId, firstBad: null });
  });

  it("names the first entry that was changed behind the portal's back, and exits with 1", async () => {
    const world = await aWorld({ engine });
    await on(world);
    await vouchsafe(...aPerson);
    const unlock = engine === "sqlite" ? "drop trigger" : "alter table audit_entries disable trigger user";
    const { sql } = world;
    if (engine === "sqlite") for (const name of ["update", "delete"]) await sql(`${unlock} audit_entries_no_${name}`);
    else await sql(unlock);
    await sql("update audit_entries set entry = replace(entry, 'auditor', 'administrator') where type = 'person.added'");
    const { code, out, err } = await vouchsafe("audit", "verify");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toMatch(/was changed\. First bad: entry \d+ \(aud_\w+\)\. Its text does not match its hash\./);
    const json = await vouchsafe("audit", "verify", "--json");
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)[0].firstBad).toMatchObject({ problem: "Its text does not match its hash." });
  });

  it("changes nothing in the database of an older version, which the portal migrates when it starts", async () => {
    const world = await aWorld({ engine });
    const { sql } = world;
    await sql("delete from schema_migrations where name = '0004_documents_given_by_the_vendor'");
    await sql("alter table evidence drop column given_by_vendor");
    await on(world);
    for (const args of [["audit", "verify"], aPerson]) {
      const { code, out, err } = await vouchsafe(...args);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain("The database is of an older version (0004_documents_given_by_the_vendor is missing).");
    }
    await expect(sql("update evidence set given_by_vendor = null")).rejects.toThrow(/given_by_vendor/);
    await (await openStore(readConfig(environment()), () => undefined)).close();
    expect((await vouchsafe("audit", "verify")).code).toBe(0);
  });

  it("adds a person and prints a link to set a password, once, beside a running portal", async () => {
    const world = await aWorld({ engine });
    await on(world, false);
    const { code, out, err } = await vouchsafe(...aPerson);
    expect(code).toBe(0);
    expect(out).toMatch(/^http:\/\/localhost:3000\/password\/[\w-]{43}\n$/);
    expect(err).toContain("shown only now, works once");
    const token = out.trim().split("/").at(-1)!;
    const password = { password: "seven lanterns on the quay", repeated: "seven lanterns on the quay" };
    await setPassword(asAnybody(world), token, password);
    await expect(setPassword(asAnybody(world), token, password)).rejects.toThrow("not_found");
    const { people } = world.store.read.t;
    const rows = await world.store.read.db.select().from(people);
    expect(rows.find(({ emailKey }) => emailKey === "jonas@shop.example")?.roles).toEqual(["auditor", "approver"]);
    expect((await vouchsafe("audit", "verify")).code).toBe(0);
  });

  it("adds nobody twice, and nobody without name, address or a role there is", async () => {
    await on(await aWorld({ engine }));
    expect(JSON.parse((await vouchsafe(...aPerson, "--json")).out)).toMatchObject({ email: "Jonas@shop.example" });
    const again = await vouchsafe(...aPerson, "--json");
    expect(again).toMatchObject({ code: 2, out: "" });
    expect(again.err).toContain("Somebody with this e-mail address is here already.");
    const refused: [string[], string][] = [
      [["--email", "a@shop.example", "--role", "auditor"], "Enter the person's name."],
      [["--name", "A", "--email", "shop.example", "--role", "auditor"], "Enter an e-mail address"],
      [["--name", "A", "--email", "a@shop.example"], "Choose at least one role."],
      [["--name", "A", "--email", "a@shop.example", "--role", "king"], "There is no role “king”."],
      [["--nme", "A"], "--nme"],
    ];
    for (const [args, words] of refused) {
      const { code, out, err } = await vouchsafe("people", "add", ...args);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain(words);
      expect(err).toContain("usage: vouchsafe people add");
    }
  });
});

onEveryServer(
  "the command line and an empty database",
  1,
  () => {
    it("says that no portal is there, and makes none", async () => {
      const { url, drop } = await emptyPostgres();
      vi.stubEnv("DATABASE_URL", url);
      for (const args of [["audit", "verify"], aPerson]) {
        const { code, out, err } = await vouchsafe(...args);
        expect({ code, out }).toEqual({ code: 2, out: "" });
        expect(err).toContain("There is no portal in this database.");
      }
      await drop();
    });
  },
  ["postgres"],
);

describe("the command line where no portal is", () => {
  it("says so, and makes nothing", async () => {
    const dataDir = join(import.meta.dirname, "nowhere");
    vi.stubEnv("DATA_DIR", dataDir);
    for (const args of [["audit", "verify"], aPerson]) {
      const { code, out, err } = await vouchsafe(...args);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain(`There is no portal in ${dataDir}.`);
    }
  });

  it("names the variables that are wrong", async () => {
    vi.stubEnv("PORT", "many");
    const { code, out, err } = await vouchsafe("audit", "verify");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("PORT: write a whole number");
  });
});
