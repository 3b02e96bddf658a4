// Which of our signed documents has this hash, whoever asks: its form and nothing else.
import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "../platform/store.server.ts";
import type { ReportForm } from "./reports.queries.server.ts";

const forms: ReportForm[] = ["report", "decision-page"];

export async function findReportForm(from: Reader, organisationId: string, sha256: string): Promise<ReportForm | null> {
  const { evidence: t } = from.t;
  const [row] = await from.db
    .select({ kind: t.kind })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.sha256, sha256), inArray(t.kind, forms)))
    .limit(1);
  return row ? (row.kind as ReportForm) : null;
}
