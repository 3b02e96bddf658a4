// The import rules are seen to refuse: one fixture tree holds a violation of each.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { expect, it } from "vitest";

const config = createRequire(import.meta.url)("../../../.config/dependency-cruiser.cjs") as {
  forbidden: { name: string; comment: string }[];
};

it("every import rule refuses its violation in the fixture tree", () => {
  const { stdout } = spawnSync(
    resolve("node_modules/.bin/depcruise"),
    ["--config", resolve(".config/dependency-cruiser.fixture.cjs"), "--output-type", "json", "app", "db"],
    { cwd: "tests/fixtures/import-rules", encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  const seen = new Set(summary.violations.map(({ rule }) => rule.name));
  expect([...seen].sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
});

it("every import rule says in one sentence what it is for", () => {
  expect(config.forbidden.filter(({ comment }) => !/^[A-Za-z].*\.$/.test(comment))).toEqual([]);
});
