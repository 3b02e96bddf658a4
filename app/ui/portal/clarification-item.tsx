// One question sent back: what we ask, the question with its present answer to change, and room for an explanation in any case.
import { RevisedAnswer, type RevisedAnswerProps } from "./revised-answer.tsx";

export interface ClarificationItemProps extends Omit<RevisedAnswerProps, "label" | "children"> {
  ask: string;
}

export function ClarificationItem({ ask, ...revised }: ClarificationItemProps) {
  const { words } = revised;
  return (
    <>
      <div className="clarify">
        <p>
          <b>{words.clarifications.weAsk}</b>
        </p>
        <p className="pre">{ask}</p>
      </div>
      <RevisedAnswer {...revised} label={words.clarifications.open} />
    </>
  );
}
