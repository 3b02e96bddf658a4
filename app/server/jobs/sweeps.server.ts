// The sweeps: each looks through the data of one organisation for what is due and does or queues it. A sweep derives
// everything from data, so a missed turn is made good by the next. To add one: a row here.
import { sweepWorkbooks } from "#app/server/assessments/portal/workbook/sweep-workbooks.server.ts";
import { sweepVault } from "#app/server/evidence/sweep-vault.server.ts";
import type { Context } from "#app/server/platform/context.server.ts";
import { sweepDrafts } from "#app/server/questionnaires/drafts/sweep-drafts.server.ts";
import { sweepMonitoring } from "../monitoring/sweep-monitoring.server.ts";

export interface Sweep {
  /** Names the turn `now` belongs to, such as the hour; a sweep runs once per turn and organisation. */
  turnOf(now: Date): string;
  /** Runs when a process starts, too, whoever has the turn: for what a process that died in the middle of its turn leaves. */
  alsoAtStart?: boolean;
  run(ctx: Context): Promise<unknown>;
}

/** A turn per hour: days begin at another hour in each time zone. */
export const hourly = (now: Date): string => now.toISOString().slice(0, "2026-11-23T09".length);

export const sweeps: Readonly<Record<string, Sweep>> = {
  "sweep-vault": { turnOf: hourly, alsoAtStart: true, run: sweepVault },
  "questionnaire-drafts": { turnOf: hourly, run: sweepDrafts },
  workbooks: { turnOf: hourly, run: sweepWorkbooks },
  monitoring: { turnOf: hourly, run: sweepMonitoring },
};
