// Reads the migrations of one engine from db/migrations and compares them with what a database has recorded.
// A migration that was released is never edited: its hash is recorded, and a changed file is refused.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Dialect } from "./connection.server.ts";

export interface Migration {
  /** File name without `.sql`; migrations run in the order of their names. */
  name: string;
  statements: string[];
  sha256: string;
}

export interface RecordedMigration {
  name: string;
  sha256: string;
}

export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

const breakpoint = "--> statement-breakpoint";

/** `db/migrations` above this file, in the sources as well as in a build. */
export function migrationsFolder(dialect: Dialect): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, "db", "migrations", dialect);
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) throw new MigrationError(`The folder db/migrations/${dialect} is missing beside the program.`);
  }
}

export function readMigrations(dialect: Dialect, folder = migrationsFolder(dialect)): Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const statements = text.split(breakpoint).map((statement) => statement.trim());
    return {
      name: file.slice(0, -".sql".length),
      statements: statements.filter((statement) => statement !== ""),
      sha256: createHash("sha256").update(text, "utf8").digest("hex"),
    };
  });
}

/** Whether opening a database may bring its schema up to date: the portal does, a command beside it must not. */
export type SchemaMode = "migrate" | "as_it_is";

/** For opening a database as it is. Throws when something is left to run. */
export function refusePending(pending: readonly string[], migrations: readonly Migration[]): void {
  if (pending.length === 0) return;
  if (pending.length === migrations.length) throw new MigrationError("There is no portal in this database. Nothing was changed.");
  const missing = pending.length === 1 ? `${pending[0]} is` : `${pending.length} migrations are`;
  throw new MigrationError(
    `The database is of an older version (${missing} missing). Start the portal once: it migrates. Nothing was changed.`,
  );
}

/** What is left to run. Throws when the database was written by a newer program, or by another version of a migration. */
export function pendingOf(migrations: readonly Migration[], recorded: readonly RecordedMigration[]): Migration[] {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, sha256 } of recorded) {
    const known = byName.get(name);
    if (known === undefined)
      throw new MigrationError(
        `The database was migrated by a newer version (${name}). Start that version, or restore a backup made before it.`,
      );
    if (known.sha256 !== sha256)
      throw new MigrationError(
        `Migration ${name} is not the one this database was made with. Use the unchanged program, or another database.`,
      );
  }
  const done = new Set(recorded.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}
