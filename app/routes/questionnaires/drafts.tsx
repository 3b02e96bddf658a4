// Drafts that wait to be published, above what is published.
import { formatInstant } from "#app/ui/format.ts";
import { Section } from "#app/ui/section.tsx";
import { Table } from "#app/ui/table.tsx";

export interface DraftsProps {
  drafts: readonly {
    id: string;
    title: string;
    questionnaireId: string;
    version: string;
    changedAt: string | Date;
    expiresAt: string | Date;
    by: string;
    isAsRead: boolean;
  }[];
  timeZone: string;
}

export function Drafts({ drafts, timeZone }: DraftsProps) {
  return (
    <Section id="drafts" title="Drafts" className="drafts">
      <Table caption="Drafts, the one changed last first" plain>
        <thead>
          <tr>
            <th scope="col">Questionnaire</th>
            <th scope="col">Last change</th>
            <th scope="col">Kept until</th>
          </tr>
        </thead>
        <tbody>
          {drafts.map(({ id, title, questionnaireId, version, changedAt, expiresAt, by, isAsRead }) => (
            <tr key={id}>
              <th scope="row">
                <a href={isAsRead ? `/questionnaires/import/${id}` : `/questionnaires/drafts/${id}`}>{title || questionnaireId}</a>{" "}
                <span className="quiet">
                  {questionnaireId} {version}
                </span>
              </th>
              <td>
                {formatInstant(new Date(changedAt), timeZone)}{" "}
                <span className="quiet">
                  {isAsRead ? "read" : "changed"} by {by}
                </span>
              </td>
              <td className="nowrap">{formatInstant(new Date(expiresAt), timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
