// Names, sizes and reach of files: the part of app/README.md that an import rule cannot say.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, normalize } from "node:path";
import { describe, expect, it } from "vitest";

interface Source {
  path: string;
  text: string;
  lines: number;
}

const sources: Source[] = ["app", "db"]
  .flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
  .map((entry) => `${entry.parentPath}/${entry.name}`)
  .filter((path) => !path.startsWith("db/migrations/"))
  .map((path) => {
    const text = readFileSync(path, "utf8");
    return { path, text, lines: text.split("\n").length - 1 };
  });

const below = (...folders: string[]) => sources.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)));
const pathsWhere = (files: Source[], test: (source: Source) => boolean) => files.filter(test).map(({ path }) => path);

/** What the tests below look for; each is seen to find its example. Comment lines do not count. */
const seen = {
  reExport: /^export (type )?(\{[^}]*\}|\*) from/m,
  clock: /Date\.now\(|new Date\(\)|Math\.random\(/,
  machine: /\bprocess\.|\bcrypto\.|\bperformance\./,
  environment: /process\.env/,
  network: /(?<![.\w])fetch\(|XMLHttpRequest|new WebSocket\(/,
  schemaValue: /^import (?!type)[^;]*\.schema\.ts";$/m,
  inlineMarkup: /\sstyle=\{|dangerouslySetInnerHTML=|\.innerHTML\b/,
  tx: /store\.tx\(/,
  transaction: /^(?!\s*(\/\/|\*)).*\.transaction\(/m,
  response: /new Response\(|Response\.json\(/,
};

const examples: Record<keyof typeof seen, string> = {
  reExport: 'export { getVendor } from "./vendors.repo.server.ts";',
  clock: "const now = new Date();",
  machine: "crypto.randomUUID()",
  environment: "process.env.PORT",
  network: 'await fetch("https://example.com")',
  schemaValue: 'import {\n  vendorForm,\n} from "#app/domain/vendor/vendor.schema.ts";',
  inlineMarkup: "<p style={{ color }}>",
  tx: "await ctx.portal.store.tx(organisationId, async (tx) => {",
  transaction: "await db.transaction(async (tx) => {",
  response: 'return new Response("no")',
};

it.each(Object.entries(seen))("a breach of the rule about %s is noticed", (name, pattern) => {
  expect(examples[name as keyof typeof seen]).toMatch(pattern);
});

/** Itself, or in a step it imports, or in one that step imports. */
function recordsAnEvent({ path, text }: Source): boolean {
  if (/recordAuditEvent\(|recordRead\(/.test(text)) return true;
  const steps = [...text.matchAll(/from "(\.[^"]+\.step\.server\.ts)"/g)].map(([, step]) => normalize(`${dirname(path)}/${step}`));
  return sources.some((source) => steps.includes(source.path) && recordsAnEvent(source));
}

/** Tables, vocabularies and forms: long because they list, not because they do much. */
const mayBeLong = [
  /\.schema\.ts$/,
  /^app\/domain\/(access\/(policy|route-access)|audit\/audit-event|report\/report-facts|questionnaire\/control-)/,
  /^app\/i18n\//,
];

describe("files", () => {
  it("stay small: at most 300 lines, half of them at most 70, nine in ten at most 220", () => {
    const counted = sources.filter(({ path }) => !mayBeLong.some((pattern) => pattern.test(path)));
    const sizes = counted.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(pathsWhere(counted, ({ lines }) => lines > 300)).toEqual([]);
    expect(sizes[Math.floor(sizes.length * 0.5)]).toBeLessThanOrEqual(70);
    expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(220);
  });

  it("say in their first line what they are", () => {
    expect(pathsWhere(sources, ({ text }) => !/^\/\/ \S/.test(text))).toEqual([]);
  });

  it("that do I/O end in .server.ts, so that the build fails when a browser bundle reaches them", () => {
    const expected = below("app/server", "app/http").filter(({ path }) => !path.endsWith(".server.ts"));
    expect(expected.map(({ path }) => path)).toEqual([]);
  });

  it("live in folders with a noun of the product, not in drawers", () => {
    expect(pathsWhere(sources, ({ path }) => /\/(utils?|helpers?|lib|common|shared|misc)\//.test(path))).toEqual([]);
  });

  it("re-export nothing: who needs something names the file it is in", () => {
    const found = sources.filter(({ path }) => path !== "app/entry.server.tsx");
    expect(pathsWhere(found, ({ path, text }) => /\/index\.tsx?$/.test(path) || seen.reExport.test(text))).toEqual([]);
  });

  it("declare no drawer classes", () => {
    expect(pathsWhere(sources, ({ text }) => /class \w*(Service|Manager|Repository|Helper)\b/.test(text))).toEqual([]);
  });
});

describe("the world outside reaches code only through its door", () => {
  it("time and chance are parameters in the rulebook", () => {
    expect(pathsWhere(below("app/domain"), ({ text }) => seen.clock.test(text) || seen.machine.test(text))).toEqual([]);
  });

  it("verbs take the time from their context", () => {
    const allowed = new Set(["app/server/platform/clock.server.ts"]);
    const found = below("app/server", "app/routes", "app/http").filter(({ path }) => !allowed.has(path));
    expect(pathsWhere(found, ({ text }) => seen.clock.test(text))).toEqual([]);
  });

  it("the environment is read where the configuration is read", () => {
    const files = below("app/server", "app/routes", "app/http", "app/ui", "app/domain", "db");
    const found = files.filter(({ path }) => !/platform\/(config|secrets)[\w-]*\.server\.ts$/.test(path) && path !== "db/generate.ts");
    expect(pathsWhere(found, ({ text }) => seen.environment.test(text))).toEqual([]);
  });

  it("rules and verbs call nobody over the network", () => {
    const found = below("app/domain", "app/server", "app/i18n");
    expect(pathsWhere(found, ({ text }) => seen.network.test(text))).toEqual([]);
  });

  it("zod stays out of the browser: only a route's own loader or action, or a server file, takes a schema as a value", () => {
    const schemas = below("app/routes").filter(({ path, text }) => !path.endsWith(".server.ts") && seen.schemaValue.test(text));
    expect(pathsWhere(schemas, ({ text }) => !/^export const (loader|action) = /m.test(text))).toEqual([]);
  });

  it("no page carries inline styles or markup from strings", () => {
    expect(pathsWhere(below("app/routes", "app/ui"), ({ text }) => seen.inlineMarkup.test(text))).toEqual([]);
  });
});

describe("mutations", () => {
  it("record what they did: every file that opens a tx of an organisation records an event, itself or in a step it calls", () => {
    const opening = below("app/server").filter(({ text, path }) => seen.tx.test(text) && !path.includes("/platform/"));
    expect(pathsWhere(opening, (source) => !recordsAnEvent(source))).toEqual([]);
  });

  it("go through the store: drizzle's own transaction commits before the work is done", () => {
    expect(pathsWhere(sources, ({ text }) => seen.transaction.test(text))).toEqual([]);
  });

  it("authorise themselves: every such file asks for a grant", () => {
    const opening = below("app/server").filter(({ text, path }) => seen.tx.test(text) && !/\/(platform|audit)\//.test(path));
    expect(pathsWhere(opening, ({ text }) => !/authorize\(|systemGrant\(|Grant\b/.test(text))).toEqual([]);
  });

  it("say what is wrong with a form only to who has the right: no verb refuses before it authorised", () => {
    /** Their caller has no rights that could be asked for: it holds a secret, or none. */
    const forAnybody = /\/(start-vendor-session|set-password|set-up|publish-shipped-questionnaires)\.server\.ts$/;
    const refusesFirst = ({ text }: Source) =>
      text.split(/^(?=export |async |function |const )/m).some((verb) => {
        const right = verb.search(/authorize\(|systemGrant\(/);
        return right > 0 && /new DomainError\(\s*"(invalid|conflict|illegal_transition)"/.test(verb.slice(0, right));
      });
    const verbs = below("app/server").filter(
      ({ path, text }) => seen.tx.test(text) && !/\/platform\//.test(path) && !forAnybody.test(path),
    );
    expect(pathsWhere(verbs, refusesFirst)).toEqual([]);
  });

  it("steps never open a tx of their own", () => {
    expect(pathsWhere(sources, ({ path, text }) => path.endsWith(".step.server.ts") && /store\.(tx|systemTx)\(/.test(text))).toEqual([]);
  });

  it("build no Response outside platform and http", () => {
    const verbs = below("app/server").filter(({ path }) => !path.includes("/platform/"));
    expect(pathsWhere(verbs, ({ text }) => seen.response.test(text))).toEqual([]);
  });
});
