// Whom the vendor uses for the service, as its audit reports name them.
import type { viewVendorContract } from "#app/server/vendors/vendor-contract.queries.server.ts";
import { Table } from "#app/ui/table.tsx";

type Subcontractor = Awaited<ReturnType<typeof viewVendorContract>>["engagements"][number]["subcontractors"][number];

export function Subcontractors({ subcontractors }: { subcontractors: readonly Subcontractor[] }) {
  if (subcontractors.length === 0) return null;
  return (
    <div className="duties">
      <h3>Subcontractors</h3>
      <p className="quiet">Named in the vendor's reports. What is carved out, the report says nothing about.</p>
      <Table caption="Subcontractors named in reports" plain>
        <thead>
          <tr>
            <th scope="col">Company</th>
            <th scope="col">What for</th>
            <th scope="col">In the report</th>
          </tr>
        </thead>
        <tbody>
          {subcontractors.map(({ id, name, purpose, isCarvedOut, evidenceId, page }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{purpose || <span className="quiet">not said</span>}</td>
              <td>
                {isCarvedOut ? "Carved out" : "Included"},{" "}
                <a href={`/evidence/${evidenceId}#worksheet`}>{page === "" ? "report" : `page ${page}`}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
