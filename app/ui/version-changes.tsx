// What changed between two versions of a questionnaire, question by question, and what becomes of the answers given so far.
import type { Change, QuestionPart } from "#app/domain/questionnaire/difference.ts";
import type { VersionDifference } from "#app/domain/questionnaire/version-difference.ts";
import { formatCount } from "./format.ts";
import { Section } from "./section.tsx";
import { Table } from "./table.tsx";

const changeWords: Record<Exclude<Change, "same">, string> = { added: "New", removed: "Gone", changed: "Changed" };
const partWords: Record<QuestionPart, string> = {
  type: "type of answer",
  options: "options",
  scoring: "scoring",
  condition: "when it is asked",
  demands: "what must come with it",
  sharing: "asked once per vendor",
  wording: "wording",
  mapping: "controls",
  place: "section",
};

const sharingWords = (isOncePerVendor: boolean): string =>
  isOncePerVendor ? "Carried to the vendor's other engagements for six months" : "Asked anew for each engagement";

export function VersionChanges({ difference }: { difference: VersionDifference }) {
  const { from, to, questions, same } = difference;
  return (
    <Section id="difference" title={`What changed from ${from} to ${to}`} note={`${formatCount(same)} questions stayed the same`}>
      {questions.length === 0 ? (
        <p className="muted">Nothing that a vendor, a reviewer or a score could notice.</p>
      ) : (
        <Table caption="Questions that changed, in the order of the newer version" plain className="table--roomy">
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Change</th>
              <th scope="col">Answers so far</th>
            </tr>
          </thead>
          <tbody>
            {questions.map(({ id, text, change, parts, isCarried, isOncePerVendor, note }) => (
              <tr key={id}>
                <th scope="row">
                  {text}
                  <br />
                  <span className="quiet mono">{id}</span>
                </th>
                <td>
                  {change === "same" ? null : changeWords[change]}
                  {parts.length > 0 && <span className="muted">: {parts.map((part) => partWords[part]).join(", ")}</span>}
                </td>
                <td>
                  {change === "changed" ? isCarried ? "Carried over" : "Asked anew" : <span className="quiet">–</span>}
                  {(parts.includes("sharing") || (change === "added" && isOncePerVendor)) && (
                    <>
                      <br />
                      <span className="muted">{sharingWords(isOncePerVendor)}</span>
                    </>
                  )}
                  {note && (
                    <>
                      <br />
                      <span className="muted">{note}</span>
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
