// One contradiction below an answer.
import type { Contradiction, Side } from "#app/domain/assessment/contradictions-seen.ts";
import type { ReviewView } from "#app/server/assessments/review/review-page.queries.server.ts";
import { Icon } from "#app/ui/icon.tsx";

export interface ContradictedProps {
  contradiction: Contradiction;
  /** The answer it stands at. */
  card: { key: string };
  view: Pick<ReviewView, "vendor" | "engagementId">;
}

/** Both sides in one sentence, and a link to each side that is not this very answer. */
export function Contradicted({ contradiction: { text, sides }, card, view }: ContradictedProps) {
  const links = sides.filter((side) => side.is !== "question" || side.questionKey !== card.key);
  return (
    <div className="late contra">
      <Icon name="triangle-alert" label="Contradiction" />
      <p>{text}</p>
      {links.length > 0 && (
        <ul>
          {links.map((side) => (
            <li key={`${side.is} ${side.label}`}>
              <a href={addressOf(side, view)}>{side.label}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function addressOf(side: Side, { vendor, engagementId }: ContradictedProps["view"]): string {
  switch (side.is) {
    case "question":
      return `?question=${encodeURIComponent(side.questionKey)}`;
    case "document":
      return `/evidence/${side.evidenceId}`;
    case "inherent_risk":
      return `/engagements/${engagementId}/inherent-risk`;
    case "contract":
      return `/vendors/${vendor.id}/contract`;
    case "pci":
      return `/vendors/${vendor.id}/pci`;
  }
}
