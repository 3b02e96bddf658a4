// A typed name and role under all answers as they are now: at submission, after clarifications and with each correction. The next round.
import type { Grant } from "../../platform/authorize.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { listAnswers } from "../answers.queries.server.ts";
import { listFileUses } from "../answers.repo.server.ts";
import { hashAnswers } from "../hash-answers.server.ts";
import { insertSubmission } from "../messages.repo.server.ts";
import { lastRound } from "../submissions.queries.server.ts";

/** The caller asked for name and role, and records what was signed. */
export async function signAnswers(
  tx: Tx,
  { organisationId }: Grant,
  portal: Portal,
  { assessmentId, name, role }: { assessmentId: string; name: string; role: string },
  now: Date,
): Promise<{ round: number; answersSha256: string }> {
  const answers = await listAnswers(tx, organisationId, assessmentId);
  const answersSha256 = hashAnswers(answers, await listFileUses(tx, organisationId, assessmentId));
  const round = (await lastRound(tx, organisationId, assessmentId)) + 1;
  const id = portal.ids.next("submission", now);
  const signed = { name: name.trim(), role: role.trim() };
  await insertSubmission(tx, { id, organisationId, assessmentId, round, ...signed, at: now, answersSha256 });
  return { round, answersSha256 };
}
