// Where the questionnaires lie that come with the product, as paths to show: relative to where the command runs.
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const shipped = fileURLToPath(new URL("../../../questionnaires/", import.meta.url));

export async function shippedPaths(): Promise<string[]> {
  const entries = await readdir(shipped, { recursive: true });
  const files = entries.filter((name) => name.endsWith(".yaml") && name.includes("/")).sort();
  return files.map((name) => relative(process.cwd(), join(shipped, name)));
}
