// Writes the next migration of both engines from the one schema: npm run db:generate -- <what it does, in a few words>.
// With --from-scratch the folders are rewritten as one first migration: only before a release, existing databases refuse it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { emptySnapshot, engines, type Snapshot } from "./schema-diff.server.ts";

const root = fileURLToPath(new URL("./migrations", import.meta.url));
const dialects = ["sqlite", "postgres"] as const;

function readSnapshot(folder: string, dialect: (typeof dialects)[number]): Snapshot {
  const file = join(folder, "snapshot.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Snapshot) : emptySnapshot(dialect);
}

async function generate(words: string[], isFromScratch: boolean): Promise<void> {
  for (const dialect of dialects) {
    const folder = join(root, dialect);
    if (isFromScratch) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const current = await engines[dialect].current();
    const statements = await engines[dialect].difference(readSnapshot(folder, dialect), current);
    if (statements.length === 0) {
      console.log(`${dialect}: nothing to do`);
      continue;
    }
    const number = String(readdirSync(folder).filter((name) => name.endsWith(".sql")).length + 1).padStart(4, "0");
    const name = `${number}_${words.join("_").toLowerCase().replace(/\W+/g, "_") || "change"}.sql`;
    writeFileSync(join(folder, name), `${statements.join("\n--> statement-breakpoint\n")}\n`);
    writeFileSync(join(folder, "snapshot.json"), `${JSON.stringify(current, null, 1)}\n`);
    console.log(`${dialect}: ${name}, ${statements.length} statements`);
  }
}

const args = process.argv.slice(2);
const isFromScratch = args.includes("--from-scratch");
await generate(isFromScratch ? ["first_tables"] : args, isFromScratch);
