import { expect, it } from "vitest";
import { takeConsoleErrors } from "#tests/support/console-errors.ts";

it("what is written to console.error is heard, to fail the test it was written in", () => {
  console.error("the portal said %s", "no");
  expect(takeConsoleErrors()).toEqual(["the portal said no"]);
  expect(takeConsoleErrors()).toEqual([]);
});
