import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { riskBands } from "#app/domain/risk/risk-levels.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { CheckboxGroup } from "#app/ui/checkbox.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { kitTrace } from "#app/ui/kit/kit-samples.ts";
import { UiKitPage } from "#app/ui/kit/ui-kit-page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { RiskBadge } from "#app/ui/risk-badge.tsx";
import { Score } from "#app/ui/score-dial.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { TraceTable, type TraceTableProps } from "#app/ui/trace-table.tsx";

/** Markup as the server sends it, with entities back in place. */
function html(part: ReactElement): string {
  return renderToStaticMarkup(part)
    .replace(/&amp;/g, "&")
    .replace(/&quot;/g, '"');
}

/** The text of the cells of each row, head and foot included. */
function rows(markup: string): string[][] {
  return [...markup.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = ""]) => cell.replace(/<[^>]+>/g, "").trim()),
  );
}

describe("A field", () => {
  const field = html(
    <Field name="contact[email]" label="Contact e-mail" hint="Security, not sales" error="Enter an address like name@example.com">
      <Input type="email" defaultValue="lotte@" />
    </Field>,
  );

  it("names its control by the label", () => {
    expect(field).toContain('<label for="f-contact-email-">Contact e-mail</label>');
    expect(field).toMatch(/<input[^>]*id="f-contact-email-"/);
    expect(field).toMatch(/<input[^>]*name="contact\[email\]"/);
  });

  it("describes its control by hint and error, in the order they are read", () => {
    expect(field).toMatch(/<input[^>]*aria-describedby="f-contact-email--hint f-contact-email--error"/);
    const order = ["<label", 'id="f-contact-email--hint"', 'id="f-contact-email--error"', "<input"].map((part) => field.indexOf(part));
    expect(order.toSorted((a, b) => a - b)).toEqual(order);
    expect(order).not.toContain(-1);
  });

  it("says that it is invalid only when it is", () => {
    expect(field).toMatch(/<input[^>]*aria-invalid="true"/);
    expect(
      html(
        <Field name="site" label="Website">
          <Input />
        </Field>,
      ),
    ).not.toMatch(/aria-invalid|aria-describedby/);
  });

  it("reads an error out with the word Error in front", () => {
    expect(field).toContain('<span class="sr">Error: </span>Enter an address');
  });
});

describe("Groups of choices", () => {
  const options = [
    { value: "yes", label: "Yes" },
    { value: "no", label: "No", opensMore: true },
  ];

  it("put the field's id on the first choice, so that an error summary leads into the group", () => {
    const group = html(<RadioGroup name="acc1" legend="MFA?" options={options} defaultValue="no" error="Choose an answer" />);
    expect(group).toMatch(/<input type="radio" id="f-acc1" name="acc1" value="yes"/);
    expect(group).toMatch(/role="radiogroup" aria-describedby="f-acc1-error" aria-invalid="true"/);
    const chosen = group.match(/<input[^>]*value="no"[^>]*>/)?.[0];
    expect(chosen).toContain('checked=""');
    expect(chosen).toContain('data-more=""');
  });

  it("tick several boxes of one name", () => {
    const group = html(<CheckboxGroup name="acc4" legend="Which?" options={options} defaultValues={["yes", "no"]} />);
    expect(group.match(/checked=""/g)).toHaveLength(2);
    expect(group.match(/name="acc4"/g)).toHaveLength(2);
  });
});

describe("The error summary", () => {
  const summary = html(
    <ErrorSummary
      title="Two answers need another look"
      errors={[
        { field: "contact[email]", message: "Contact e-mail: enter an address" },
        { href: "#files", message: "Attach the report" },
      ]}
    />,
  );

  it("links to the control of each field", () => {
    expect(summary).toContain('<a href="#f-contact-email-">Contact e-mail: enter an address</a>');
    expect(summary).toContain('<a href="#files">Attach the report</a>');
  });

  it("takes the focus when the page comes", () => {
    expect(summary).toMatch(/role="alert"[^>]*tabindex="-1"[^>]*autofocus=""/i);
  });

  it("is not there without errors", () => {
    expect(html(<ErrorSummary title="Nothing" errors={[]} />)).toBe("");
  });
});

