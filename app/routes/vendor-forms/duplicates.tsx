// Vendors that may be the one being added, with the reason, and the way on for each case. Shown under the fields that caused them.

import { type EngagementStatus, engagementStatusTexts } from "#app/domain/engagement/engagement-status.ts";
import { bandOfTier, type Tier } from "#app/domain/risk/risk-levels.ts";
import type { DuplicateReason } from "#app/domain/vendor/find-duplicates.ts";
import type { PossibleDuplicate } from "#app/server/vendors/find-possible-duplicates.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";

const reasonTexts: Record<DuplicateReason, string> = {
  domain: "Same domain",
  registration_id: "Same registration number",
  name: "Same name",
  similar_name: "Similar name",
};

export function Duplicates({ duplicates }: { duplicates: readonly PossibleDuplicate[] }) {
  if (duplicates.length === 0) return null;
  return (
    <Callout tone="warn" className="dup" role="alert" title="You may already have this vendor. Nothing was saved.">
      <ul className="dup__list">
        {duplicates.slice(0, 5).map(({ vendorId, name, standing, tier, because }) => (
          <li key={vendorId}>
            <span>
              <a href={`/vendors/${vendorId}`} title={name}>
                {name}
              </a>
              <span className="muted">
                {because.map((reason) => reasonTexts[reason]).join(", ")}. Tier {tier}, {bandOfTier[tier as Tier]};{" "}
                {engagementStatusTexts[standing as EngagementStatus]?.toLowerCase() ?? standing}
              </span>
            </span>
            <LinkButton href={`/vendors/${vendorId}/engagements/new`}>Add an engagement there</LinkButton>
          </li>
        ))}
      </ul>
      <Checkbox name="ignoreDuplicates" value="yes" label="It is another company: save it all the same" />
    </Callout>
  );
}
