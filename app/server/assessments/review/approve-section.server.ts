// Accepts the unproblematic answers of a section at once: unchanged or good ones. Knock-outs, gates, not-applicables, contradictions and
// answers with unread documents stay, each to be looked at by itself.
import { isTakenBySectionApproval } from "#app/domain/assessment/determinations.ts";
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { insertDetermination } from "./determinations.repo.server.ts";
import { requireOtherDeterminer } from "./other-determiner.server.ts";
import { requireOpen, startReview } from "./record-determination.server.ts";
import { readReviewing } from "./reviewing.queries.server.ts";

export interface ApprovedSection {
  approved: number;
  /** Answers of the section that still have no determination. */
  remaining: number;
}

/** `sectionKey` as in the form: `questionnaire~section`. */
export async function approveSection(ctx: PersonContext, assessmentId: string, sectionKey: string): Promise<ApprovedSection> {
  const { organisationId, personId } = ctx.actor;
  const { portal, now } = ctx;
  return portal.store.tx(organisationId, async (tx) => {
    const today = await todayIn(tx, organisationId, now);
    const { review, items } = await readReviewing(portal, tx, organisationId, assessmentId, today);
    const { assessment, form } = review;
    const grant = authorize(ctx, "section.approve", guardedAssessment(assessment));
    requireOpen(assessment);
    await requireOtherDeterminer(tx, grant, ctx, assessment);
    const section = form.sections.findIndex(({ key }) => key === sectionKey);
    if (section < 0) throw new DomainError("not_found", "There is no such section.");
    const open = items.filter(({ question, isDetermined }) => question.section === section && !isDetermined);
    const taken = open.filter(isTakenBySectionApproval);
    if (taken.length === 0) return { approved: 0, remaining: open.length };
    await startReview(tx, grant, assessment, now);
    for (const { questionKey } of taken) {
      await insertDetermination(tx, {
        id: portal.ids.next("determination", now),
        organisationId,
        assessmentId,
        questionKey,
        revision: (review.determinations.get(questionKey)?.revision ?? 0) + 1,
        answerRevision: review.answers.get(questionKey)?.revision ?? 0,
        verdict: "accepted",
        value: null,
        naAccepted: false,
        reason: "",
        note: "",
        carried: false,
        byId: personId,
        at: now,
      });
    }
    const data = { section: sectionKey, questionKeys: taken.map(({ questionKey }) => questionKey) };
    const { vendorId } = assessment;
    await recordAuditEvent(tx, grant, { type: "section.approved", objectId: assessmentId, vendorId, data }, now);
    return { approved: taken.length, remaining: open.length - taken.length };
  });
}
