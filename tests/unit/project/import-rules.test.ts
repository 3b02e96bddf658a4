// The import rules are seen to refuse: each file of one fixture tree names the rules it breaks, and breaks exactly those.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { expect, it } from "vitest";

const config = createRequire(import.meta.url)("../../../.config/dependency-cruiser.cjs") as {
  forbidden: { name: string; comment: string }[];
};
const tree = "tests/fixtures/import-rules";

/** The rules a fixture says it breaks, as "file rule". */
const announced = readdirSync(tree, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .flatMap((path) => {
    const names = /^\/\/ Violates: ([a-z, -]+)\./.exec(readFileSync(`${tree}/${path}`, "utf8"))?.[1]?.split(", ") ?? [];
    return names.map((name) => `${path} ${name}`);
  });

it("every file of the fixture tree is refused by the rules it names, and by no other", () => {
  const { stdout } = spawnSync(
    resolve("node_modules/.bin/depcruise"),
    ["--config", resolve(".config/dependency-cruiser.fixture.cjs"), "--output-type", "json", "app", "db"],
    { cwd: tree, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  const seen = new Set(summary.violations.map(({ from, rule }) => `${from} ${rule.name}`));
  expect([...seen].sort()).toEqual(announced.sort());
});

it("every import rule has a file that breaks it", () => {
  const broken = new Set(announced.map((line) => line.split(" ")[1]));
  expect([...broken].sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
});

it("every import rule says in one sentence what it is for", () => {
  expect(config.forbidden.filter(({ comment }) => !/^[A-Za-z].*\.$/.test(comment))).toEqual([]);
});
