// What happened around vendors since this person was here last.
import type { AuditEventType } from "#app/domain/audit/audit-event.ts";
import type { Change } from "#app/server/home/changes.queries.server.ts";
import { formatInstant } from "#app/ui/format.ts";
import type { IconName } from "#app/ui/icon-names.ts";
import { Section } from "#app/ui/section.tsx";
import { Timeline } from "#app/ui/timeline.tsx";

const icons: Partial<Record<AuditEventType, IconName>> = {
  "vendor.registered": "building-2",
  "engagement.status_changed": "arrow-right",
  "assessment.opened": "refresh-cw",
  "assessment.submitted": "inbox",
  "clarification.answered": "message-circle",
  "review.closed": "scan-search",
  "score.recorded": "chart-column",
  "finding.opened": "flag",
  "finding.closed": "circle-check",
  "finding.reopened": "rotate-ccw",
  "evidence_request.fulfilled": "file-badge",
  "risk_acceptance.countersigned": "shield-alert",
  "risk_acceptance.expired": "clock-alert",
  "decision.signed": "signature",
  "decision.countersigned": "stamp",
  "condition.lapsed": "clock-alert",
  "condition.met": "check",
  "report.stored": "file-text",
};

interface ChangesProps {
  since: Date;
  changes: readonly Change[];
  today: string;
  timeZone: string;
}

export function Changes({ since, changes, today, timeZone }: ChangesProps) {
  return (
    <Section id="changes" title={`Changed since ${formatInstant(since, timeZone, today)}`}>
      {changes.length === 0 ? (
        <p className="muted">Nothing by anybody else.</p>
      ) : (
        <Timeline
          entries={changes.map(({ seq, at, type, text, vendorId, vendor, by }) => ({
            id: String(seq),
            icon: icons[type] ?? "circle-dot",
            text: (
              <>
                <a href={`/vendors/${vendorId}`}>{vendor}</a>: {text.slice(0, 1).toLowerCase() + text.slice(1)}
              </>
            ),
            when: `${formatInstant(at, timeZone, today)} · ${by ?? "the portal"}`,
            dateTime: at.toISOString(),
          }))}
        />
      )}
    </Section>
  );
}
