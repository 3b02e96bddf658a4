// What the linter says of a questionnaire, by line, with the way to mend it.
import type { LintLine } from "#app/domain/questionnaire/problem.ts";
import { Callout } from "./callout.tsx";
import { Section } from "./section.tsx";
import { StatusPill } from "./status-pill.tsx";
import { Table } from "./table.tsx";

const levels = {
  error: { tone: "danger", icon: "circle-x", word: "Error" },
  warning: { tone: "warn", icon: "triangle-alert", word: "Warning" },
  note: { tone: "info", icon: "info", word: "Note" },
} as const;

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
        <Table caption="What the linter says, by line" plain className="table--roomy">
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
            {lint.map(({ level, line, message, mend }) => (
              <tr key={`${line} ${message}`}>
                <td>
                  <StatusPill tone={levels[level].tone} icon={levels[level].icon} bare>
                    {levels[level].word}
                  </StatusPill>
                </td>
                <th scope="row">
                  {message} {mend && <span className="quiet">{mend}</span>}
                </th>
                <td className="num">{line}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
