// Add vendor: four fields, and five questions that are assumed until somebody answers. P **Save and send questionnaire**.
import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { tierOf } from "#app/domain/risk/inherent-risk.ts";
import { irqAnswersFrom, irqField, withoutAssumed } from "#app/domain/risk/irq-answers.ts";
import { withIrqFields } from "#app/domain/risk/irq-form.schema.ts";
import { type Dimension, dimensions, type Level, type Levels } from "#app/domain/risk/risk-levels.ts";
import { type Category, categories, categoryTexts } from "#app/domain/vendor/categories.ts";
import { newVendorSchema } from "#app/domain/vendor/vendor.schema.ts";
import { parseForm, refuseUnknownFields } from "#app/server/platform/parse-form.server.ts";
import { staffAction, staffPage, valuesOf } from "#app/server/platform/route.server.ts";
import { findPossibleDuplicates } from "#app/server/vendors/find-possible-duplicates.server.ts";
import { type IrqQuestion, viewNewVendorForm } from "#app/server/vendors/inherent-risk.queries.server.ts";
import { registerVendor } from "#app/server/vendors/register-vendor.server.ts";
import { Button } from "#app/ui/button.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Select } from "#app/ui/select.tsx";
import { Duplicates } from "./duplicates.tsx";
import enhancer from "./new-vendor.enhancer.ts?worker&url";
import { QuickQuestions } from "./quick-questions.tsx";
import { TierPanel } from "./tier-panel.tsx";

export const handle = { place: "vendors", enhancer };
export const meta: MetaFunction = () => [{ title: "Add vendor · Vouchsafe" }];

export const loader = staffPage(async (ctx, { url }) => ({ ...(await viewNewVendorForm(ctx)), isInUse: url.searchParams.has("in-use") }));

export const action = staffAction(async (ctx, { form }) => {
  const { questions } = await viewNewVendorForm(ctx);
  const schema = withIrqFields(newVendorSchema, questions);
  if (form.get("intent") === "tier") {
    refuseUnknownFields(form, Object.keys(schema.shape));
    return { values: valuesOf(form) };
  }
  const { presetOf, ignoreDuplicates, ...vendor } = parseForm(form, schema);
  const answers = irqAnswersFrom(questions, valuesOf(form));
  if (!ignoreDuplicates) {
    const duplicates = await findPossibleDuplicates(ctx, vendor);
    if (duplicates.length > 0) return data({ duplicates, values: valuesOf(form) }, { status: 409 });
  }
  const irqAnswers = withoutAssumed(questions, answers, presetOf);
  const { vendorId, engagementId } = await registerVendor(ctx, { ...vendor, irqAnswers, ignoreDuplicates: ignoreDuplicates === "yes" });
  return redirect(form.get("intent") === "save" ? `/vendors/${vendorId}` : `/engagements/${engagementId}/send`);
});

