import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { iconNames } from "#app/ui/icon-names.ts";

const sprite = readFileSync("public/icons.svg", "utf8");
const symbols = [...sprite.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id);

it("Every icon a part may name is in the sprite, and the other way round", () => {
  expect(symbols.filter((id) => id?.startsWith("i-"))).toEqual(iconNames.map((name) => `i-${name}`));
});

it("The four shapes of risk are in the sprite", () => {
  expect(symbols.filter((id) => id?.startsWith("r-"))).toEqual(["r-critical", "r-high", "r-low", "r-medium"]);
});

it("The sprite carries no script, link or style", () => {
  expect(sprite).not.toMatch(/<script|<style|\sstyle=|\son\w+=|href=/);
});
