// Re-computes the whole audit chain of an organisation and names the first entry that is not as it was written.
// Reads pages, so a log of any length fits into memory. Entries added meanwhile are part of the next verification.
import { and, asc, eq, gt } from "drizzle-orm";
import { type AuditEntry, auditGenesis } from "#app/domain/audit/audit-chain.ts";
import type { AuditHead, Reader, Store } from "#app/server/platform/store.server.ts";
import { hashEntry } from "./hash-entry.server.ts";

export interface BadEntry {
  seq: number;
  /** Undefined when the entry is missing. */
  id?: string;
  /** A whole sentence. */
  problem: string;
}

export interface ChainVerdict {
  /** How many entries were found good. */
  entries: number;
  head: AuditHead;
  firstBad?: BadEntry;
}

const pageSize = 500;

type Row = Reader["t"]["auditEntries"]["$inferSelect"];

/** Columns beside the hashed text exist for searching; they must say the same. */
function columnsDiffer(row: Row, entry: AuditEntry): boolean {
  const pairs = [
    [row.organisationId, entry.organisationId],
    [row.seq, entry.seq],
    [row.at.getTime(), Date.parse(entry.at)],
    [row.type, entry.event.type],
    [row.actorKind, entry.actor.kind],
    [row.actorId, entry.actor.id],
    [row.objectId, entry.event.objectId ?? null],
    [row.vendorId, entry.event.vendorId ?? null],
    [row.id, `aud_${row.hash.slice(0, 32)}`],
  ];
  return pairs.some(([column, written]) => column !== written);
}

function parseEntry(text: string): AuditEntry | undefined {
  try {
    return JSON.parse(text) as AuditEntry;
  } catch {
    return undefined;
  }
}

function problemOf(row: Row, previous: AuditHead): string | undefined {
  if (row.seq !== previous.seq + 1) return `Entry ${previous.seq + 1} is missing.`;
  if (row.previousHash !== previous.hash) return "It does not continue the entry before it.";
  if (hashEntry(previous.hash, row.entry) !== row.hash) return "Its text does not match its hash.";
  const entry = parseEntry(row.entry);
  if (entry === undefined || columnsDiffer(row, entry)) return "Its columns do not say what its text says.";
  return undefined;
}

async function page(read: Reader, organisationId: string, after: number): Promise<Row[]> {
  const { auditEntries } = read.t;
  return read.db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.organisationId, organisationId), gt(auditEntries.seq, after)))
    .orderBy(asc(auditEntries.seq))
    .limit(pageSize);
}

async function headOf(read: Reader, organisationId: string): Promise<AuditHead> {
  const { auditHeads } = read.t;
  const query = read.db.select({ seq: auditHeads.seq, hash: auditHeads.hash }).from(auditHeads);
  const [head] = await query.where(eq(auditHeads.organisationId, organisationId));
  return head ?? auditGenesis;
}

/** The place the good entries reach, and what is wrong behind it. */
async function walk(read: Reader, organisationId: string): Promise<{ last: AuditHead; firstBad?: BadEntry }> {
  let last: AuditHead = auditGenesis;
  for (;;) {
    const rows = await page(read, organisationId, last.seq);
    for (const row of rows) {
      const problem = problemOf(row, last);
      if (problem !== undefined) return { last, firstBad: badEntry(row, last, problem) };
      last = { seq: row.seq, hash: row.hash };
    }
    if (rows.length < pageSize) return { last };
  }
}

/** A gap is named by the entry that is not there. */
function badEntry(row: Row, last: AuditHead, problem: string): BadEntry {
  return row.seq === last.seq + 1 ? { seq: row.seq, id: row.id, problem } : { seq: last.seq + 1, problem };
}

/** Verifies from the first entry to the head; throws DomainError unavailable when the database is away. */
export async function verifyAuditChain(store: Store, organisationId: string): Promise<ChainVerdict> {
  const before = await headOf(store.read, organisationId);
  const { last, firstBad } = await walk(store.read, organisationId);
  // Entry and head are saved together: read after the entries, the head is never behind them.
  const head = await headOf(store.read, organisationId);
  const verdict = { entries: last.seq, head };
  if (firstBad !== undefined) return { ...verdict, firstBad };
  if (last.seq < before.seq)
    return { ...verdict, firstBad: { seq: last.seq + 1, problem: `Entry ${last.seq + 1} is missing: the log says it has ${before.seq}.` } };
  if (last.seq > head.seq) return { ...verdict, firstBad: { seq: head.seq + 1, problem: "It was added behind the end of the log." } };
  const isEnd = (end: AuditHead) => last.seq === end.seq && last.hash !== end.hash;
  if (isEnd(before) || isEnd(head)) return { ...verdict, firstBad: { seq: last.seq, problem: "The log's end names another hash." } };
  return verdict;
}
