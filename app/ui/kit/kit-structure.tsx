// Kit page: navigation, surfaces, things that float, progress.

import { Breadcrumbs } from "../breadcrumbs.tsx";
import { Button } from "../button.tsx";
import { Callout } from "../callout.tsx";
import { Card } from "../card.tsx";
import { Dialog, DialogActions } from "../dialog.tsx";
import { Disclosure } from "../disclosure.tsx";
import { EmptyState } from "../empty-state.tsx";
import { Facts } from "../facts.tsx";
import { Icon } from "../icon.tsx";
import { IconButton } from "../icon-button.tsx";
import { LinkButton } from "../link-button.tsx";
import { Menu } from "../menu.tsx";
import { ProgressBar } from "../progress-bar.tsx";
import { StatusPill } from "../status-pill.tsx";
import { Tabs } from "../tabs.tsx";
import { TaskList } from "../task-list.tsx";
import { Timeline } from "../timeline.tsx";
import { Toast } from "../toast.tsx";
import { Tooltip } from "../tooltip.tsx";
import { KitSection } from "./kit-section.tsx";

export function KitStructure() {
  return (
    <>
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
