// The form of a decision: outcome, rationale drafted from the facts, residual risk, conditions, next review with every candidate.
import { outcomes, outcomeTexts } from "#app/domain/assessment/decision-outcomes.ts";
import { riskBands } from "#app/domain/risk/risk-levels.ts";
import type { DecisionView } from "#app/server/decisions/decide.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { FieldError } from "#app/ui/field-error.tsx";
import { FormActions, FormSection } from "#app/ui/form-section.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Input } from "#app/ui/input.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Section } from "#app/ui/section.tsx";
import { Select } from "#app/ui/select.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { conditionTimeTexts } from "./condition-words.ts";
import { type FormValues, typed, typedList } from "./form-values.ts";

interface DecisionFormProps {
  view: DecisionView;
  values: FormValues;
  errors: Record<string, string>;
}

const bandWords = { critical: "Critical", high: "High", medium: "Medium", low: "Low" } as const;

export function DecisionForm({ view, values, errors }: DecisionFormProps) {
  const { residual, review, needsTwo, may, needs } = view;
  if (!may.sign) return null;
  const hasOpen = needs.some(({ inForce }) => inForce === null);
  const hints: Record<string, string> = {
    approved: needsTwo ? "Takes a second signature: tier 1 and 2." : "One signature.",
    approved_with_conditions: "As above; each condition holds back signing, going live, or counts by its day.",
    declined: "One signature. A service in use is suspended.",
    on_hold: "One signature. Nothing is cleared until the next decision.",
  };
  return (
    <Section id="decision" title="The decision">
      <form method="post" className="form">
        <RadioGroup
          name="outcome"
          legend="Outcome"
          hint={hasOpen ? "Approving is possible once every risk above is accepted." : undefined}
          error={errors.outcome}
          options={outcomes.map((outcome) => ({ value: outcome, label: outcomeTexts[outcome], hint: hints[outcome] }))}
          defaultValue={typed(values, "outcome") || null}
          required
        />
        <FormSection title="Why">
          <Field
            name="rationale"
            label="Rationale"
            hint="A draft made of facts. Change it until you would sign it: it is printed in the report."
            error={errors.rationale}
            required
          >
            <Textarea rows={7} defaultValue={typed(values, "rationale", view.draft)} />
          </Field>
        </FormSection>
        <FormSection title="Residual risk" hint={`By the table: ${residual.band}${residual.isAssessed ? "" : ", not assessed"}.`}>
          <Field
            name="residual"
            label="Residual risk"
            hint="Raising it ends at the inherent risk; lowering it takes a second person. Both need a reason."
            error={errors.residual}
          >
            <Select
              options={[...riskBands].reverse().map((band) => ({ value: band, label: bandWords[band] }))}
              defaultValue={typed(values, "residual", residual.band)}
            />
          </Field>
          <Field name="residualReason" label="Reason for another band" error={errors.residualReason} isOptional>
            <Input defaultValue={typed(values, "residualReason")} />
          </Field>
        </FormSection>
        <FormSection title="Conditions" hint="Only for “approved with conditions”. Lines left empty are none.">
          <FieldError id="conditions" error={errors.conditions} />
          {[0, 1, 2, 3].map((index) => (
            <Condition key={index} index={index} values={values} earliest={review.earliest} />
          ))}
        </FormSection>
        <FormSection title="Next review">
          <Field
            name="nextReviewOn"
            label="Next review"
            hint={`Due ${formatDay(review.dueOn)}. It can be earlier, not later.`}
            error={errors.nextReviewOn}
          >
            <DateInput min={review.earliest} max={review.dueOn} defaultValue={typed(values, "nextReviewOn", review.dueOn)} />
          </Field>
          <ul className="quiet">
            {review.candidates.map(({ on, text }) => (
              <li key={`${on} ${text}`}>
                {formatDay(on)}: {text}
              </li>
            ))}
          </ul>
        </FormSection>
        <FormActions>
          <Button tone="primary">Sign decision</Button>
          <span className="quiet">Your name is printed under it. {needsTwo ? "An approval is final with the second signature." : ""}</span>
        </FormActions>
      </form>
    </Section>
  );
}

function Condition({ index, values, earliest }: { index: number; values: FormValues; earliest: string }) {
  const text = typedList(values, "conditionText")[index] ?? "";
  const isFolded = index > 1 && text === "";
  const fields = (
    <div className="stack stack-8">
      <Field name="conditionText" id={`condition-${index}`} label={`Condition ${index + 1}: what has to be done`} isOptional>
        <Input defaultValue={text} />
      </Field>
      <div className="row row--wide row--top">
        <Field name="conditionWhen" id={`condition-when-${index}`} label="When">
          <Select
            options={Object.entries(conditionTimeTexts).map(([value, label]) => ({ value, label }))}
            defaultValue={typedList(values, "conditionWhen")[index] ?? "before_go_live"}
          />
        </Field>
        <Field name="conditionDue" id={`condition-due-${index}`} label="Day" isOptional>
          <DateInput min={earliest} defaultValue={typedList(values, "conditionDue")[index] ?? ""} />
        </Field>
      </div>
    </div>
  );
  return isFolded ? <Disclosure summary={`Condition ${index + 1}`}>{fields}</Disclosure> : fields;
}
