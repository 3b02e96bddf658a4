// Keeps the counts of required and answered questions of an assessment true; lists read them instead of the answers.

import { progressOf, type VendorState, vendorState } from "#app/domain/assessment/vendor-state.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Reader, Tx } from "../../platform/store.server.ts";
import { formOf } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { listAnswers } from "../answers.queries.server.ts";
import { countFiles } from "../answers.repo.server.ts";
import { type AssessmentRow, getAssessment } from "../assessments.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";

/** The vendor's state from what is stored. */
export async function readVendorState(portal: Portal, from: Reader, assessment: AssessmentRow): Promise<VendorState> {
  const { organisationId, id } = assessment;
  const form = await formOf(portal, from, organisationId, id);
  const answers = await listAnswers(from, organisationId, id);
  const files = await countFiles(from, organisationId, id);
  return vendorState(form, assessment.facts as KnownFacts, answers, (key) => files.get(key) ?? 0);
}

/** Call after answers, attached files or versions changed. */
export async function refreshProgress(tx: Tx, portal: Portal, organisationId: string, assessmentId: string): Promise<void> {
  const assessment = await getAssessment(tx, organisationId, assessmentId);
  const { answered, required } = progressOf(await readVendorState(portal, tx, assessment));
  await updateAssessment(tx, organisationId, assessmentId, { answered, required });
}
