// The form of a determination. Fields of "adjusted" and the reason stand always; which are needed is checked when it is saved.
import { type Verdict, verdictTexts } from "#app/domain/assessment/determinations.ts";
import { severities } from "#app/domain/finding/finding-status.ts";
import type { AnswerCard } from "#app/server/assessments/review/review-cards.server.ts";
import type { FormError } from "#app/server/platform/route.server.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/checkbox.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { FieldError } from "#app/ui/field-error.tsx";
import type { IconName } from "#app/ui/icon-names.ts";
import { Input } from "#app/ui/input.tsx";
import { Segment } from "#app/ui/segment.tsx";
import { Select } from "#app/ui/select.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

const looks: readonly { verdict: Verdict; icon: IconName; hotkey?: string }[] = [
  { verdict: "accepted", icon: "check", hotkey: "a" },
  { verdict: "adjusted", icon: "pencil" },
  { verdict: "clarify", icon: "message-circle-question-mark", hotkey: "c" },
  { verdict: "rejected", icon: "x" },
];

export interface DetermineProps {
  card: AnswerCard;
  error?: FormError | undefined;
  /** False where there is nobody to send a clarification to: we answered it ourselves. */
  mayAsk: boolean;
}

export function Determine({ card, error, mayAsk }: DetermineProps) {
  const { determination, isCurrent } = card;
  const fields: Record<string, string> = error?.fields ?? {};
  const typed = (name: string) => (typeof error?.values[name] === "string" ? (error.values[name] as string) : undefined);
  const id = (part: string) => `${part}-${card.number}`;
  const canAdjust = card.type !== "file" && card.type !== "table";
  const options = looks
    .filter(({ verdict }) => (verdict === "clarify" ? mayAsk : verdict !== "adjusted" || canAdjust || card.mayBeNa))
    .map(({ verdict, icon, hotkey }) => ({
      value: verdict,
      label: verdictTexts[verdict],
      icon,
      ...(isCurrent && hotkey ? { hotkey } : {}),
    }));
  return (
    <>
      <form className="judge" method="post">
        <input type="hidden" name="intent" value="determine" />
        <input type="hidden" name="questionKey" value={card.key} />
        <FieldError id={`${id("verdict")}-error`} error={fields.verdict} />
        <Segment
          id={id("verdict")}
          name="verdict"
          label={`Determination for ${card.id}`}
          options={options}
          defaultValue={typed("verdict") ?? determination?.verdict ?? null}
          required
        />
        {isCurrent && (
          <div className={card.type === "multichoice" ? "stack" : "judge__more"}>
            <CountsAs card={card} id={id("value")} error={fields.value} />
            <Field
              name="reason"
              id={id("reason")}
              label="Reason, kept in the report"
              hint={mayAsk ? "With “Needs clarification”: what the vendor is asked." : undefined}
              error={fields.reason}
              className="judge__why"
            >
              <Textarea rows={2} defaultValue={typed("reason") ?? determination?.reason ?? ""} />
            </Field>
          </div>
        )}
        {isCurrent && (
          <Disclosure summary="Internal note" isOpen={Boolean(determination?.note)} className="judge__note">
            <Field name="note" id={id("note")} label="For ourselves, never shown to the vendor">
              <Textarea rows={2} defaultValue={typed("note") ?? determination?.note ?? ""} />
            </Field>
          </Disclosure>
        )}
        <div className="row">
          <Button>{isCurrent ? "Save and next" : "Save"}</Button>
        </div>
      </form>
      {isCurrent && !card.finding && <RaiseFinding card={card} />}
    </>
  );
}

function CountsAs({ card, id, error }: { card: AnswerCard; id: string; error: string | undefined }) {
  const na = card.mayBeNa ? [{ value: "na", label: card.naLabel }] : [];
  const chosen = card.determination?.value;
  const isChoice = card.type === "choice" || card.type === "boolean" || card.type === "file";
  const label = card.unit && card.type === "number" ? `Counts as (${card.unit})` : "Counts as";
  if (card.type === "table" || (card.type === "file" && !card.mayBeNa)) return <input type="hidden" name="value" value="" />;
  if (isChoice) {
    return (
      <Field name="value" id={id} label={label} error={error}>
        <Select placeholder="As answered" options={[...card.options, ...na]} defaultValue={chosen == null ? "" : String(chosen)} />
      </Field>
    );
  }
  if (card.type === "multichoice") {
    const picked = Array.isArray(chosen) ? (chosen as string[]) : [];
    return (
      <CheckboxGroup
        id={id}
        name="value"
        legend={label}
        options={[...card.options, ...na]}
        defaultValues={picked}
        {...(error ? { error } : {})}
      />
    );
  }
  return (
    <Field name="value" id={id} label={label} error={error}>
      <Input type={card.type === "date" ? "date" : "text"} defaultValue={chosen == null ? "" : String(chosen)} />
    </Field>
  );
}

function RaiseFinding({ card }: { card: AnswerCard }) {
  return (
    <Disclosure summary="Raise finding" className="judge__finding">
      <form method="post" className="stack">
        <input type="hidden" name="intent" value="finding" />
        <input type="hidden" name="questionKey" value={card.key} />
        <input type="hidden" name="at-question" value={card.key} />
        <Field name="title" id={`title-${card.number}`} label="What is wrong">
          <Input required maxLength={300} />
        </Field>
        <Field name="severity" id={`severity-${card.number}`} label="Severity">
          <Select options={severities.map((severity) => ({ value: severity, label: severity }))} defaultValue="medium" />
        </Field>
        <div className="row">
          <Button icon="flag">Raise finding</Button>
        </div>
      </form>
    </Disclosure>
  );
}
