// Kit page: colour, type, buttons.

import { Button } from "../button.tsx";
import { ButtonGroup } from "../button-group.tsx";
import { Chart } from "../chart.tsx";
import { drawing, svg } from "../charts/svg.ts";
import { Hotkey } from "../hotkey.tsx";
import { Icon } from "../icon.tsx";
import { IconButton, IconLink } from "../icon-button.tsx";
import { iconNames } from "../icon-names.ts";
import { LinkButton } from "../link-button.tsx";
import { Menu } from "../menu.tsx";
import { KitSection } from "./kit-section.tsx";

const tokens = [
  ...["canvas", "sunken", "hover", "line", "line-2", "line-control", "ink", "ink-2", "ink-3", "track", "lost", "accent"],
  ...["accent-solid", "accent-tint", "ok-solid", "warn-solid", "high-solid", "danger-solid", "info-solid", "ok-tint", "warn-tint"],
  ...["high-tint", "danger-tint", "info-tint"],
];

export function KitFoundations() {
  return (
    <>
      <KitSection
        id="colour"
        title="Colour"
        rule="Neutral slate, one accent, five tones. Ink is for measurements, tones are for judgements."
      >
        <div className="swatches">
          {tokens.map((token) => (
            <div key={token}>
              <Chart drawing={swatch(token)} />
              <small>{token}</small>
            </div>
          ))}
        </div>
      </KitSection>
      <KitSection id="type" title="Type" rule="Inter, five sizes, three weights: 400 text, 500 labels, 600 headings and totals.">
        <div className="stack stack-8">
          <p className="spec-28">28 Page title, 31 vendors</p>
          <p className="spec-20">20 Card title and figures, 69.00</p>
          <p className="spec-16">16 Section heading; form text at 400</p>
          <p className="spec-14">
            14 Tables and internal text. <b>Strong</b>, <span className="muted">muted</span>, <span className="quiet">quiet</span>,{" "}
            <a href="#type">link to a place</a>, <span className="late">act now</span>
          </p>
          <p className="spec-12">
            12 Table heads, notes and times. <span className="hash">sha256 9f2c…41ab</span> <span className="tag">PCI</span>{" "}
            <Hotkey letter="j" />
          </p>
        </div>
      </KitSection>
      <KitSection id="button" title="Button" rule="One primary per screen. Icon buttons carry hidden text and a tooltip.">
        <div className="demo">
          <Button tone="primary">Add vendor</Button>
          <Button tone="primary" className="is-hover">
            Hover
          </Button>
          <Button tone="primary" className="is-focus">
            Focus
          </Button>
          <Button tone="primary" isBusy>
            Saving
          </Button>
          <Button tone="primary" disabled>
            Disabled
          </Button>
          <Button tone="primary" large>
            Large, for vendor pages
          </Button>
        </div>
        <div className="demo">
          <Button>Secondary</Button>
          <Button className="is-hover">Hover</Button>
          <Button className="is-focus">Focus</Button>
          <Button icon="download">With icon</Button>
          <Button disabled>Disabled</Button>
          <Button tone="ghost">Ghost</Button>
          <Button tone="danger" icon="trash-2">
            Delete
          </Button>
          <IconButton icon="ellipsis" label="More" tone="plain" />
          <IconLink icon="download" label="Export" href="#button" />
          <LinkButton href="#button">Link button</LinkButton>
          <ButtonGroup
            label="Filter answers"
            links={[
              { href: "#all", label: "All", count: 58, isCurrent: true },
              { href: "#changed", label: "Changed", count: 9 },
              { href: "#failing", label: "Failing", count: 5 },
            ]}
          />
          <Menu label="Views" icon="bookmark" align="start">
            <a href="#button">Tier 1 and 2</a>
            <a href="#button">Late reviews</a>
          </Menu>
        </div>
      </KitSection>
      <KitSection id="icon" title="Icon" rule="Lucide, 16 px, always beside a word.">
        <ul className="kit__icons">
          {iconNames.map((name) => (
            <li key={name} title={name}>
              <Icon name={name} large />
            </li>
          ))}
        </ul>
      </KitSection>
    </>
  );
}

function swatch(token: string) {
  const root = drawing(10, 10, svg("rect", { width: 10, height: 10, fill: `var(--${token})` }));
  return { ...root, attributes: { ...root.attributes, preserveAspectRatio: "none" } };
}
