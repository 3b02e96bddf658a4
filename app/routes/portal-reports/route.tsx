// Evidence first: which reports the vendor has, what each would save, and the upload. P **Upload and see the answers**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Messages } from "#app/i18n/en.ts";
import { type ReportsPage, viewReports } from "#app/server/assessments/portal/reports.queries.server.ts";
import { vendorPage } from "#app/server/platform/route.server.ts";
import { type UploadRefusal, uploadRefusal } from "#app/server/platform/upload-refusal.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { FileDrop } from "#app/ui/file-drop.tsx";
import { FileList } from "#app/ui/file-list.tsx";
import { PortalPage, portalTitle } from "#app/ui/portal/portal-page.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { uploadErrors } from "#app/ui/upload-errors.ts";
import { usePortalWords } from "#app/ui/words.ts";

export const loader = vendorPage(async (ctx, { url }) => {
  const view = await viewReports(ctx);
  if (!view.frame.isOpen) throw redirect("/vendor/receipt");
  return { ...view, refusal: uploadRefusal(url) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: portalTitle(({ reports }) => reports.title, data?.frame, data?.refusal.detail !== "") },
];

export default function Reports() {
  const words = usePortalWords();
  const view = useLoaderData<typeof loader>();
  const { frame, note, kinds, given, refusal } = view;
  const { required } = frame.progress;
  return (
    <PortalPage frame={frame} words={words} back={{ href: "/vendor", label: words.section.all }}>
      <ErrorSummary title={words.evidence.refused} errors={uploadErrors(refusal)} />
      <h1 className={refusal.detail === "" ? undefined : "after-err"}>{words.reports.title}</h1>
      <p className="lead">{words.reports.lead(frame.asker)}</p>
      {note.saved > 0 && <Callout tone="ok">{words.reports.saved(note.saved, required)}</Callout>}
      {given.length > 0 && (
        <section className="vsec" aria-labelledby="h-given">
          <h2 id="h-given">{words.reports.given}</h2>
          <FileList
            labelledBy="h-given"
            files={given.map(({ id, name, kind, confirmed, open }) => ({
              id,
              name,
              href: `/vendor/reports/${id}`,
              state: "stored" as const,
              note: [kind, confirmed > 0 && words.reports.confirmed(confirmed), open > 0 && words.reports.open(open)]
                .filter(Boolean)
                .join(" · "),
            }))}
          />
        </section>
      )}
      {kinds.length === 0 ? given.length === 0 && <Callout tone="info">{words.reports.none}</Callout> : <ReportForm view={view} />}
    </PortalPage>
  );
}

/** The fields before the file: the server reads the form in order and streams the file last. */
function ReportForm({ view }: { view: ReportsPage & { refusal: UploadRefusal } }) {
  const { frame, kinds, mayStateExpiry, accept, maxUploadBytes, refusal } = view;
  const { typed, fields } = refusal;
  const { required } = frame.progress;
  const words = usePortalWords();
  return (
    <form method="post" action="/v/evidence" encType="multipart/form-data" className="stack form vsec">
      <input type="hidden" name="back" value="/vendor/reports" />
      <input type="hidden" name="next" value="report" />
      <RadioGroup
        name="kind"
        legend={words.reports.kind}
        error={fields.kind}
        required
        defaultValue={kinds.length === 1 ? kinds[0]?.code : typed.kind}
        options={kinds.map(({ code, label, hint, clock, answers, proves }) => ({
          value: code,
          label,
          hint: [`${savesWords({ answers, proves, required }, words.reports)}.`, words.reports.clock(clock), hint]
            .filter(Boolean)
            .join(" "),
        }))}
      />
      <Field name="startsOn" label={words.reports.startsOn} hint={words.reports.startsOnHint} error={fields.startsOn} required>
        <DateInput max={frame.today} defaultValue={typed.startsOn} />
      </Field>
      {mayStateExpiry && (
        <Field name="statedExpiryOn" label={words.evidence.statedExpiryOn} error={fields.statedExpiryOn} isOptional>
          <DateInput defaultValue={typed.statedExpiryOn} />
        </Field>
      )}
      <Field
        name="file"
        label={words.evidence.file}
        hint={words.evidence.fileHint(Math.floor(maxUploadBytes / 1_000_000))}
        error={fields.file}
        required
      >
        <FileDrop accept={accept} />
      </Field>
      <div className="vactions">
        <Button tone="primary" large>
          {words.reports.upload}
        </Button>
        <a href="/vendor">{words.section.all}</a>
      </div>
    </form>
  );
}

interface Saving {
  answers: number;
  proves: number;
  required: number;
}

function savesWords({ answers, proves, required }: Saving, words: Messages["portal"]["reports"]): string {
  const own = answers === 0 ? words.proves(proves) : proves === 0 ? "" : words.provesMore(proves);
  const said = answers === 0 ? own : [words.answers(answers, required), own].filter(Boolean).join(" ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}
