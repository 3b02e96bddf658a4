// Sets another tier than computed, with a reason. Folded: it is the exception.
import { bandOfTier, tiers } from "#app/domain/risk/risk-levels.ts";
import type { InherentRiskView } from "#app/server/vendors/inherent-risk.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

interface OverrideFormProps {
  view: InherentRiskView;
  error: { fields?: Record<string, string>; values: Record<string, string | string[]> } | undefined;
}

export function OverrideForm({ view, error }: OverrideFormProps) {
  const fields = error?.fields ?? {};
  const others = tiers.filter((tier) => tier !== view.computedTier);
  return (
    <Disclosure summary="Set another tier" isOpen={error !== undefined}>
      <form method="post" className="fields" noValidate>
        <Field
          name="tier"
          label="Tier"
          hint={`Computed is tier ${view.computedTier}. Level 4 in card or access cannot be made milder.`}
          error={fields.tier}
          required
        >
          <Select
            placeholder="Choose"
            options={others.map((tier) => ({ value: String(tier), label: `Tier ${tier}, ${bandOfTier[tier]}` }))}
            defaultValue={String(error?.values.tier ?? "")}
          />
        </Field>
        <Field name="reason" label="Reason" error={fields.reason} required>
          <Textarea rows={3} maxLength={2000} defaultValue={String(error?.values.reason ?? "")} />
        </Field>
        <p>
          <Button name="intent" value="override">
            Set tier
          </Button>
        </p>
      </form>
    </Disclosure>
  );
}
