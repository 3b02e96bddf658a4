// "Before you can sign": what must be done, each with a link to the place, and what passes only with a named risk acceptance.
import type { DecisionView } from "#app/server/decisions/decide.queries.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { Section } from "#app/ui/section.tsx";
import { StatusPill } from "#app/ui/status-pill.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { Acceptance } from "./acceptance.tsx";
import type { FormValues } from "./form-values.ts";

interface BeforeSigningProps {
  view: DecisionView;
  values: FormValues;
  errors: Record<string, string>;
}

export function BeforeSigning({ view, values, errors }: BeforeSigningProps) {
  const { musts, needs } = view;
  const open = needs.filter(({ inForce }) => inForce === null).length;
  return (
    <>
      <Section id="first" title="Before you can sign" note={musts.length === 0 ? "All done" : `${musts.length} to do`}>
        {musts.length === 0 ? (
          <Callout tone="ok">
            Every answer that must be looked at is determined, no clarification is open, and the inherent risk is confirmed and agreed.
          </Callout>
        ) : (
          <TaskList
            tasks={musts.map(({ text, about, href }, index) => ({
              id: `must-${index}`,
              title: about === "" ? text : `${text}: ${about}`,
              href,
              state: (
                <StatusPill tone="warn" icon="circle-dashed" bare>
                  Open
                </StatusPill>
              ),
            }))}
          />
        )}
      </Section>
      {needs.length > 0 ? (
        <Section id="acceptances" title="Passes only with a named risk acceptance" note={open === 0 ? "All accepted" : `${open} open`}>
          <p className="quiet">
            An approval needs each of these accepted by who owns the risk and countersigned by compliance. Declining and putting on hold do
            not. No acceptance changes the score.
          </p>
          <div className="stack">
            {needs.map((need) => (
              <Acceptance key={need.subject} need={need} values={values} errors={errors} />
            ))}
          </div>
        </Section>
      ) : null}
    </>
  );
}
