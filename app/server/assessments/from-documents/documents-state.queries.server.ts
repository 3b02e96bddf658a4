// Where an assessment answered from documents stands: like the vendor's state, but every document counts, whoever brought it.
import { type VendorState, vendorState } from "#app/domain/assessment/vendor-state.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import { listUsedEvidence } from "../../evidence/evidence.queries.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Reader } from "../../platform/store.server.ts";
import { formOf } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { type AnswerRow, listAnswers } from "../answers.queries.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";

export interface DocumentsState {
  vendor: VendorState;
  answers: Map<string, AnswerRow>;
}

export async function readDocumentsState(portal: Portal, from: Reader, assessment: AssessmentRow): Promise<DocumentsState> {
  const { organisationId, id, facts } = assessment;
  const form = await formOf(portal, from, organisationId, id);
  const answers = await listAnswers(from, organisationId, id);
  const files = new Map<string, number>();
  for (const { questionKey } of await listUsedEvidence(from, organisationId, id)) files.set(questionKey, (files.get(questionKey) ?? 0) + 1);
  const vendor = vendorState(form, facts as KnownFacts, answers, (key) => files.get(key) ?? 0);
  return { vendor, answers: new Map(answers.map((row) => [row.questionKey, row])) };
}
