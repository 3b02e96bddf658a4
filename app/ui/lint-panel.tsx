// What the linter says of a questionnaire: errors first, what is said of several lines said once, with the way to mend it.
import type { LintLine, ProblemLevel } from "#app/domain/questionnaire/problem.ts";
import { Callout } from "./callout.tsx";
import { Section } from "./section.tsx";
import { StatusPill } from "./status-pill.tsx";
import { Table } from "./table.tsx";

const levels: Record<ProblemLevel, { tone: "danger" | "warn" | "info"; icon: "circle-x" | "triangle-alert" | "info"; word: string }> = {
  error: { tone: "danger", icon: "circle-x", word: "Error" },
  warning: { tone: "warn", icon: "triangle-alert", word: "Warning" },
  note: { tone: "info", icon: "info", word: "Note" },
};

/** More than anybody jumps to. */
const mostLines = 3;

export function LintPanel({ lint, version }: { lint: readonly LintLine[]; version: string }) {
  const isClean = lint.every(({ level }) => level === "note");
  return (
    <Section id="lint" title="Lint" note={`of ${version}`}>
      {isClean && (
        <Callout tone="ok" title="Clean">
          No error and no warning. {lint.length > 0 ? "Notes say what a reviewer must look at." : ""}
        </Callout>
      )}
      {lint.length > 0 && (
        <Table caption="What the linter says, errors first" plain className="table--roomy">
          <thead>
            <tr>
              <th scope="col">Level</th>
              <th scope="col">What</th>
              <th scope="col" className="num">
                Line
              </th>
            </tr>
          </thead>
          <tbody>
            {together(lint).map(({ level, lines, message, mend }) => (
              <tr key={`${level} ${message} ${mend}`}>
                <td>
                  <StatusPill tone={levels[level].tone} icon={levels[level].icon} bare>
                    {levels[level].word}
                  </StatusPill>
                </td>
                <th scope="row">
                  {message} {mend && <span className="quiet">{mend}</span>}
                </th>
                <td className="num">
                  {lines.slice(0, mostLines).join(", ")}
                  {lines.length > mostLines && (
                    <>
                      <br />
                      <span className="quiet">and {lines.length - mostLines} more</span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}

/** By level and first line; the same words stand once, with all their lines. */
function together(lint: readonly LintLine[]): (Omit<LintLine, "line"> & { lines: number[] })[] {
  const order = Object.keys(levels);
  const found = new Map<string, Omit<LintLine, "line"> & { lines: number[] }>();
  for (const { line, ...said } of [...lint].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level) || a.line - b.line)) {
    const key = `${said.level} ${said.message} ${said.mend}`;
    const known = found.get(key);
    if (!known) found.set(key, { ...said, lines: [line] });
    else if (known.lines.at(-1) !== line) known.lines.push(line);
  }
  return [...found.values()];
}
