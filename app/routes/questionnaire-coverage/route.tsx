// Coverage: which control topics and listed requirements some question asks about, and which nobody does.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffPage } from "#app/server/platform/route.server.ts";
import { type CoverageView, viewCoverage } from "#app/server/questionnaires/questionnaire-page.queries.server.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { formatCount } from "#app/ui/format.ts";
import { PageHead } from "#app/ui/page-head.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { Section } from "#app/ui/section.tsx";
import { Table } from "#app/ui/table.tsx";

export const handle = { place: "questionnaires" };
export const meta: MetaFunction = () => [{ title: "Coverage · Questionnaires · Vouchsafe" }];

export const loader = staffPage(viewCoverage);

const rankWords = { K: "Knock-out", H: "High", M: "Medium" } as const;

export default function QuestionnaireCoverage() {
  const { questions, topics, frameworks } = useLoaderData<typeof loader>();
  const open = topics.filter((topic) => topic.questions.length === 0);
  return (
    <>
      <PageHead
        title="Coverage"
        crumbs={[{ label: "Questionnaires", href: "/questionnaires" }]}
        sub={`${formatCount(questions)} questions for vendors, newest versions, against ${topics.length} control topics and the identifiers these list.`}
      />
      <div className="stack stack-40">
        <Section id="frameworks" title="By framework" note="identifiers only; says nothing about whole frameworks">
          <Table caption="Listed identifiers of each framework with a question" plain className="table--roomy">
            <thead>
              <tr>
                <th scope="col">Framework</th>
                <th scope="col">With a question</th>
                <th scope="col">Without</th>
              </tr>
            </thead>
            <tbody>
              {frameworks.map((row) => (
                <FrameworkRow key={row.framework} {...row} />
              ))}
            </tbody>
          </Table>
        </Section>
        <Section
          id="topics"
          title="By topic"
          note={open.length === 0 ? "every topic has a question" : `${open.length} of ${topics.length} without a question, first`}
        >
          <Table caption="Control topics, those without a question first" plain className="table--roomy">
            <thead>
              <tr>
                <th scope="col">Topic</th>
                <th scope="col">Rank</th>
                <th scope="col">Questions</th>
              </tr>
            </thead>
            <tbody>
              {[...open, ...topics.filter((topic) => topic.questions.length > 0)].map((topic) => (
                <tr key={topic.topic}>
                  <th scope="row">
                    {topic.title} <span className="quiet">{topic.topic}</span>
                  </th>
                  <td>{rankWords[topic.rank]}</td>
                  <td className="muted">{topic.questions.length === 0 ? "No question" : <Questions keys={topic.questions} />}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Section>
      </div>
    </>
  );
}

function FrameworkRow({ framework, listed, covered, gaps }: CoverageView["frameworks"][number]) {
  return (
    <tr>
      <th scope="row">{framework}</th>
      <td>
        <div className="short-bar">
          <ProgressBar label={`${covered} of ${listed}`} value={covered} max={listed} withLabel />
        </div>
      </td>
      <td className="muted">
        {gaps.length === 0 ? (
          "None"
        ) : (
          <Disclosure summary={`${gaps.length} without a question`}>
            <p>{gaps.join(", ")}</p>
          </Disclosure>
        )}
      </td>
    </tr>
  );
}

/** By questionnaire: `payment-provider: pci_validation, pci_matrix`. */
function Questions({ keys }: { keys: readonly string[] }) {
  const files = [...new Set(keys.map((key) => key.split("#")[0]!))];
  return (
    <ul>
      {files.map((file) => (
        <li key={file}>
          <a href={`/questionnaires/${file}`}>{file}</a>:{" "}
          {keys
            .filter((key) => key.startsWith(`${file}#`))
            .map((key) => key.slice(file.length + 1))
            .join(", ")}
        </li>
      ))}
    </ul>
  );
}
