// Makes a new link to an assessment, to be handed over by other means than our mail. Older links stay open; each can be revoked.
import { DomainError } from "#app/domain/errors.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { Context } from "../../platform/context.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { makeLink } from "./make-link.step.server.ts";

const closed = new Set(["draft", "cancelled", "closed_unanswered"]);

/** The address is shown once: only its hash is kept. */
export async function copyLink(ctx: Context, assessmentId: string): Promise<{ url: string }> {
  const { organisationId } = ctx.actor;
  const { portal, now } = ctx;
  await portal.limits.consume("link_make_assessment", assessmentId, now);
  return portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "link.copy", guardedAssessment(assessment));
    if (closed.has(assessment.status)) {
      throw new DomainError("illegal_transition", "Links are made for questionnaires that were sent.", { state: assessment.status });
    }
    return { url: await makeLink(tx, grant, portal, assessment, "copy", now) };
  });
}
