// Who answered, confirmed and agreed, and whose turn it is.
import type { InherentRiskView } from "#app/server/vendors/inherent-risk.queries.server.ts";
import { formatInstant } from "#app/ui/format.ts";
import { Icon } from "#app/ui/icon.tsx";

export function SignatureLine({ view }: { view: InherentRiskView }) {
  const { answered, confirmed, agreed, ownerName, assumed, today, timeZone } = view;
  const at = (instant: Date | null) => (instant === null ? "" : `, ${formatInstant(instant, timeZone, today)}`);
  return (
    <ul className="gets">
      <li>
        <Icon name="pencil" />
        <span>
          {assumed.length > 0 ? `${assumed.length} assumed; the rest answered` : "Answered"} by {answered.by ?? "nobody"}
          {at(answered.at)}
        </span>
      </li>
      <li>
        <Icon name={confirmed.at === null ? "circle-dashed" : "circle-check"} />
        <span>
          {confirmed.at === null
            ? `Waits for ${ownerName ?? "an owner"} to confirm`
            : `Confirmed by ${confirmed.by ?? "the owner"}${at(confirmed.at)}`}
        </span>
      </li>
      <li>
        <Icon name={agreed.at === null ? "circle-dashed" : "circle-check"} />
        <span>{agreed.at === null ? "Waits for compliance to agree" : `Agreed by ${agreed.by ?? "compliance"}${at(agreed.at)}`}</span>
      </li>
    </ul>
  );
}
