// The vendor's links: how each left the house, how old it is, whether it was used. **Copy link** makes a new one beside them.
import { languages } from "#app/domain/questionnaire/questionnaire.ts";
import { workbookWords } from "#app/i18n/workbook-words.ts";
import type { LinkState } from "#app/server/assessments/assessment-overview.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/section.tsx";
import { type StatusLook, StatusPill } from "#app/ui/status-pill.tsx";
import { Table } from "#app/ui/table.tsx";

export interface AssessmentLinksProps {
  links: readonly {
    id: string;
    channel: string;
    createdAt: Date | string;
    createdBy: string | null;
    expiresAt: Date | string;
    lastUsedAt: Date | string | null;
    uses: number;
    state: LinkState;
  }[];
  at: (instant: Date | string) => string;
  mayCopy: boolean;
  /** Address of the workbook; null where it cannot be handed over. */
  workbook: string | null;
}

const looks: Record<LinkState, StatusLook & { word: string }> = {
  open: { tone: "ok", icon: "link", word: "Open" },
  expired: { tone: "plain", icon: "clock", word: "Expired" },
  revoked: { tone: "plain", icon: "link-2-off", word: "Revoked" },
};

export function AssessmentLinks({ links, at, mayCopy, workbook }: AssessmentLinksProps) {
  return (
    <Section id="links" title="Links" note="only their fingerprints are kept; an address is shown once">
      {links.length === 0 ? (
        <p className="muted">No link was made yet.</p>
      ) : (
        <Table caption="Links, the newest first" plain compact focusable>
          <thead>
            <tr>
              <th scope="col">Made</th>
              <th scope="col">How</th>
              <th scope="col">Used</th>
              <th scope="col">Expires</th>
              <th scope="col">State</th>
              <th scope="col">
                <span className="sr">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {links.map((link) => (
              <tr key={link.id}>
                <th scope="row">
                  {at(link.createdAt)} {link.createdBy === null ? null : <span className="quiet">{link.createdBy}</span>}
                </th>
                <td>{link.channel === "mail" ? "by mail" : "copied"}</td>
                <td>{link.uses === 0 || link.lastUsedAt === null ? "never" : `${link.uses} ×, last ${at(link.lastUsedAt)}`}</td>
                <td>{at(link.expiresAt)}</td>
                <td>
                  <StatusPill tone={looks[link.state].tone} icon={looks[link.state].icon} bare>
                    {looks[link.state].word}
                  </StatusPill>
                </td>
                <td>
                  {link.state === "open" && mayCopy ? (
                    <form method="post">
                      <input type="hidden" name="linkId" value={link.id} />
                      <Button name="intent" value="revoke" aria-label={`Revoke the link made ${at(link.createdAt)}`}>
                        Revoke
                      </Button>
                    </form>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {mayCopy ? (
        <form method="post" className="row section-foot">
          <Button name="intent" value="copy" icon="copy">
            Copy link
          </Button>
          <span className="muted">Makes a new link to hand over yourself. Whoever has it can answer.</span>
        </form>
      ) : null}
      {workbook === null ? null : (
        <div className="row section-foot">
          {languages.map((language) => (
            <LinkButton key={language} icon="download" href={`${workbook}?language=${language}`}>
              Download workbook{language === "en" ? "" : ` (${workbookWords[language].name})`}
            </LinkButton>
          ))}
          <LinkButton icon="upload" href={workbook.replace(/workbook$/, "from-workbook")}>
            Upload workbook
          </LinkButton>
          <span className="muted">The questions without answers. The vendor uploads it filled in through its link, or you do for it.</span>
        </div>
      )}
    </Section>
  );
}
