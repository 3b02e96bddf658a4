// What the daily sweep has to do, derived from plain data. Every action carries a key: doing it writes a row under that key, so it happens
// once, whatever the number of processes and missed or repeated ticks (docs: product, "Monitoring").
import { type AssessmentStatus, isRunning, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { conditionState } from "#app/domain/assessment/decision-outcomes.ts";
import { acceptanceWarningDays } from "#app/domain/assessment/risk-acceptance.ts";
import { type EngagementStatus, isActive, isOver } from "#app/domain/engagement/engagement-status.ts";
import { addDays, type Day, laterOf } from "./calendar-days.ts";
import { type ReminderStep, remindersDue, reviewReminderSteps, startReminderSteps, vendorReminderSteps } from "./reminders.ts";
import { nextReview, type ReviewClock, type ReviewReason } from "./review-clock.ts";

/** Days before its expiry at which a document alone is asked for. */
export const documentLeadDays = 45;

interface Reminder {
  readonly key: string;
  readonly dueOn: Day;
  readonly step: ReminderStep;
  /** Record it either way; send it only when true. */
  readonly isSent: boolean;
}

export type DueAction =
  | { do: "open_review"; key: string; engagementId: string; openedFor: Day; dueOn: Day; reason: ReviewReason }
  | ({ do: "remind_review"; engagementId: string } & Reminder)
  | ({ do: "remind_start"; engagementId: string } & Reminder)
  | ({ do: "remind_vendor"; assessmentId: string } & Reminder)
  | ({ do: "remind_request"; requestId: string } & Reminder)
  | { do: "request_document"; key: string; engagementId: string; evidenceId: string; kind: string; expiresOn: Day; dueOn: Day }
  | { do: "rescore"; key: string; engagementId: string; evidenceId: string; because: "late" | "expired" | "changed" }
  | { do: "lapse_condition"; key: string; engagementId: string; conditionId: string; dueOn: Day }
  | { do: "warn_acceptance"; key: string; engagementId: string; acceptanceId: string; expiresOn: Day }
  | { do: "end_acceptance"; key: string; engagementId: string; acceptanceId: string; expiresOn: Day };

export interface MonitoredEngagement extends Omit<ReviewClock, "concludedOn" | "documents"> {
  readonly engagementId: string;
  readonly status: EngagementStatus;
  /** Null before the first conclusion: nothing to repeat yet. */
  readonly concludedOn: Day | null;
  readonly documents: readonly { id: string; kind: string; expiresOn: Day | null; graceDays: number }[];
  /** Evidence of the result that was attached or judged after it was scored; `at` is an ISO instant. */
  readonly changedEvidence?: readonly { id: string; at: string }[];
  /** An assessment that is neither decided nor ended. */
  readonly hasRunning: boolean;
  /** Days reviews were opened for already. */
  readonly openedFor: readonly Day[];
}

/** Everything this engagement makes due by today. Clocks run while it is in use; conditions and acceptances end until it is over. */
export function dueOfEngagement(engagement: MonitoredEngagement, today: Day): DueAction[] {
  const { concludedOn, status } = engagement;
  if (concludedOn === null || isOver(status)) return [];
  if (!isActive(status)) return duePromises(engagement, today);
  return [
    ...dueReview({ ...engagement, concludedOn }, today),
    ...engagement.documents.flatMap((document) => dueDocument(engagement.engagementId, document, concludedOn, today)),
    ...dueChange(engagement),
    ...duePromises(engagement, today),
  ];
}

/** One new score for everything that changed since the last; it ends by itself, because that score is newer than the change. */
function dueChange({ engagementId, changedEvidence = [] }: MonitoredEngagement): DueAction[] {
  const [newest] = [...changedEvidence].sort((a, b) => (a.at < b.at ? 1 : -1));
  if (newest === undefined) return [];
  const { id: evidenceId, at } = newest;
  return [{ do: "rescore", key: `rescore:${engagementId}:${evidenceId}:changed:${at}`, engagementId, evidenceId, because: "changed" }];
}

function dueReview(engagement: MonitoredEngagement & { concludedOn: Day }, today: Day): DueAction[] {
  const { engagementId } = engagement;
  const { openedFor, dueOn, opensOn, reason, isEarly } = nextReview(engagement, today);
  const mayOpen = opensOn <= today && !engagement.hasRunning && !engagement.openedFor.includes(openedFor);
  return [
    ...(mayOpen
      ? [{ do: "open_review", key: `review:${engagementId}:${openedFor}`, engagementId, openedFor, dueOn, reason } as const]
      : []),
    ...remindersDue(reviewReminderSteps, openedFor, isEarly ? opensOn : engagement.concludedOn, today).map(
      ({ step, isSent }): DueAction => ({
        do: "remind_review",
        key: `review-reminder:${engagementId}:${openedFor}:${step}`,
        engagementId,
        dueOn: openedFor,
        step,
        isSent,
      }),
    ),
  ];
}

/** A document is asked for 45 days before it expires; the days it becomes late and expired score the engagement anew. */
function dueDocument(engagementId: string, document: MonitoredEngagement["documents"][number], concludedOn: Day, today: Day): DueAction[] {
  const { id: evidenceId, kind, expiresOn, graceDays } = document;
  if (expiresOn === null) return [];
  const actions: DueAction[] = [];
  if (addDays(expiresOn, -documentLeadDays) <= today) {
    const dueOn = laterOf(expiresOn, addDays(today, 1));
    actions.push({ do: "request_document", key: `document:${evidenceId}:${expiresOn}`, engagementId, evidenceId, kind, expiresOn, dueOn });
  }
  const changes = [
    ...(graceDays > 0 ? [{ because: "late" as const, on: addDays(expiresOn, 1) }] : []),
    { because: "expired" as const, on: addDays(expiresOn, graceDays + 1) },
  ];
  for (const { because, on } of changes)
    if (on > concludedOn && on <= today)
      actions.push({ do: "rescore", key: `rescore:${engagementId}:${evidenceId}:${because}:${on}`, engagementId, evidenceId, because });
  return actions;
}

/** Conditions and acceptances on their days. */
function duePromises({ engagementId, conditions, acceptances }: MonitoredEngagement, today: Day): DueAction[] {
  return [
    ...conditions
      .filter((condition) => conditionState(condition, today) === "not_met")
      .map(
        ({ id, dueOn }): DueAction => ({
          do: "lapse_condition",
          key: `condition:${id}:${dueOn}`,
          engagementId,
          conditionId: id,
          dueOn: dueOn!,
        }),
      ),
    ...acceptances.flatMap(({ id: acceptanceId, expiresOn }): DueAction[] => {
      if (expiresOn < today)
        return [{ do: "end_acceptance", key: `acceptance:${acceptanceId}:end`, engagementId, acceptanceId, expiresOn }];
      if (addDays(expiresOn, -acceptanceWarningDays) > today) return [];
      return [{ do: "warn_acceptance", key: `acceptance:${acceptanceId}:warn`, engagementId, acceptanceId, expiresOn }];
    }),
  ];
}

/** Reminders of the vendor's own due day, while it is the vendor's turn. */
export function dueOfAssessment(
  assessment: { assessmentId: string; status: AssessmentStatus; dueOn: Day | null; sentOn: Day },
  today: Day,
): DueAction[] {
  const { assessmentId, status, dueOn, sentOn } = assessment;
  const isVendorsTurn = takesAnswers(status) || status === "clarification";
  if (!isRunning(status) || !isVendorsTurn || dueOn === null) return [];
  return remindersDue(vendorReminderSteps, dueOn, addDays(sentOn, 1), today).map(({ step, isSent }) => ({
    do: "remind_vendor",
    key: `vendor-reminder:${assessmentId}:${dueOn}:${step}`,
    assessmentId,
    dueOn,
    step,
    isSent,
  }));
}

/** Reminders of a document that was asked for. */
export function dueOfRequest(request: { requestId: string; dueOn: Day; openedOn: Day }, today: Day): DueAction[] {
  const { requestId, dueOn, openedOn } = request;
  return remindersDue(vendorReminderSteps, dueOn, addDays(openedOn, 1), today).map(({ step, isSent }) => ({
    do: "remind_request",
    key: `request-reminder:${requestId}:${dueOn}:${step}`,
    requestId,
    dueOn,
    step,
    isSent,
  }));
}

/** The day on which the first assessment of a service already in use is to be started, as planned; people start it, never the sweep. */
export function dueOfStart({ engagementId, plannedOn }: { engagementId: string; plannedOn: Day }, today: Day): DueAction[] {
  return remindersDue(startReminderSteps, plannedOn, plannedOn, today).map(({ step, isSent }) => ({
    do: "remind_start",
    key: `start-reminder:${engagementId}:${plannedOn}:${step}`,
    engagementId,
    dueOn: plannedOn,
    step,
    isSent,
  }));
}
