// May the contract be signed, may data flow, may it go live: each with what is missing, whose turn it is, and since when.
import type { Turn } from "#app/domain/assessment/assessment-status.ts";
import { type ClearanceStep, type Missing, missingTexts } from "#app/domain/engagement/clearance.ts";
import type { ShownEngagement, VendorOverview } from "#app/server/vendors/vendor-overview.queries.server.ts";
import { dayOf, formatDay } from "#app/ui/format.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/section.tsx";
import { StatusPill } from "#app/ui/status-pill.tsx";

const stepTexts: Record<ClearanceStep, string> = { sign: "May sign", receive_data: "May receive data", go_live: "May go live" };

const turnTexts: Record<Turn, string> = {
  procurement: "procurement",
  business_owner: "the business owner",
  vendor: "the vendor",
  compliance_officer: "compliance",
  approver: "an approver",
};

interface ClearanceCardProps {
  shown: ShownEngagement;
  may: VendorOverview["may"];
  today: string;
  timeZone: string;
}

export function ClearanceCard({ shown, may, today, timeZone }: ClearanceCardProps) {
  const { clearance } = shown;
  return (
    <Section id="clearance" title="Clearance" note={shown.service}>
      <ul className="clear">
        {clearance.map(({ step, isGiven, missing }, index) => {
          const before = index === 0 ? [] : clearance[index - 1]!.missing;
          const own = missing.slice(before.length);
          return (
            <li key={step}>
              <span className="clear__state">
                <StatusPill tone={isGiven ? "ok" : "plain"} icon={isGiven ? "circle-check" : "lock"} bare>
                  {isGiven ? stepTexts[step] : `${stepTexts[step].replace("May", "May not")} yet`}
                </StatusPill>
              </span>
              <div>
                {isGiven && <span className="quiet">Nothing is missing</span>}
                {!isGiven && index > 0 && before.length > 0 && (
                  <p className="quiet">{own.length > 0 ? "All of the above, and:" : "All of the above"}</p>
                )}
                <ul>
                  {groups(own).map(({ item, abouts }) => (
                    <li key={`${item.code} ${item.about ?? ""}`}>
                      {missingTexts[item.code]}
                      {aboutText(item.code, abouts, shown, today)}
                      {item.turn !== null && (
                        <span className="quiet">
                          {" "}
                          · {turnTexts[item.turn]}
                          {item.since && `, since ${formatDay(dayOf(item.since, timeZone), today)}`}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              </div>
            </li>
          );
        })}
      </ul>
      <p className="row section-foot">
        {may.editEngagement && <LinkButton href={`/engagements/${shown.id}/edit`}>Edit engagement</LinkButton>}
        {may.changeStatus && shown.verbs.length > 0 && <LinkButton href={`/engagements/${shown.id}/status`}>Change stage</LinkButton>}
      </p>
    </Section>
  );
}

/** Missing clauses stand in one line, whatever their number. */
function groups(missing: readonly Missing[]): { item: Missing; abouts: string[] }[] {
  const found: { item: Missing; abouts: string[] }[] = [];
  for (const item of missing) {
    const same = item.code === "clause_missing" ? found.find((group) => group.item.code === item.code) : undefined;
    if (same) same.abouts.push(item.about ?? "");
    else found.push({ item, abouts: item.about === undefined ? [] : [item.about] });
  }
  return found;
}

function aboutText(
  code: Missing["code"],
  abouts: readonly string[],
  { conditions, acceptances }: Pick<ShownEngagement, "conditions" | "acceptances">,
  today: string,
): string {
  if (abouts.length === 0) return "";
  if (code === "start_planned") return `: ${formatDay(abouts[0]!, today)}`;
  if (code === "clause_missing") return abouts.length <= 4 ? `: ${abouts.join(", ")}` : ` (${abouts.length} of them)`;
  const condition = conditions.find(({ id }) => id === abouts[0]);
  if (condition) return `: C-${condition.number}, ${condition.text}`;
  const acceptance = acceptances.find(({ id }) => id === abouts[0]);
  return acceptance ? `: ${acceptance.subject.replace(":", " ").replaceAll("_", " ")}` : "";
}