export default function NewVendor() {
  const { questions, isInUse } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const error = answer && "error" in answer ? answer.error : undefined;
  const values: Record<string, string | string[]> = error?.values ?? (answer && "values" in answer ? answer.values : {});
  const duplicates = answer && "duplicates" in answer ? answer.duplicates : [];
  const fields: Record<string, string> = error?.fields ?? {};
  const typed = (name: string) => String(values[name] ?? "");
  const category = categories.find((code) => code === values.category);
  const answers = chosen(questions, typed);
  const { levels, assumed } = levelsWith(questions, category, answers);
  const isOpen = isInUse || ["service", "registrationId", "contactName", "wentLiveOn"].some((name) => typed(name) !== "" || fields[name]);
  return (
    <>
      <PageHead
        title="Add vendor"
        crumbs={[{ label: "Vendors", href: "/vendors" }, { label: "Add vendor" }]}
        sub="Four fields are enough. What you do not answer is assumed carefully and confirmed later by the owner."
      />
      <form method="post" className="addv form" data-new-vendor noValidate>
        <div className="addv__main">
          <ErrorSummary title={error?.detail ?? ""} errors={Object.entries(fields).map(([field, message]) => ({ field, message }))} />
          <section className="fields" aria-labelledby="h-who">
            <h2 id="h-who" className="sr">
              Vendor
            </h2>
            <div className="pair">
              <Field name="name" label="Name" error={fields.name} required>
                <Input autoComplete="off" maxLength={200} defaultValue={typed("name")} />
              </Field>
              <Field name="website" label="Website" error={fields.website}>
                <Input autoComplete="off" maxLength={500} inputMode="url" placeholder="vendor.example" defaultValue={typed("website")} />
              </Field>
            </div>
            <Duplicates duplicates={duplicates} />
            <div className="pair">
              <Field name="category" label="Category" error={fields.category} required>
                <Select
                  placeholder="Choose"
                  options={categories.map((code) => ({ value: code, label: categoryTexts[code] }))}
                  defaultValue={category ?? ""}
                />
              </Field>
              <Field name="contactEmail" label="Contact e-mail" error={fields.contactEmail}>
                <Input type="email" autoComplete="off" maxLength={254} defaultValue={typed("contactEmail")} />
              </Field>
            </div>
            <Disclosure summary="More about it, optional" isOpen={isOpen} className="more">
              <div className="fields">
                <div className="pair">
                  <Field name="service" label="Service" hint="What they do for us" error={fields.service} isOptional>
                    <Input autoComplete="off" maxLength={200} defaultValue={typed("service")} />
                  </Field>
                  <Field name="contactName" label="Contact’s name" hint="To greet the person" error={fields.contactName} isOptional>
                    <Input autoComplete="off" maxLength={120} defaultValue={typed("contactName")} />
                  </Field>
                </div>
                <div className="pair">
                  <Field
                    name="registrationId"
                    label="Registration number"
                    hint="Company register or VAT"
                    error={fields.registrationId}
                    isOptional
                  >
                    <Input autoComplete="off" maxLength={60} defaultValue={typed("registrationId")} />
                  </Field>
                  <Field name="wentLiveOn" label="In use since" hint="Only if it is live already" error={fields.wentLiveOn} isOptional>
                    <DateInput defaultValue={typed("wentLiveOn")} />
                  </Field>
                </div>
              </div>
            </Disclosure>
          </section>
          <input type="hidden" name="presetOf" value={category ?? ""} />
          <QuickQuestions questions={questions} category={category} answers={answers} errors={fields} />
          <div className="addv__send">
            <Button tone="primary" large name="intent" value="send">
              Save and send questionnaire
            </Button>
            <Button large name="intent" value="save">
              Save only
            </Button>
            <Button large tone="ghost" name="intent" value="tier" data-without-script>
              Work out the tier
            </Button>
            <p className="quiet">You choose questionnaires and due date on the next page; nothing is mailed before.</p>
          </div>
        </div>
        <TierPanel title="Inherent risk so far" tier={levels && tierOf(levels).tier} levels={levels} assumed={assumed} />
      </form>
    </>
  );
}

/** What is chosen in the form, without what merely stood there for another category. */
function chosen(questions: readonly IrqQuestion[], typed: (name: string) => string): Record<string, string | undefined> {
  const presetOf = categories.find((code) => code === typed("presetOf"));
  const values = Object.fromEntries(questions.map(({ id }) => [id, typed(irqField(id)) || undefined]));
  return withoutAssumed(questions, values, presetOf) as Record<string, string | undefined>;
}

/** The panel's levels: the answers, and the category's careful ones for the rest; undefined while one of them is unknown. */
function levelsWith(
  questions: readonly IrqQuestion[],
  category: Category | undefined,
  answers: Record<string, string | undefined>,
): { levels: Levels | undefined; assumed: Dimension[] } {
  const known: Partial<Record<Dimension, Level>> = {};
  const assumed: Dimension[] = [];
  for (const dimension of dimensions) {
    const question = questions.find(({ id }) => id === dimension);
    const preset = category && question?.preset[category];
    const code = answers[dimension] ?? preset;
    const level = question?.options.find(({ value }) => value === code)?.level;
    if (level) known[dimension] = level as Level;
    if (code !== undefined && code === preset) assumed.push(dimension);
  }
  const isComplete = dimensions.every((dimension) => known[dimension] !== undefined);
  return { levels: isComplete ? (known as Levels) : undefined, assumed };
}
