// Says how many answers we filled in for the vendor wait for its word, with the way to the list.
import type { VendorFrame } from "#app/domain/assessment/vendor-page.ts";
import type { Messages } from "#app/i18n/en.ts";
import { Callout } from "../callout.tsx";

export interface PreparedCalloutProps {
  frame: Pick<VendorFrame, "prepared">;
  words: Messages["portal"];
}

export function PreparedCallout({ frame: { prepared = 0 }, words: { prepared: words } }: PreparedCalloutProps) {
  if (prepared === 0) return null;
  return (
    <Callout tone="info" title={words.title(prepared)} level={2}>
      <p>{words.callout(prepared)}</p>
      <p>
        <a href="/vendor/prepared">{words.link}</a>
      </p>
    </Callout>
  );
}
