// A score as a dial, alone or with figure and grade beside it. Ink only: a measurement has no colour.

import { classes } from "./attributes.ts";
import { Chart } from "./chart.tsx";
import { dial } from "./charts/dial.ts";
import { pagePalette } from "./charts/palette.ts";
import { formatPoints, formatScore } from "./format.ts";
import { Icon } from "./icon.tsx";
import { useKitWords } from "./words.ts";

export interface ScoreView {
  /** Null: nothing to show yet, or incomplete. */
  scoreBps: number | null;
  uncappedBps?: number | null;
  /** Null before coverage is complete. */
  grade: string | null;
  /** A knock-out limits the score. */
  isCapped?: boolean;
}

export interface ScoreDialProps extends ScoreView {
  /** 20, 40, 56, 112 px; lg carries figure and grade inside. */
  size?: "sm" | "md" | "xl" | "lg";
  /** Off where the figure stands beside it as text. */
  isDecoration?: boolean;
}

const strokes = { sm: 5, md: 5, xl: 4, lg: 3 };

export function ScoreDial({ size = "sm", isDecoration = false, ...score }: ScoreDialProps) {
  const words = useKitWords();
  const below = score.grade === null ? words.noGrade : words.grade(score.grade);
  const text = size === "lg" && score.scoreBps !== null ? { figure: formatScore(score.scoreBps), below } : undefined;
  return (
    <Chart
      className={classes("dial", size !== "sm" && `dial--${size}`)}
      drawing={dial(pagePalette, score, strokes[size], text)}
      label={isDecoration ? undefined : scoreSentence(score, words)}
    />
  );
}

export interface ScoreProps extends ScoreView {
  /** Instead of a figure: "Incomplete", "Not assessed". */
  none?: string;
  /** Before the review is closed. */
  isProvisional?: boolean;
}

/** Dial, figure and grade in one line, for tables: "69 D" with the knock-out's sign. */
export function Score({ none, isProvisional = false, ...score }: ScoreProps) {
  const words = useKitWords();
  if (score.scoreBps === null) {
    return (
      <span className="score">
        <ScoreDial {...score} isDecoration />
        <span className="quiet">{none ?? words.notAssessedYet}</span>
      </span>
    );
  }
  return (
    <span className="score">
      <ScoreDial {...score} isDecoration />
      <b>{formatScore(score.scoreBps)}</b>
      <i>{score.grade}</i>
      {score.isCapped && (
        <>
          <Icon name="octagon-alert" />
          <span className="sr">{words.capped}</span>
        </>
      )}
      {isProvisional && <span className="score__note">{words.provisional}</span>}
    </span>
  );
}

function scoreSentence(score: ScoreView, words: ReturnType<typeof useKitWords>): string {
  if (score.scoreBps === null) return words.notAssessedYet;
  const parts = [words.ofHundred(formatScore(score.scoreBps)), score.grade === null ? words.noGrade : words.grade(score.grade)];
  if (score.uncappedBps != null && score.uncappedBps > score.scoreBps) parts.push(words.withoutCap(formatPoints(score.uncappedBps)));
  return parts.join(", ");
}
