import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { lockfileProblems } from "#tests/support/lockfile.ts";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const manifest = JSON.parse(readFileSync("package.json", "utf8"));

it("the lockfile names every optional platform package, and every version is pinned", () => {
  expect(lockfileProblems(lock, manifest)).toEqual([]);
});

it("a missing platform package and a loose version are noticed", () => {
  const packages = {
    "node_modules/a": { optionalDependencies: { "a-linux": "1.0.0", "a-mac": "1.0.0" } },
    "node_modules/a-linux": { version: "1.0.0" },
  };
  expect(lockfileProblems({ packages }, { dependencies: { a: "^1.0.0" } })).toEqual([
    "a is not pinned exactly: ^1.0.0",
    "node_modules/a needs the optional package a-mac, which the lockfile lacks",
  ]);
});
