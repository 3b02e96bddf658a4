// What a vendor's audit reports expect from us, as tasks of our own people, each ticked off with how it shows.
import type { FormError } from "#app/server/platform/route.server.ts";
import type { viewVendorContract } from "#app/server/vendors/vendor-contract.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { dayOf, formatDay } from "#app/ui/format.ts";
import { Icon } from "#app/ui/icon.tsx";
import { Input } from "#app/ui/input.tsx";
import { Select } from "#app/ui/select.tsx";

type Duty = Awaited<ReturnType<typeof viewVendorContract>>["engagements"][number]["duties"][number];

interface DutiesProps {
  duties: readonly Duty[];
  /** Who may take one over. */
  owners: readonly { id: string; name: string }[];
  today: string;
  timeZone: string;
  /** The form of one of them was just refused. */
  refused: FormError | undefined;
}

export function Duties({ duties, owners, today, timeZone, refused }: DutiesProps) {
  if (duties.length === 0) return null;
  const open = duties.filter(({ doneAt }) => doneAt === null).length;
  return (
    <div className="duties">
      <h3>What we must do ourselves</h3>
      <p className={open > 0 ? "muted" : "quiet"}>
        {open === 0
          ? "Everything its reports expect from us is confirmed."
          : `${open} of ${duties.length} controls its reports expect from us are not confirmed yet.`}{" "}
        The vendor's own controls hold only with them.
      </p>
      <ul className="lines">
        {duties.map((duty) => (
          <DutyLine
            key={duty.id}
            duty={duty}
            owners={owners}
            today={today}
            timeZone={timeZone}
            refused={refused?.values.dutyId === duty.id ? refused : undefined}
          />
        ))}
      </ul>
    </div>
  );
}

function DutyLine({ duty, owners, today, timeZone, refused }: { duty: Duty } & Omit<DutiesProps, "duties">) {
  const { id, text, page, evidenceId, ownerId, owner, dueOn, doneAt, doneBy, note, mayRecord } = duty;
  const isDone = doneAt !== null;
  const isHandOver = refused?.values.intent === "hand-over";
  return (
    <li id={id}>
      <p>
        <Icon name={isDone ? "circle-check" : "circle-dashed"} /> <b>{text}</b>{" "}
        <a className="quiet" href={`/evidence/${evidenceId}#worksheet`}>
          report{page !== "" && `, page ${page}`}
        </a>
      </p>
      <p className={!isDone && dueOn < today ? "late" : "quiet"}>
        {isDone
          ? `Confirmed ${formatDay(dayOf(doneAt, timeZone), today)} by ${doneBy ?? "somebody"}: ${note}`
          : `${owner ?? "Nobody"}, due ${formatDay(dueOn, today)}${note === "" ? "" : `. To be looked at again: ${note}`}`}
      </p>
      {mayRecord && (
        <Disclosure summary={isDone ? "Look at it again" : "Confirm that it is in place"} isOpen={refused !== undefined && !isHandOver}>
          <form method="post" className="row row--end">
            <input type="hidden" name="dutyId" value={id} />
            <input type="hidden" name="intent" value={isDone ? "reopen-duty" : "tick-off"} />
            <Field
              name="note"
              id={refused ? undefined : `note-${id}`}
              label={isDone ? "Why" : "How it shows"}
              error={refused?.fields?.note}
            >
              <Input maxLength={2000} defaultValue={String(refused?.values.note ?? "")} required />
            </Field>
            <Button icon={isDone ? undefined : "check"}>{isDone ? "Open again" : "Confirm"}</Button>
          </form>
        </Disclosure>
      )}
      {mayRecord && !isDone && (
        <Disclosure summary="Hand over" isOpen={isHandOver}>
          <form method="post" className="row row--end">
            <input type="hidden" name="dutyId" value={id} />
            <input type="hidden" name="intent" value="hand-over" />
            <Field name="ownerId" id={isHandOver ? undefined : `owner-${id}`} label="To whom" error={refused?.fields?.ownerId}>
              <Select
                options={owners.map(({ id, name }) => ({ value: id, label: name }))}
                placeholder="Choose …"
                defaultValue={ownerId ?? ""}
                required
              />
            </Field>
            <Button>Hand over</Button>
          </form>
        </Disclosure>
      )}
    </li>
  );
}
