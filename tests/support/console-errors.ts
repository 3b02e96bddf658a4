// In every test: what is written to console.error fails the test it was written in. Expected errors are data, not noise.
import { formatWithOptions } from "node:util";
import { afterEach } from "vitest";

const heard: string[] = [];

console.error = (...said: unknown[]) => {
  heard.push(formatWithOptions({ depth: 3 }, ...said));
};

/** What was written since the last time, and forgets it: for the one test that expects it. */
export const takeConsoleErrors = (): string[] => heard.splice(0);

afterEach(() => {
  const errors = takeConsoleErrors();
  if (errors.length > 0) throw new Error(`console.error was called:\n${errors.join("\n")}`);
});
