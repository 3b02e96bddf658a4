// What the linter says of a draft: errors first, each with the screens on which it is mended.
import type { ProblemLevel } from "#app/domain/questionnaire/problem.ts";
import { Callout } from "../callout.tsx";
import { Disclosure } from "../disclosure.tsx";
import { formatCount } from "../format.ts";
import type { IconName } from "../icon-names.ts";
import { Section } from "../section.tsx";
import { StatusPill, type StatusTone } from "../status-pill.tsx";
import { Table } from "../table.tsx";
import { draftHref } from "./draft-head.tsx";

interface Said {
  level: ProblemLevel;
  message: string;
  mend: string;
  places: readonly { href: string; label: string }[];
}

export const levelLooks: Record<ProblemLevel, { tone: StatusTone; icon: IconName; word: string }> = {
  error: { tone: "danger", icon: "circle-x", word: "Error" },
  warning: { tone: "warn", icon: "triangle-alert", word: "Warning" },
  note: { tone: "info", icon: "info", word: "Note" },
};

/** Shown at once; the rest is folded. */
const mostPlaces = 5;

export function DraftLint({ draftId, problems }: { draftId: string; problems: readonly Said[] }) {
  const isClean = problems.every(({ level }) => level === "note");
  const count = (level: ProblemLevel) => problems.filter((problem) => problem.level === level).length;
  const said = (["error", "warning", "note"] as const).flatMap((level) =>
    count(level) > 0 ? [`${formatCount(count(level))} ${levelLooks[level].word.toLowerCase()}${count(level) === 1 ? "" : "s"}`] : [],
  );
  return (
    <Section id="lint" title="Lint" note={said.join(", ")}>
      {isClean && (
        <Callout tone="ok" title="Clean">
          No error and no warning. {problems.length > 0 && "Notes say what a reviewer must look at."}
        </Callout>
      )}
      {problems.length > 0 && (
        <Table caption="What the linter says, errors first" plain className="table--roomy">
          <thead>
            <tr>
              <th scope="col">Level</th>
              <th scope="col">What</th>
              <th scope="col">Where</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ level, message, mend, places }) => (
              <tr key={`${level} ${message} ${mend}`}>
                <td>
                  <StatusPill tone={levelLooks[level].tone} icon={levelLooks[level].icon} bare>
                    {levelLooks[level].word}
                  </StatusPill>
                </td>
                <th scope="row">
                  {message} {mend && <span className="quiet">{mend}</span>}
                </th>
                <td className="lint-places">
                  <Places draftId={draftId} places={places.slice(0, mostPlaces)} />
                  {places.length > mostPlaces && (
                    <Disclosure summary={`${formatCount(places.length - mostPlaces)} more`}>
                      <Places draftId={draftId} places={places.slice(mostPlaces)} />
                    </Disclosure>
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

function Places({ draftId, places }: { draftId: string; places: Said["places"] }) {
  return places.map(({ href, label }) => (
    <a key={href} href={`${draftHref(draftId)}${href}`}>
      {label}
    </a>
  ));
}