describe("A risk badge", () => {
  it("carries a word and a shape of its own for each level", () => {
    const badges = riskBands.map((level) => html(<RiskBadge level={level} />));
    const shapes = badges.map((badge) => badge.match(/icons\.svg#(r-\w+)/)?.[1]);
    expect(shapes).toEqual(["r-low", "r-medium", "r-high", "r-critical"]);
    expect(badges.map((badge) => badge.replace(/<[^>]+>/g, ""))).toEqual(["Low", "Medium", "High", "Critical"]);
  });

  it("says when nothing was assessed", () => {
    expect(html(<RiskBadge level="high" isAssessed={false} />).replace(/<[^>]+>/g, "")).toBe("High, not assessed");
  });
});

describe("A score in a table", () => {
  it("is whole and cut, and says that a knock-out limits it", () => {
    const text = html(<Score scoreBps={7999} uncappedBps={8579} grade="C" isCapped />).replace(/<[^>]+>/g, " ");
    expect(text.replace(/\s+/g, " ").trim()).toBe("79 C capped by a knock-out");
  });
});

describe("Why this score?", () => {
  const bps = (text = "") => Math.round(Number(text.replace("\u2212", "-")) * 100);

  it("shows a column that adds up to the printed score, limits included", () => {
    const table = rows(html(<TraceTable {...kitTrace} />));
    const sections = table
      .filter(([, , , , , points]) => points !== undefined)
      .filter(([first = ""]) => kitTrace.sections.some((s) => first === s.title));
    const sum = sections.reduce((total, row) => total + bps(row[5]), 0);
    const [uncapped, limit, score] = table.slice(-3).map((row) => bps(row.at(-1)));
    expect(sections).toHaveLength(3);
    expect(sum).toBe(uncapped);
    expect((uncapped ?? 0) + (limit ?? 0)).toBe(score);
    expect(score).toBe(6900);
  });

  it("shows questions of an open section that add up to the section", () => {
    const open = kitTrace.sections.find((section) => section.isOpen);
    const table = rows(html(<TraceTable {...kitTrace} />));
    const sum = (open?.questions ?? [])
      .map((q) => table.find(([first = ""]) => first.startsWith(q.title)))
      .reduce((total, row) => total + bps(row?.[5]), 0);
    expect(sum).toBe(open?.pointsBps);
  });

  it("ends in one line where nothing limits the score", () => {
    const whole: TraceTableProps = { ...kitTrace, scoreBps: kitTrace.uncappedBps, grade: "B" };
    const last = rows(html(<TraceTable {...whole} />)).at(-1);
    expect(last?.[0]).toBe("Score, grade B");
    expect(last?.at(-1)).toBe("85.79");
    expect(html(<TraceTable {...whole} />)).not.toContain("Limited by");
  });

  it("holds the rows of closed sections too, for paper", () => {
    const closed = { ...kitTrace, sections: kitTrace.sections.map((section) => ({ ...section, isOpen: false })) };
    expect(html(<TraceTable {...closed} />)).toContain("Access reviewed every quarter");
  });
});

describe("The rail", () => {
  const shell = html(
    <AppShell places={{ settings: {}, vendors: { count: 86 }, home: {} }} current="vendors" person={{ name: "Odile Marchbanks" }}>
      <h1>Vendors</h1>
    </AppShell>,
  );

  it("shows what this person can reach, in the one order, and nothing else", () => {
    const links = [...shell.matchAll(/<li><a href="([^"]+)"/g)].map(([, href]) => href);
    expect(links).toEqual(["/", "/vendors", "/settings"]);
  });

  it("marks where we are", () => {
    expect(shell).toMatch(/href="\/vendors" aria-current="page"/);
    expect(shell.match(/aria-current/g)).toHaveLength(1);
  });

  it("opens on narrow windows by a button of the browser's own", () => {
    expect(shell).toMatch(/popovertarget="rail"/);
    expect(shell).toMatch(/<nav class="rail" id="rail"[^>]*popover="auto"/);
  });
});

it("The first page has no way back, and says so without a link", () => {
  const pages = html(<Pagination nextHref="?after=x" summary="1–50 of 61" />);
  expect(pages).toMatch(/<span aria-disabled="true">.*Previous page/);
  expect(pages).toContain('<a href="?after=x" rel="next">');
});

it("A task that cannot be begun yet is no link", () => {
  expect(html(<TaskList tasks={[{ id: "check", title: "Check your answers", state: "later" }]} />)).not.toContain("<a");
});

it("No part of the kit uses inline styles or scripts", () => {
  const page = html(<UiKitPage />);
  expect(page).not.toMatch(/\sstyle=|<style|<script|\son[a-z]+=/);
});

it("The kit page names every id once", () => {
  const ids = [...html(<UiKitPage />).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
