// Names, sizes and reach of files: the part of app/README.md that an import rule cannot say.
import { readdirSync, readFileSync } from "node:fs";
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

/** Tables, vocabularies and schemas: long because they list, not because they do much. */
const mayBeLong = [
  /\.schema\.ts$/,
  /^db\/schema\//,
  /^app\/domain\/(access\/policy|audit\/audit-event|evidence\/evidence-kinds|report\/report-facts|questionnaire\/control-)/,
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

  it("re-export nothing wholesale", () => {
    expect(pathsWhere(sources, ({ path, text }) => /\/index\.tsx?$/.test(path) || /^export \* from/m.test(text))).toEqual([]);
  });

  it("declare no drawer classes", () => {
    expect(pathsWhere(sources, ({ text }) => /class \w*(Service|Manager|Repository|Helper)\b/.test(text))).toEqual([]);
  });
});

describe("the world outside reaches code only through its door", () => {
  it("time and chance are parameters in the rulebook", () => {
    expect(pathsWhere(below("app/domain"), ({ text }) => /Date\.now\(|new Date\(\)|Math\.random\(|process\.|crypto\./.test(text))).toEqual(
      [],
    );
  });

  it("verbs take the time from their context", () => {
    const allowed = new Set(["app/server/platform/clock.server.ts"]);
    const found = below("app/server", "app/routes", "app/http").filter(({ path }) => !allowed.has(path));
    expect(pathsWhere(found, ({ text }) => /Date\.now\(|new Date\(\)|Math\.random\(/.test(text))).toEqual([]);
  });

  it("the environment is read where the configuration is read", () => {
    const files = below("app/server", "app/routes", "app/http", "app/ui", "app/domain", "db");
    const found = files.filter(({ path }) => !/platform\/(config|secrets)[\w-]*\.server\.ts$/.test(path) && path !== "db/generate.ts");
    expect(pathsWhere(found, ({ text }) => /process\.env/.test(text))).toEqual([]);
  });

  it("no page carries inline styles or markup from strings", () => {
    expect(pathsWhere(below("app/routes", "app/ui"), ({ text }) => /\sstyle=\{|dangerouslySetInnerHTML=|\.innerHTML\b/.test(text))).toEqual(
      [],
    );
  });
});

describe("mutations", () => {
  it("record what they did: every file that opens a tx of an organisation records an event or calls a step", () => {
    const opening = below("app/server").filter(({ text, path }) => /store\.tx\(/.test(text) && !path.includes("/platform/"));
    const silent = opening.filter(({ text }) => !/recordAuditEvent\(|recordRead\(|\.step\.server\.ts"/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it("authorise themselves: every such file asks for a grant", () => {
    const opening = below("app/server").filter(({ text, path }) => /store\.tx\(/.test(text) && !/\/(platform|audit)\//.test(path));
    expect(pathsWhere(opening, ({ text }) => !/authorize\(|systemGrant\(|Grant\b/.test(text))).toEqual([]);
  });

  it("steps never open a tx of their own", () => {
    expect(pathsWhere(sources, ({ path, text }) => path.endsWith(".step.server.ts") && /store\.(tx|systemTx)\(/.test(text))).toEqual([]);
  });

  it("build no Response outside platform and http", () => {
    const verbs = below("app/server").filter(({ path }) => !path.includes("/platform/"));
    expect(pathsWhere(verbs, ({ text }) => /new Response\(|Response\.json\(/.test(text))).toEqual([]);
  });
});
