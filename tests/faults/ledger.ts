// What a portal acknowledged to its vendors, and the check that all of it is there: read from the database and the vault themselves,
// by another process than the one that was killed.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { listAnswers } from "#app/server/assessments/answers.queries.server.ts";
import { listFileUses } from "#app/server/assessments/answers.repo.server.ts";
import { hashAnswers } from "#app/server/assessments/hash-answers.server.ts";
import { verifyAuditChain } from "#app/server/audit/verify-audit-chain.server.ts";
import { openBlobStore } from "#app/server/platform/blob-store.server.ts";
import { createLogger } from "#app/server/platform/logger.server.ts";
import { openStore } from "#app/server/platform/open-store.server.ts";
import { loadOrCreateSecrets } from "#app/server/platform/secrets.server.ts";
import type { Store } from "#app/server/platform/store.server.ts";
import { createVault } from "#app/server/platform/vault.server.ts";

export interface Ledger {
  answers: { assessmentId: string; questionKey: string; revision: number; reason: string }[];
  files: { evidenceId: string; sha256: string; bytes: number }[];
  /** Assessments whose submission was acknowledged. */
  submissions: Set<string>;
}

export const emptyLedger = (): Ledger => ({ answers: [], files: [], submissions: new Set() });

export interface Installation {
  dataDir: string;
  databaseUrl: string;
  organisationId: string;
}

/** One sentence for everything that is lost, half written or not as it was acknowledged; `filesFrom`: files before it were read already. */
export async function problemsOf(installation: Installation, ledger: Ledger, filesFrom = 0): Promise<string[]> {
  const { dataDir, databaseUrl, organisationId } = installation;
  const store = await openStore({ dataDir, databaseUrl, databasePool: 2 }, () => undefined);
  try {
    return [
      ...(await lostAnswers(store, ledger)),
      ...(await lostFiles(store, installation, ledger, filesFrom)),
      ...(await halfSubmitted(store, organisationId, ledger)),
      ...(await untoldChanges(store)),
      ...(await brokenChain(store, organisationId)),
    ];
  } finally {
    await store.close();
  }
}

async function lostAnswers({ read }: Store, ledger: Ledger): Promise<string[]> {
  const { answers, answerRevisions } = read.t;
  const revisions = await read.db.select().from(answerRevisions);
  const place = (row: { assessmentId: string; questionKey: string; revision: number }) =>
    `${row.assessmentId} ${row.questionKey} ${row.revision}`;
  const saved = new Map(revisions.map((row) => [place(row), row]));
  const lost = ledger.answers.filter((answer) => saved.get(place(answer))?.reason !== answer.reason).map((each) => `lost: ${place(each)}`);
  const newest = new Map<string, number>();
  for (const { assessmentId, questionKey, revision } of revisions) {
    const key = `${assessmentId} ${questionKey}`;
    newest.set(key, Math.max(newest.get(key) ?? 0, revision));
  }
  const current = await read.db.select().from(answers);
  const isHalf = (row: (typeof current)[number]) =>
    newest.get(`${row.assessmentId} ${row.questionKey}`) !== row.revision || saved.get(place(row))?.reason !== row.reason;
  const half = current.filter(isHalf).map((row) => `half written: ${place(row)}`);
  return [...lost, ...half, ...(newest.size === current.length ? [] : ["a revision has no answer"])];
}

async function lostFiles({ read }: Store, { dataDir }: Installation, ledger: Ledger, filesFrom: number): Promise<string[]> {
  const { evidence } = read.t;
  const rows = await read.db.select().from(evidence);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const folder = join(dataDir, "evidence");
  const logger = createLogger({ logLevel: "silent" });
  const vault = createVault({
    blobs: await openBlobStore({ folder }),
    secrets: await loadOrCreateSecrets({ dataDir, evidenceKey: null }),
    logger,
  });
  const problems = rows
    .filter(({ blobKey }) => !existsSync(join(folder, blobKey)))
    .map(({ id }) => `a row names a file that is not there: ${id}`);
  for (const { evidenceId, sha256, bytes } of ledger.files.slice(filesFrom)) {
    const row = byId.get(evidenceId);
    if (!row) {
      problems.push(`lost: ${evidenceId}`);
      continue;
    }
    const stored = await buffer(await vault.open(row));
    const isSame = stored.byteLength === bytes && createHash("sha256").update(stored).digest("hex") === sha256;
    if (!isSame || row.sha256 !== sha256) problems.push(`other bytes: ${evidenceId}`);
  }
  return problems;
}

/** Status, signature and hash of a submission are there together or not at all. */
async function halfSubmitted({ read }: Store, organisationId: string, ledger: Ledger): Promise<string[]> {
  const { assessments, submissions } = read.t;
  const signed = new Map((await read.db.select().from(submissions)).map((row) => [row.assessmentId, row]));
  const problems: string[] = [];
  for (const { id, status } of await read.db.select({ id: assessments.id, status: assessments.status }).from(assessments)) {
    const submission = signed.get(id);
    if (ledger.submissions.has(id) && !submission) problems.push(`lost: submission of ${id}`);
    if ((status === "submitted") !== (submission !== undefined)) problems.push(`half submitted: ${id} is ${status}`);
    if (!submission) continue;
    const hash = hashAnswers(await listAnswers(read, organisationId, id), await listFileUses(read, organisationId, id));
    if (hash !== submission.answersSha256) problems.push(`not what was signed: ${id}`);
  }
  return problems;
}

/** What happened and what the log says happened: the same number of each. */
async function untoldChanges({ read }: Store): Promise<string[]> {
  const { answerRevisions, auditEntries, evidence, submissions } = read.t;
  const rows = await read.db.select({ type: auditEntries.type }).from(auditEntries);
  const told = (type: string) => rows.filter((row) => row.type === type).length;
  const counts = [
    ["answer.saved", told("answer.saved"), (await read.db.select({ at: answerRevisions.givenAt }).from(answerRevisions)).length],
    ["evidence.uploaded", told("evidence.uploaded"), (await read.db.select({ id: evidence.id }).from(evidence)).length],
    ["assessment.submitted", told("assessment.submitted"), (await read.db.select({ id: submissions.id }).from(submissions)).length],
  ] as const;
  return counts.filter(([, entries, done]) => entries !== done).map(([type, entries, done]) => `${type}: ${entries} told, ${done} done`);
}

async function brokenChain(store: Store, organisationId: string): Promise<string[]> {
  const { firstBad } = await verifyAuditChain(store, organisationId);
  return firstBad ? [`audit entry ${firstBad.seq}: ${firstBad.problem}`] : [];
}
