// A short sum: amounts under one another, the total under a single rule and over a double one.

export interface LedgerLine {
  name: string;
  amount: string;
}

export function Ledger({ lines, total }: { lines: readonly LedgerLine[]; total: LedgerLine }) {
  return (
    <dl className="ledger">
      {lines.map((line) => (
        <div key={line.name}>
          <dt>{line.name}</dt>
          <dd>{line.amount}</dd>
        </div>
      ))}
      <div className="ledger__sum">
        <dt>{total.name}</dt>
        <dd>{total.amount}</dd>
      </div>
    </dl>
  );
}
