// Vendor, overview: the verdict in one sentence, what it may do, when it is looked at again, and who is concerned.
import { useLoaderData } from "@remix-run/react";
import { staffPage } from "#app/server/platform/route.server.ts";
import { viewVendorOverview } from "#app/server/vendors/vendor-overview.queries.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { formatInstant } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/section.tsx";
import { ActivityLine } from "./activity-line.tsx";
import { ClearanceCard } from "./clearance-card.tsx";
import { EngagementTable } from "./engagement-table.tsx";
import { DecisionNote, NextReview } from "./next-review.tsx";
import { VerdictCard } from "./verdict-card.tsx";

export const loader = staffPage(async (ctx, { params, url }) => ({
  vendorId: params.vendorId ?? "",
  ...(await viewVendorOverview(ctx, params.vendorId ?? "", url.searchParams.get("engagement") ?? undefined)),
}));

export default function VendorOverview() {
  const { vendorId, shown, engagements, contacts, ownerName, registeredAt, registeredBy, activity, today, timeZone, may } =
    useLoaderData<typeof loader>();
  const base = `/vendors/${vendorId}`;
  return (
    <div className="split split--page">
      <div className="stack stack-40">
        {shown ? (
          <>
            <VerdictCard shown={shown} today={today} />
            <ClearanceCard shown={shown} may={may} today={today} timeZone={timeZone} />
          </>
        ) : (
          <EmptyState icon="package" title="No engagement yet">
            A vendor is assessed for a service. Add the first one below.
          </EmptyState>
        )}
        <Section
          id="engagements"
          title="Engagements"
          note={engagements.length > 1 ? "the vendor shows the worst of its active ones" : undefined}
        >
          <EngagementTable engagements={engagements} shownId={shown?.id} vendorId={vendorId} today={today} />
          {may.addEngagement && (
            <p className="row section-foot">
              <LinkButton href={`${base}/engagements/new`} icon="plus">
                {may.requestOnly ? "Ask for a service" : "Add engagement"}
              </LinkButton>
            </p>
          )}
        </Section>
      </div>
      <aside className="stack stack-32" aria-label="Facts about this vendor">
        {shown && <NextReview days={shown.days} today={today} />}
        {shown?.decision && <DecisionNote decision={shown.decision} conditions={shown.conditions} today={today} timeZone={timeZone} />}
        <Section id="people" title="People">
          <Facts
            facts={[
              { name: "Owner", value: ownerName ?? <span className="quiet">nobody yet</span> },
              ...contacts.map(({ id, name, email }, index) => ({
                name: index === 0 ? "Contact" : `Contact ${index + 1}`,
                value: (
                  <>
                    {name !== email && (
                      <>
                        <bdi>{name}</bdi>
                        <br />
                      </>
                    )}
                    <a className="quiet" href={`mailto:${email}`}>
                      {email.split("@")[0]}
                      <wbr />@{email.split("@")[1]}
                    </a>
                    {may.addContact && (
                      <>
                        {" "}
                        <a href={`${base}/contacts/${id}`} aria-label={`Edit contact ${name}`}>
                          Edit
                        </a>
                      </>
                    )}
                  </>
                ),
              })),
              {
                name: "Registered",
                value:
                  registeredBy === null
                    ? formatInstant(registeredAt, timeZone, today)
                    : `${formatInstant(registeredAt, timeZone, today)} by ${registeredBy}`,
              },
            ]}
          />
          {may.addContact && (
            <p className="row section-foot">
              <LinkButton href={`${base}/contacts/new`} icon="user-plus">
                Add contact
              </LinkButton>
            </p>
          )}
        </Section>
        <Section id="activity" title="Activity" link={{ href: `${base}/activity`, label: "All" }}>
          <ActivityLine entries={activity} today={today} timeZone={timeZone} />
        </Section>
      </aside>
    </div>
  );
}
