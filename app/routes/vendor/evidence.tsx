// Vendor, evidence: which documents there are, how each stands, and when it ends. Metadata only.
import { useLoaderData } from "@remix-run/react";
import { staffPage } from "#app/server/platform/route.server.ts";
import { viewVendorEvidence } from "#app/server/vendors/vendor-tabs.queries.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { EvidenceRow } from "#app/ui/evidence-row.tsx";
import { daysUntil, formatDay } from "#app/ui/format.ts";
import { Section } from "#app/ui/section.tsx";
import { Table } from "#app/ui/table.tsx";
import { useKitWords } from "#app/ui/words.ts";

export const loader = staffPage(async (ctx, { params }) => viewVendorEvidence(ctx, params.vendorId ?? ""));

export default function VendorEvidence() {
  const { documents, today } = useLoaderData<typeof loader>();
  const words = useKitWords();
  if (documents.length === 0) {
    return (
      <div className="tab-page">
        <EmptyState icon="file-badge" title="No document yet">
          Documents come with the vendor’s answers. Each keeps its SHA-256 and the day it expires.
        </EmptyState>
      </div>
    );
  }
  const left = (on: string) => {
    const days = daysUntil(on, today);
    return days < 0 ? words.daysAgo(-days) : words.inDays(days);
  };
  return (
    <Section id="evidence" title="Evidence" className="tab-page" note="soonest expiry first">
      <Table caption="Documents, soonest expiry first" fixed className="docs">
        <colgroup>
          <col />
          <col />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Document</th>
            <th scope="col">Expires</th>
            <th scope="col">State</th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {documents.map(({ id, fileName, kind, service, expiresOn, state, sha256 }) => (
            <EvidenceRow
              key={id}
              href={`/evidence/${id}`}
              title={fileName}
              note={service === null ? kind : `${kind}, ${service}`}
              expires={expiresOn === null ? <span className="quiet">never</span> : formatDay(expiresOn, today)}
              left={expiresOn === null ? undefined : left(expiresOn)}
              isLate={expiresOn !== null && daysUntil(expiresOn, today) < 0}
              state={state}
              sha256={sha256}
            />
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
