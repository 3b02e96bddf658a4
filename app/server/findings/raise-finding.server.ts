// A reviewer raises a finding by hand: about an answer, or about something no question asks.

import { DomainError } from "#app/domain/errors.ts";
import type { Severity } from "#app/domain/finding/finding-status.ts";
import { getAssessment } from "../assessments/assessments.queries.server.ts";
import { guardedAssessment } from "../assessments/guarded-assessment.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import { todayIn } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { formOf } from "../questionnaires/questionnaire-versions.queries.server.ts";
import { getEngagement } from "../vendors/engagements.queries.server.ts";
import { openFinding } from "./open-finding.step.server.ts";

export interface RaiseFindingInput {
  assessmentId: string;
  questionKey: string | null;
  severity: Severity;
  title: string;
}

/** Returns the finding's id. Throws conflict when this question has an open finding already. */
export async function raiseFinding(ctx: PersonContext, input: RaiseFindingInput): Promise<string> {
  const { organisationId } = ctx.actor;
  const { portal, now } = ctx;
  const title = input.title.trim();
  return portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, input.assessmentId);
    const grant = authorize(ctx, "finding.raise", guardedAssessment(assessment));
    if (title === "") throw new DomainError("invalid", "Say what is wrong.", { fields: { title: "Say what is wrong." } });
    const form = await formOf(portal, tx, organisationId, assessment.id);
    if (input.questionKey !== null && !form.indexOf.has(input.questionKey))
      throw new DomainError("not_found", "This question is not asked here.");
    const { ownerId } = await getEngagement(tx, organisationId, assessment.engagementId);
    const openedOn = await todayIn(tx, organisationId, now);
    const { questionKey, severity } = input;
    const id = await openFinding(tx, grant, portal, { assessment, questionKey, severity, title, ownerId, openedOn }, now);
    if (id === undefined) throw new DomainError("conflict", "This question has a finding already.");
    return id;
  });
}
