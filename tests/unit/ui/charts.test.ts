import { describe, expect, it } from "vitest";
import { pointsBar, riskMix, runway } from "#app/ui/charts/bars.ts";
import { dial } from "#app/ui/charts/dial.ts";
import { type Palette, pagePalette } from "#app/ui/charts/palette.ts";
import { sparkline } from "#app/ui/charts/sparkline.ts";
import type { SvgNode } from "#app/ui/charts/svg.ts";
import { trend } from "#app/ui/charts/trend.ts";

const named = Object.fromEntries(Object.keys(pagePalette).map((name) => [name, name])) as unknown as Palette;

/** Every element of a drawing, the root first. */
function all(node: SvgNode): SvgNode[] {
  return [node, ...node.children.flatMap((child) => (typeof child === "string" ? [] : all(child)))];
}

const strokes = (node: SvgNode) => all(node).map(({ attributes }) => attributes.stroke);

describe("The dial", () => {
  it("draws as much ink as the score has points", () => {
    const [, track, arc, ...rest] = all(dial(named, { scoreBps: 8340 }));
    expect(track?.attributes.stroke).toBe("track");
    expect(arc?.attributes).toMatchObject({ stroke: "ink", "stroke-dasharray": "83.4 100" });
    expect(rest).toEqual([]);
  });

  it("keeps what a cap took away as a pale arc, and marks the cap", () => {
    const capped = dial(named, { scoreBps: 6900, uncappedBps: 8579 });
    expect(strokes(capped)).toEqual([undefined, "track", "lost", "ink", "danger"]);
  });

  it("puts the mark of the cap where the ink ends", () => {
    const tick = all(dial(named, { scoreBps: 5000, uncappedBps: 8579 })).at(-1);
    expect(tick?.attributes.d).toBe("M0 12.62L0 19.22");
  });

  it("shows no cap when it does not bind", () => {
    expect(strokes(dial(named, { scoreBps: 6900, uncappedBps: 6900 }))).not.toContain("danger");
  });

  it("shows an empty ring without a score, and no dot of ink for a score of zero", () => {
    expect(strokes(dial(named, { scoreBps: null }))).toEqual([undefined, "lost"]);
    expect(strokes(dial(named, { scoreBps: 0 }))).toEqual([undefined, "track"]);
  });
});

describe("The trend", () => {
  const points = Array.from({ length: 12 }, (_, i) => ({ label: String(2015 + i), scoreBps: 100 + i * 800 }));

  it("shows the newest eight, the newest as the big point", () => {
    const dots = all(trend(named, points)).filter(({ tag }) => tag === "circle");
    expect(dots).toHaveLength(8);
    expect(dots.at(-1)?.attributes).toMatchObject({ r: 3.5, fill: "ink" });
  });

  it("stays inside its frame for any score", () => {
    for (const scoreBps of [0, 5800, 10000]) {
      const dots = all(trend(named, [{ label: "2026", scoreBps, uncappedBps: 10000 }])).filter(({ tag }) => tag === "circle");
      for (const { attributes } of dots) {
        expect(Number(attributes.cy)).toBeGreaterThanOrEqual(2);
        expect(Number(attributes.cy)).toBeLessThanOrEqual(70);
      }
    }
  });

  it("draws a higher score higher", () => {
    const [low, high] = all(
      trend(named, [
        { label: "2025", scoreBps: 6000 },
        { label: "2026", scoreBps: 9000 },
      ]),
    )
      .filter(({ tag }) => tag === "circle")
      .map(({ attributes }) => Number(attributes.cy));
    expect(high).toBeLessThan(low ?? 0);
  });
});

describe("Bars", () => {
  it("shows points won of points possible on the scale of the table", () => {
    const widths = all(pointsBar(named, { points: 500, of: 1000, longest: 2000 })).flatMap(({ attributes }) => attributes.width ?? []);
    expect(widths).toEqual([45, 22.5]);
  });

  it("gives each risk level its share and leaves out what is not there", () => {
    const rects = all(riskMix(named, { critical: 1, high: 0, medium: 0, low: 3 })).filter(({ tag }) => tag === "rect");
    expect(rects.map(({ attributes }) => [attributes.fill, attributes.x, attributes.width])).toEqual([
      ["danger", 0, 24.2],
      ["ok", 25, 74.2],
    ]);
    expect(all(riskMix(named, { critical: 0, high: 0, medium: 0, low: 0 })).at(-1)?.attributes.fill).toBe("track");
  });

  it("turns red when a document has fourteen days left", () => {
    const dot = (days: number) => all(runway(named, days)).at(-1)?.attributes.fill;
    expect([dot(15), dot(14), dot(-3)]).toEqual(["ink", "danger", "danger"]);
  });
});

it("No drawing carries a style, a class or a size of its own", () => {
  const drawings = [
    dial(named, { scoreBps: 6900, uncappedBps: 8579 }, 3, { figure: "69", below: "grade D" }),
    trend(named, [{ label: "2026", scoreBps: 6900, uncappedBps: 8579 }]),
    sparkline(named, [1, 2, 3]),
    sparkline(named, []),
    runway(named, 30),
  ];
  for (const drawing of drawings) {
    expect(drawing.attributes.viewBox).toBeDefined();
    expect(drawing.attributes.width).toBeUndefined();
    for (const { attributes } of all(drawing)) {
      expect(attributes).not.toHaveProperty("style");
      expect(attributes).not.toHaveProperty("class");
      for (const value of Object.values(attributes)) expect(String(value)).not.toMatch(/NaN|Infinity/);
    }
  }
});
