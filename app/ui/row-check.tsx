// The checkbox in front of a row (or of all rows), with a 24 px target.

export interface RowCheckProps {
  /** "Select Tarnlight DNS". */
  label: string;
  name?: string;
  value?: string;
  defaultChecked?: boolean;
}

export function RowCheck({ label, ...input }: RowCheckProps) {
  return (
    <label className="check">
      <input type="checkbox" {...input} />
      <span className="sr">{label}</span>
    </label>
  );
}
