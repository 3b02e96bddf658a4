// "Why this score?": counts as × of = points, per section and question, and the sum that leads to the score. All rows are in the
// page, those of closed sections hidden on screen and shown on paper; a section opens by a link, so it needs no script.
// The numbers come from the scorer and are only written here: contributions add up to uncappedBps exactly.

import { Fragment } from "react";
import { classes } from "./attributes.ts";
import { Chart } from "./chart.tsx";
import { pointsBar } from "./charts/bars.ts";
import { pagePalette } from "./charts/palette.ts";
import { formatPercent, formatPoints } from "./format.ts";
import { Icon } from "./icon.tsx";
import { useKitWords } from "./words.ts";

export interface TraceQuestion {
  id: string;
  title: string;
  href?: string;
  /** The answer and the state of its proof: "Yes, verified". */
  answer: string;
  /** Value times evidence factor, 0…10000. */
  countsAsBps: number;
  /** What a perfect, proven answer would give. */
  ofBps: number;
  pointsBps: number;
  /** "Knock-out", "held": printed in red behind the title. */
  flag?: string;
}

export interface TraceSection {
  id: string;
  title: string;
  countsAsBps: number;
  ofBps: number;
  pointsBps: number;
  questions: readonly TraceQuestion[];
  isOpen?: boolean;
  /** Opens the section, or closes it when it is open: the address carries it. */
  toggleHref: string;
}

export interface TraceTableProps {
  caption: string;
  sections: readonly TraceSection[];
  uncappedBps: number;
  scoreBps: number;
  /** Which knock-outs the cap comes from, by id or name. */
  limitedBy?: string;
  grade: string | null;
}

export function TraceTable({ caption, sections, uncappedBps, scoreBps, limitedBy, grade }: TraceTableProps) {
  const words = useKitWords();
  const longest = Math.max(...sections.map((section) => section.ofBps));
  const isLimited = scoreBps < uncappedBps;
  return (
    <div className="table-box">
      <table className="table table--plain trace">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="trace__name">
              {words.trace.what}
            </th>
            <th scope="col">{words.trace.answer}</th>
            <th scope="col" className="num">
              {words.trace.countsAs}
            </th>
            <th scope="col" className="num">
              {words.trace.of}
            </th>
            <th scope="col" className="trace__bar">
              <span className="sr">{words.trace.bar}</span>
            </th>
            <th scope="col" className="num">
              {words.trace.points}
            </th>
          </tr>
        </thead>
        {sections.map((section) => (
          <tbody key={section.id} id={`trace-${section.id}`} className={section.isOpen ? "is-open" : "is-closed"}>
            <tr>
              <th scope="row">
                <a className="name" href={section.toggleHref} aria-expanded={section.isOpen ?? false}>
                  <Icon name="chevron-right" className={section.isOpen ? "icon--down" : undefined} />
                  {section.title}
                </a>
              </th>
              <td className="quiet nowrap">{words.trace.questions(section.questions.length)}</td>
              <Numbers of={section} longest={longest} isSection />
            </tr>
            {section.questions.map((question) => (
              <tr key={question.id} className="trace__q">
                <td>
                  {question.href === undefined ? question.title : <a href={question.href}>{question.title}</a>}{" "}
                  {question.flag !== undefined && (
                    <span className="late nowrap">
                      <Icon name="octagon-alert" /> {question.flag}
                    </span>
                  )}
                </td>
                <td className="quiet">{question.answer}</td>
                <Numbers of={question} longest={longest} />
              </tr>
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr className={classes(!isLimited && "sum")}>
            <th scope="row" colSpan={3}>
              {isLimited ? words.trace.sum(sections.length) : words.trace.score(grade)}
            </th>
            <td className={isLimited ? "num" : "quiet tab trace__of"}>
              {formatPoints(sections.reduce((sum, section) => sum + section.ofBps, 0))}
            </td>
            <td className="trace__bar" />
            <td className="num trace__sub">{formatPoints(uncappedBps)}</td>
          </tr>
          {isLimited && (
            <Fragment>
              <tr>
                <th scope="row" colSpan={5}>
                  {words.trace.limitedBy(limitedBy ?? "", formatPoints(scoreBps))}
                </th>
                <td className="num late">{formatPoints(scoreBps - uncappedBps)}</td>
              </tr>
              <tr className="sum">
                <th scope="row" colSpan={5}>
                  {words.trace.score(grade)}
                </th>
                <td className="num">{formatPoints(scoreBps)}</td>
              </tr>
            </Fragment>
          )}
        </tfoot>
      </table>
    </div>
  );
}

interface NumbersProps {
  of: { countsAsBps: number; ofBps: number; pointsBps: number };
  longest: number;
  isSection?: boolean;
}

function Numbers({ of, longest, isSection = false }: NumbersProps) {
  const points = formatPoints(of.pointsBps);
  return (
    <>
      <td className="num">{formatPercent(of.countsAsBps, isSection || of.countsAsBps % 100 !== 0 ? 2 : 0)}</td>
      <td className="num">{formatPoints(of.ofBps)}</td>
      <td className="trace__bar">
        <Chart className="tbar" drawing={pointsBar(pagePalette, { points: of.pointsBps, of: of.ofBps, longest })} />
      </td>
      <td className="num">{isSection ? <b>{points}</b> : points}</td>
    </>
  );
}
