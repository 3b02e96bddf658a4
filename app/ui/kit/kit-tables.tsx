// Kit page: tables with everything that stands in them.

import { ColumnHead } from "../column-head.tsx";
import { EvidenceRow } from "../evidence-row.tsx";
import { FilterChips } from "../filter-chips.tsx";
import { Pagination } from "../pagination.tsx";
import { RiskBadge } from "../risk-badge.tsx";
import { RowCheck } from "../row-check.tsx";
import { Runway, RunwayScale } from "../runway.tsx";
import { Score } from "../score-dial.tsx";
import { Table } from "../table.tsx";
import { KitSection } from "./kit-section.tsx";

export function KitTables() {
  return (
    <KitSection
      id="table"
      title="Table, Pagination"
      rule="Rows 40px, compact 32px. Head cells are links. Numbers end-aligned. Double rule only under a sum."
    >
      <FilterChips
        chips={[
          { name: "Category", value: "Payment, Hosting", removeHref: "#table" },
          { name: "Status", value: "Not offboarded", removeHref: "#table" },
        ]}
      />
      <Table caption="Vendors, sorted by name" selectable>
        <thead>
          <tr>
            <td>
              <RowCheck label="Select all rows on this page" />
            </td>
            <ColumnHead sort={{ href: "#table", direction: "ascending" }}>Vendor</ColumnHead>
            <ColumnHead sort={{ href: "#table" }}>Residual risk</ColumnHead>
            <ColumnHead>Score</ColumnHead>
            <ColumnHead numeric sort={{ href: "#table" }}>
              Questions
            </ColumnHead>
            <ColumnHead numeric>Points</ColumnHead>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <RowCheck label="Select Gatenewt" name="v" value="1" defaultChecked />
            </td>
            <th scope="row">
              <a className="name" href="#table">
                Gatenewt Web Firewall
              </a>
            </th>
            <td>
              <RiskBadge level="medium" />
            </td>
            <td>
              <Score scoreBps={8302} grade="B" />
            </td>
            <td className="num">49</td>
            <td className="num">41.02</td>
          </tr>
          <tr>
            <td>
              <RowCheck label="Select Sable & Sorrel" name="v" value="2" />
            </td>
            <th scope="row">
              <a className="name" href="#table">
                Sable &amp; Sorrel Settlement Services of the Northern Archipelago
              </a>
            </th>
            <td>
              <RiskBadge level="critical" />
            </td>
            <td>
              <Score scoreBps={null} grade={null} none="Incomplete" />
            </td>
            <td className="num">52</td>
            <td className="num">42.98</td>
          </tr>
        </tbody>
        <tfoot>
          <tr className="sum">
            <td />
            <th scope="row" colSpan={4}>
              Sum
            </th>
            <td className="num">84.00</td>
          </tr>
        </tfoot>
      </Table>
      <Pagination summary="1–50 of 10,000" nextHref="#next" />
      <Pagination label="Pages, second" summary="51–100 of 10,000" previousHref="#previous" nextHref="#next" />
      <Table caption="Evidence, soonest expiry first" fixed className="kit__compact kit__evidence">
        <colgroup>
          <col />
          <col className="w-45" />
          <col className="w-26" />
          <col className="w-26" />
        </colgroup>
        <thead>
          <tr>
            <ColumnHead>Document</ColumnHead>
            <ColumnHead sort={{ href: "#table", direction: "ascending" }}>Expires</ColumnHead>
            <ColumnHead>State</ColumnHead>
            <ColumnHead>SHA-256</ColumnHead>
          </tr>
        </thead>
        <tbody>
          <EvidenceRow
            href="#table"
            title="Restore test protocol 2025"
            expires={"2\u00a0Oct"}
            left="53 days ago"
            isLate
            state="expired"
            sha256="77b0f0aac91e"
          />
          <EvidenceRow
            href="#table"
            title="PCI DSS 4.0.1 AOC, service provider level 1, signed by the assessor.pdf"
            note="Quillpay"
            expires={"14\u00a0Mar\u00a02027"}
            left="110 days"
            state="verified"
            sha256="9f2c00a041ab"
          />
        </tbody>
      </Table>
      <Table caption="Expiring documents" compact className="expiring kit__compact">
        <thead>
          <tr>
            <ColumnHead>Document</ColumnHead>
            <ColumnHead numeric>Left</ColumnHead>
            <ColumnHead className="c-runway">
              <RunwayScale />
            </ColumnHead>
          </tr>
        </thead>
        <tbody>
          {[6, 24, 80].map((days) => (
            <tr key={days}>
              <th scope="row">Document of {days} days</th>
              <td className={days < 14 ? "num late" : "num"}>{days} days</td>
              <td>
                <Runway daysLeft={days} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </KitSection>
  );
}
