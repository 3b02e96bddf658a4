// Entries of the audit log about this vendor as a line of time.
import { type AuditEventType, auditEventTexts } from "#app/domain/audit/audit-event.ts";
import type { ClauseState } from "#app/domain/report/report-facts.ts";
import { clauseStateWords } from "#app/domain/report/report-words.ts";
import type { Activity } from "#app/server/audit/vendor-activity.queries.server.ts";
import { formatInstant } from "#app/ui/format.ts";
import type { IconName } from "#app/ui/icon-names.ts";
import { Timeline } from "#app/ui/timeline.tsx";

/** By the first word of the event. */
const icons: Record<string, IconName> = {
  vendor: "building-2",
  contact: "user",
  engagement: "package",
  irq: "scale",
  assessment: "send",
  link: "link",
  vendor_session: "log-out",
  question: "message-circle-question-mark",
  evidence: "file-badge",
  evidence_request: "file-search",
  review: "clipboard-check",
  determination: "check",
  section: "check-check",
  clarification: "message-circle",
  score: "chart-column",
  finding: "flag",
  risk_acceptance: "signature",
  decision: "stamp",
  condition: "hourglass",
  report: "file-text",
  reminder: "bell",
};

export function ActivityLine({ entries, today, timeZone }: { entries: readonly Activity[]; today: string; timeZone: string }) {
  return (
    <Timeline
      entries={entries.map(({ seq, at, type, who, data }) => ({
        id: String(seq),
        icon: icons[type.split(".")[0] ?? ""] ?? "history",
        text: sentence(type, data),
        when: `${formatInstant(at, timeZone, today)} · ${who ?? "Vouchsafe"}`,
        dateTime: at.toISOString(),
      }))}
    />
  );
}

function sentence(type: string, data: Record<string, unknown>): string {
  const text = auditEventTexts[type as AuditEventType] ?? type;
  const words = (value: unknown) => String(value).replaceAll("_", " ");
  if (type === "engagement.status_changed") return `${text}: ${words(data.from)} to ${words(data.to)}`;
  if (type === "engagement.clause_recorded") {
    return `Contract clause ${data.clause}: ${clauseStateWords[data.state as ClauseState]?.toLowerCase() ?? words(data.state)}`;
  }
  if (type === "engagement.pci_recorded") return `${text}: ${words(data.standing)}`;
  if (type === "score.recorded" && typeof data.grade === "string") return `${text}: grade ${data.grade}`;
  if (type === "irq.overridden") return `${text}: tier ${data.from} to ${data.to}`;
  if (type === "decision.signed") return `${text}: ${words(data.outcome)}`;
  return text;
}
