// The vendor's task list. P **Continue**.
import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReportsNote } from "#app/domain/assessment/covered.ts";
import type { Messages } from "#app/i18n/en.ts";
import { type TaskSection, viewTasks } from "#app/server/assessments/portal/tasks.queries.server.ts";
import { vendorPage } from "#app/server/platform/route.server.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { IconName } from "#app/ui/icon-names.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PortalPage, portalTitle } from "#app/ui/portal/portal-page.tsx";
import { PortalStats } from "#app/ui/portal/portal-stats.tsx";
import { PreparedCallout } from "#app/ui/portal/prepared-callout.tsx";
import { StatusPill } from "#app/ui/status-pill.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { usePortalWords } from "#app/ui/words.ts";

export const loader = vendorPage(async (ctx) => {
  const view = await viewTasks(ctx);
  if (!view.frame.isOpen) throw redirect("/vendor/receipt");
  return view;
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: portalTitle(({ title }) => title(data?.frame.service ?? ""), data?.frame) },
];

export default function Tasks() {
  const words = usePortalWords();
  const { frame, sections, reports, isComplete, next } = useLoaderData<typeof loader>();
  const done = sections.filter(isDone).length;
  const following = sections.find(({ key }) => next.endsWith(`/${key}`));
  return (
    <PortalPage frame={frame} words={words}>
      <p className="muted">{words.forVendor(frame.vendor)}</p>
      <h1>{words.title(frame.service)}</h1>
      <p className="lead">{words.lead(frame.asker)}</p>
      <PortalStats frame={frame} words={words} saved={reports.saved} />
      <PreparedCallout frame={frame} words={words} />
      <div className="row row--wide vstart">
        <LinkButton tone="primary" large href={next}>
          {words.door.continue}
        </LinkButton>
        <span className="muted">
          {next === "/vendor/prepared"
            ? words.tasks.continuePrepared
            : following
              ? words.tasks.continueWith(following.title)
              : words.tasks.continueCheck}
        </span>
      </div>
      <ReportsWay reports={reports} required={frame.progress.required} />
      <section className="vsec" aria-labelledby="h-tasks">
        <div className="section-head">
          <h2 id="h-tasks">{words.tasks.sections}</h2>
          <span className="note quiet">{words.tasks.done(done, sections.length)}</span>
        </div>
        <TaskList
          tasks={[
            ...sections.map((section, index) => ({
              id: section.key,
              number: index + 1,
              title: section.title,
              href: `/vendor/sections/${section.key}`,
              note: noteOf(section, words.tasks),
              state: <SectionState section={section} />,
            })),
            {
              id: "check",
              title: words.tasks.check,
              href: "/vendor/check",
              state: isComplete ? (
                <StatusPill bare tone="ok" icon="circle-check">
                  {words.tasks.checkReady}
                </StatusPill>
              ) : (
                <StatusPill bare tone="plain" icon="lock">
                  {words.tasks.checkOpen}
                </StatusPill>
              ),
            },
          ]}
        />
      </section>
      <section className="vsec" aria-labelledby="h-ways">
        <h2 id="h-ways">{words.tasks.easier}</h2>
        <ul className="ways">
          <Way icon="forward" title={words.tasks.forward} text={words.tasks.forwardText} />
          <Way icon="message-circle" href="/vendor/ask" title={words.tasks.ask} text={words.tasks.askText} />
          <Way icon="download" href="/v/workbook/file" title={words.workbook.download} text={words.workbook.downloadText} />
          <Way icon="upload" href="/vendor/workbook" title={words.workbook.upload} text={words.workbook.uploadText} />
          <Way icon="file-text" href="/vendor/copy" title={words.tasks.copy} text={words.tasks.copyText} />
        </ul>
      </section>
      <section className="vsec" aria-labelledby="h-privacy">
        <h2 id="h-privacy">{words.tasks.whoSees}</h2>
        <p className="muted">
          {words.tasks.whoSeesText(frame.asker)} {words.tasks.you(frame.you)}
        </p>
      </section>
    </PortalPage>
  );
}

const isDone = ({ progress: { answered, required } }: Pick<TaskSection, "progress">) => answered === required;

function noteOf({ documents, answeredBy, elsewhere }: TaskSection, words: Messages["portal"]["tasks"]): string | undefined {
  const parts = [
    documents > 0 && words.documents(documents),
    answeredBy.length > 0 && words.answeredBy(answeredBy.join(", ")),
    elsewhere > 0 && words.elsewhere(elsewhere),
  ];
  return parts.filter(Boolean).join(" · ") || undefined;
}

function SectionState({ section }: { section: TaskSection }) {
  const words = usePortalWords();
  const { progress, isBegun } = section;
  if (isDone(section) && (isBegun || progress.required > 0)) {
    return (
      <StatusPill bare tone="ok" icon="circle-check">
        {words.tasks.isDone}
      </StatusPill>
    );
  }
  if (progress.required === 0) {
    return (
      <StatusPill bare tone="plain" icon="circle-dashed">
        {words.tasks.nothingRequired}
      </StatusPill>
    );
  }
  return isBegun ? (
    <StatusPill bare tone="accent" icon="circle-dot">
      {words.tasks.partly(progress.answered, progress.required)}
    </StatusPill>
  ) : (
    <StatusPill bare tone="plain" icon="circle-dashed">
      {words.tasks.notStarted}
    </StatusPill>
  );
}

function ReportsWay({ reports: { saved, possible, isUseful }, required }: { reports: ReportsNote; required: number }) {
  const words = usePortalWords();
  if (!isUseful && saved === 0) return null;
  const said = [
    saved > 0 && words.reports.saved(saved, required),
    possible > 0 && (saved > 0 ? words.reports.more(possible) : words.reports.possible(possible, required)),
    saved === 0 && possible === 0 && words.reports.provesOnly,
  ];
  return (
    <ul className="ways ways--first">
      <Way icon="file-check" href="/vendor/reports" title={words.reports.title} text={said.filter(Boolean).join(" ")} />
    </ul>
  );
}

function Way({ icon, href, title, text }: { icon: IconName; href?: string; title: string; text: string }) {
  return (
    <li>
      <Icon name={icon} />
      <div>
        {href === undefined ? <b>{title}</b> : <a href={href}>{title}</a>}
        <p>{text}</p>
      </div>
    </li>
  );
}
