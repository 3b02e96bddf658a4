// Which vendor and which of its services something is for. A search that works without script; each service is a link.
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";

export interface ServicePickerProps {
  /** What was searched for. */
  q: string | undefined;
  vendors: readonly { id: string; name: string; domain: string | null; engagements: readonly { id: string; service: string }[] }[];
  /** More vendors were found than are shown. */
  hasMore: boolean;
  /** The same page without a search. */
  allHref: string;
  hrefOf: (engagementId: string) => string;
}

export function ServicePicker({ q, vendors, hasMore, allHref, hrefOf }: ServicePickerProps) {
  return (
    <>
      <form method="get" className="row row--end form">
        <Field name="q" label="Vendor">
          <Input type="search" maxLength={80} defaultValue={q ?? ""} />
        </Field>
        <Button icon="search">Search</Button>
      </form>
      {vendors.length === 0 ? (
        <EmptyState icon="search" title={q === undefined ? "No vendor yet" : "No vendor is called so"}>
          {q === undefined ? <a href="/vendors/new">Add a vendor first</a> : <a href={allHref}>Show all vendors</a>}
        </EmptyState>
      ) : (
        <ul className="list upload-targets" aria-label="Vendors">
          {vendors.map(({ id, name, domain, engagements }) => (
            <li key={id}>
              <div>
                <b>{name}</b> {domain && <span className="quiet">{domain}</span>}
              </div>
              {engagements.length === 0 ? (
                <p className="quiet">No service is registered for it.</p>
              ) : (
                <ul className="row row--wide">
                  {engagements.map((engagement) => (
                    <li key={engagement.id}>
                      <a href={hrefOf(engagement.id)}>{engagement.service}</a>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
      {hasMore && <p className="quiet">There are more. Type the beginning of a name or domain to find them.</p>}
    </>
  );
}
