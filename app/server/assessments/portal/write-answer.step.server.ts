// Writes one answer of a vendor: a new revision beside the old ones, and the newest of them. Nothing is overwritten silently: whoever
// based the answer on an older revision is told what was saved in the meantime.
import type { AnswerInput } from "#app/domain/assessment/answer-input.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import type { AnswerRow } from "../answers.queries.server.ts";
import { putAnswer } from "../answers.repo.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";

export interface WrittenAnswer {
  assessment: Pick<AssessmentRow, "id" | "vendorId">;
  questionKey: string;
  /** The revision it follows; 0 for the first. */
  after: number;
  answer: AnswerInput;
  origin: AnswerRow["origin"];
  /** Of an answer that the vendor did not type itself. */
  source?: AnswerRow["source"];
  givenBy: string;
}

/** Returns the new row. The caller checked that `after` is the newest revision, in this tx. */
export async function writeAnswer(tx: Tx, grant: Grant, written: WrittenAnswer, now: Date): Promise<AnswerRow> {
  const { questionKey, after, answer, origin, source = null, givenBy } = written;
  const { id: assessmentId, vendorId } = written.assessment;
  const { organisationId } = grant;
  const row: AnswerRow = {
    organisationId,
    assessmentId,
    questionKey,
    revision: after + 1,
    ...answer,
    origin,
    source,
    givenBy,
    givenAt: now,
  };
  await putAnswer(tx, row);
  const data = { questionKey, revision: row.revision };
  await recordAuditEvent(tx, grant, { type: "answer.saved", objectId: assessmentId, vendorId, data }, now);
  return row;
}
