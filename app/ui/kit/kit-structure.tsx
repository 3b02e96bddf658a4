// Kit page: tables, navigation, surfaces, things that float, progress.

import { Breadcrumbs } from "../breadcrumbs.tsx";
import { Button } from "../button.tsx";
import { Callout } from "../callout.tsx";
import { Card } from "../card.tsx";
import { ColumnHead } from "../column-head.tsx";
import { Dialog, DialogActions } from "../dialog.tsx";
import { Disclosure } from "../disclosure.tsx";
import { EmptyState } from "../empty-state.tsx";
import { EvidenceRow } from "../evidence-row.tsx";
import { Facts } from "../facts.tsx";
import { FilterChips } from "../filter-chips.tsx";
import { Icon } from "../icon.tsx";
import { IconButton } from "../icon-button.tsx";
import { LinkButton } from "../link-button.tsx";
import { Menu } from "../menu.tsx";
import { Pagination } from "../pagination.tsx";
import { ProgressBar } from "../progress-bar.tsx";
import { RiskBadge } from "../risk-badge.tsx";
import { RowCheck } from "../row-check.tsx";
import { Runway, RunwayScale } from "../runway.tsx";
import { Score } from "../score-dial.tsx";
import { StatusPill } from "../status-pill.tsx";
import { Table } from "../table.tsx";
import { Tabs } from "../tabs.tsx";
import { TaskList } from "../task-list.tsx";
import { Timeline } from "../timeline.tsx";
import { Toast } from "../toast.tsx";
import { Tooltip } from "../tooltip.tsx";
import { KitSection } from "./kit-section.tsx";

export function KitStructure() {
  return (
    <>
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
      <KitSection id="tabs" title="Tabs, Breadcrumbs" rule="Tabs are links to routes.">
        <Breadcrumbs
          crumbs={[{ label: "Vendors", href: "#tabs" }, { label: "Payment", href: "#tabs" }, { label: "Quillpay Checkout B.V." }]}
        />
        <Tabs
          label="Example tabs"
          tabs={[
            { href: "#overview", label: "Overview", isCurrent: true },
            { href: "#assessments", label: "Assessments", count: 6 },
            { href: "#evidence", label: "Evidence", count: 11 },
            { href: "#contract", label: "Contract" },
          ]}
        />
      </KitSection>
      <KitSection id="callout" title="Callout, Card" rule="Says what happened and what to do. Danger only when somebody must act.">
        <div className="stack stack-8">
          <Callout>Old results never move. Scoring again writes a new one.</Callout>
          <Callout tone="info" icon="rotate-ccw" title="31 answers from 2025 still fit">
            Check them and change what is new. <a href="#callout">Reuse last answers</a>
          </Callout>
          <Callout tone="ok">The hash chain is whole: 48,213 entries, last checked today 02:00.</Callout>
          <Callout tone="warn" title="You may already have this vendor">
            Quillpay Checkout B.V. has the same domain.
          </Callout>
          <Callout tone="danger" title="Knock-out ACC-1 failed">
            The score is limited to 69.00 until it is mended; accepting the risk does not change it.
          </Callout>
          <Card aria-label="People">
            <Facts
              facts={[
                { name: "Owner", value: "Priya Sandoval-Finch" },
                { name: "Contact", value: <a href="mailto:m.pell@quillpay.example">m.pell@quillpay.example</a> },
              ]}
            />
          </Card>
        </div>
      </KitSection>
      <KitSection
        id="float"
        title="Dialog, Menu, Tooltip, Toast"
        rule="The only things with a shadow. Dialogs confirm what cannot be undone; toasts offer Undo."
      >
        <div className="demo">
          <Dialog
            id="sign"
            trigger={{ label: "Sign decision…", tone: "primary" }}
            title="Sign the decision for Fennel Payments?"
            description="The PDF is made once and stored. It cannot be changed afterwards, only superseded."
          >
            <DialogActions dialogId="sign" cancel="Not yet">
              <Button tone="primary">Sign decision</Button>
            </DialogActions>
          </Dialog>
          <Menu label="Actions" align="start">
            <a href="#float">
              <Icon name="send" />
              Send questionnaire
            </a>
            <a href="#float">
              <Icon name="download" />
              Export
            </a>
            <hr />
            <button type="button" className="danger">
              <Icon name="log-out" />
              Offboard
            </button>
          </Menu>
          <Tooltip text="Needs clarification" hotkey="c">
            <IconButton icon="message-circle-question-mark" label="Needs clarification" tone="plain" type="button" />
          </Tooltip>
        </div>
        <div className="demo demo--two">
          <Toast action={<a href="#float">Undo</a>}>Owner changed for 3 vendors</Toast>
          <Toast tone="danger" action={<a href="#float">Copy link</a>}>
            Mail to m.pell@quillpay.example bounced
          </Toast>
        </div>
      </KitSection>
      <KitSection id="empty" title="EmptyState, Disclosure" rule="Teaches the next step; never just “No data”.">
        <div className="demo demo--two">
          <EmptyState
            level={3}
            icon="building-2"
            title="No vendors yet"
            actions={
              <>
                <LinkButton tone="primary" href="#empty">
                  Add vendor
                </LinkButton>
                <LinkButton href="#empty">Import</LinkButton>
              </>
            }
          >
            Add one by hand, import a sheet, or look around with the demo company.
          </EmptyState>
          <EmptyState level={3} icon="circle-check" title="Nothing waits for you" actions={<a href="#empty">Open the calendar</a>}>
            The next review is due on 8&nbsp;December: Mosswick Warehousing.
          </EmptyState>
        </div>
        <div className="demo">
          <Disclosure summary="Why we ask">
            <p className="muted">Stolen administrator passwords are behind most breaches at payment companies.</p>
          </Disclosure>
        </div>
      </KitSection>
      <KitSection id="progress" title="Progress, TaskList, Timeline" rule="Native progress elements. A task row is one target.">
        <div className="demo demo--two">
          <div className="stack stack-8">
            <ProgressBar label="41 of 58 reviewed" value={41} max={58} withLabel />
            <ProgressBar label={"Uploading, 62\u00a0%"} value={62} max={100} isBusy withLabel />
            <ProgressBar label="Done" value={1} max={1} withLabel />
          </div>
          <Timeline
            entries={[
              { id: "1", icon: "stamp", text: "Decision signed, PDF stored", when: "12\u00a0Nov 11:02 · Bertil Quist" },
              { id: "2", icon: "flag", text: "Finding F-117 raised", when: "11\u00a0Nov 15:27 · Odile Marchbanks" },
            ]}
          />
        </div>
        <div className="kit__tasks">
          <TaskList
            tasks={[
              { id: "1", number: 1, title: "Governance and policies", href: "#progress", state: done },
              {
                id: "2",
                number: 2,
                title: "Access and authentication",
                href: "#progress",
                state: partly,
                note: "With Florian Teasel since Friday",
              },
              { id: "3", title: "Check your answers and submit", state: later },
            ]}
          />
        </div>
      </KitSection>
    </>
  );
}

const done = (
  <StatusPill tone="ok" icon="circle-check" bare>
    Done
  </StatusPill>
);
const partly = (
  <StatusPill tone="accent" icon="circle-dot" bare>
    3 of 5
  </StatusPill>
);
const later = (
  <StatusPill tone="plain" icon="lock" bare>
    After all sections
  </StatusPill>
);
