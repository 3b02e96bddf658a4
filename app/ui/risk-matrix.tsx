// The residual-risk table of the scoring method with counts in it: inherent band down, grade across. The shade is the residual
// risk of the cell; its word is in the link and the legend. Each count leads to its vendors.

import type { RiskBand } from "#app/domain/risk/risk-levels.ts";
import { RiskBadge } from "./risk-badge.tsx";
import { useKitWords } from "./words.ts";

export const matrixBands = ["critical", "high", "medium", "low"] as const satisfies readonly RiskBand[];
export const matrixGrades = ["A", "B", "C", "D", "F", "none"] as const;
export type MatrixGrade = (typeof matrixGrades)[number];

export interface MatrixCell {
  count: number;
  residual: RiskBand;
  href: string;
}

export interface RiskMatrixProps {
  caption: string;
  cells: Readonly<Record<RiskBand, Readonly<Record<MatrixGrade, MatrixCell>>>>;
  /** Where the words of the legend lead. */
  legendHref: Readonly<Record<RiskBand, string>>;
}

export function RiskMatrix({ caption, cells, legendHref }: RiskMatrixProps) {
  const words = useKitWords();
  const all = matrixBands.flatMap((band) => matrixGrades.map((grade) => cells[band][grade]));
  const sum = (some: readonly MatrixCell[]) => some.reduce((total, cell) => total + cell.count, 0);
  return (
    <>
      <div className="table-box">
        <table className="matrix">
          <caption className="sr">{caption}</caption>
          <thead>
            <tr>
              <td />
              {matrixGrades.map((grade) => (
                <th key={grade} scope="col">
                  {grade === "none" ? words.noGradeShort : grade}
                </th>
              ))}
              <th scope="col" className="num">
                <span className="sr">{words.sum}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {matrixBands.map((band, index) => (
              <tr key={band}>
                <th scope="row">
                  {words.risk[band]} <small>{words.tier(index + 1)}</small>
                </th>
                {matrixGrades.map((grade) => (
                  <Cell key={grade} cell={cells[band][grade]} />
                ))}
                <td className="num">{sum(matrixGrades.map((grade) => cells[band][grade]))}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="sum">
              <th scope="row">
                <span className="sr">{words.sum}</span>
              </th>
              {matrixGrades.map((grade) => (
                <td key={grade} className="quiet tab">
                  {sum(matrixBands.map((band) => cells[band][grade]))}
                </td>
              ))}
              <td className="num">{sum(all)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <ul className="legend">
        {matrixBands.map((band) => (
          <li key={band}>
            <a href={legendHref[band]}>
              <RiskBadge level={band} plain /> {sum(all.filter((cell) => cell.residual === band))}
            </a>
          </li>
        ))}
        <li className="push quiet">{words.residual}</li>
      </ul>
    </>
  );
}

function Cell({ cell }: { cell: MatrixCell }) {
  const words = useKitWords();
  return (
    <td className={`cell cell--${cell.residual}${cell.count === 0 ? " cell--none" : ""}`}>
      {cell.count === 0 ? (
        <span>0</span>
      ) : (
        <a href={cell.href}>
          {cell.count}
          <span className="sr"> {words.vendorsAt(cell.count, words.risk[cell.residual])}</span>
        </a>
      )}
    </td>
  );
}
