// What is filled in for a vendor and waits for it to confirm, with the state of the questionnaire as if it had.
import { type PreparedState, preparedState } from "#app/domain/assessment/prepared-answers.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Reader } from "../../platform/store.server.ts";
import { formOf } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { listAnswers } from "../answers.queries.server.ts";
import { countFiles } from "../answers.repo.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";
import { listPrepared, type PreparedRow } from "./prepared-answers.repo.server.ts";

export async function readPrepared(portal: Portal, from: Reader, assessment: AssessmentRow): Promise<PreparedState<PreparedRow>> {
  const { organisationId, id, facts } = assessment;
  const form = await formOf(portal, from, organisationId, id);
  const answers = await listAnswers(from, organisationId, id);
  const prepared = await listPrepared(from, organisationId, id);
  const files = await countFiles(from, organisationId, id);
  return preparedState({ form, facts: facts as KnownFacts, answers, prepared, filesOf: (key) => files.get(key) ?? 0 });
}
