// Recent assessments with the score they have and the one they would have.
import { Callout } from "#app/ui/callout.tsx";
import { formatChange, formatCount, formatScore } from "#app/ui/format.ts";
import { Table } from "#app/ui/table.tsx";

interface Score {
  scoreBps: number | null;
  grade: string | null;
  isCapped: boolean;
}

export interface RescoredProps {
  rows: readonly {
    assessmentId: string;
    vendor: string;
    number: number;
    version: string;
    before: Score;
    after: Score;
    anew: number;
    unanswered: number;
  }[];
  isCut: boolean;
}

export function RescoredTable({ rows, isCut }: RescoredProps) {
  if (rows.length === 0) return <Callout>No vendor has submitted this questionnaire yet.</Callout>;
  return (
    <>
      <Table caption="Submitted assessments, the youngest first" plain>
        <thead>
          <tr>
            <th scope="col">Assessment</th>
            <th scope="col" className="num">
              Now
            </th>
            <th scope="col" className="num">
              With the draft
            </th>
            <th scope="col" className="num">
              Change
            </th>
            <th scope="col">What else</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ assessmentId, vendor, number, version, before, after, anew, unanswered }) => (
            <tr key={assessmentId}>
              <th scope="row">
                <a href={`/assessments/${assessmentId}/why`}>{vendor}</a>{" "}
                <span className="quiet nowrap">
                  no. {number}, {version}
                </span>
              </th>
              <td className="num">{inWords(before)}</td>
              <td className="num">{inWords(after)}</td>
              <td className="num">
                {before.scoreBps !== null && after.scoreBps !== null ? formatChange(after.scoreBps - before.scoreBps) : "–"}
              </td>
              <td className="muted">{whatElse(before, after, anew, unanswered)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {isCut && <p className="quiet">There are more; the youngest {formatCount(rows.length)} were looked at.</p>}
    </>
  );
}

const inWords = ({ scoreBps, grade }: Score): string =>
  scoreBps === null ? "–" : `${formatScore(scoreBps)}${grade === null ? "" : ` ${grade}`}`;

function whatElse(before: Score, after: Score, anew: number, unanswered: number): string {
  const said = [
    anew > 0 && `${formatCount(anew)} answers asked anew`,
    unanswered > 0 && `${formatCount(unanswered)} required questions without an answer, so no grade`,
    !before.isCapped && after.isCapped && "a knock-out would limit it",
    before.isCapped && !after.isCapped && "no knock-out would limit it any more",
  ].filter(Boolean);
  return said.join("; ") || "–";
}
