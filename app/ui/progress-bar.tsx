// A native progress element: its width needs no style attribute, and it reads itself out.

export interface ProgressBarProps {
  /** "41 of 58 reviewed". */
  label: string;
  value: number;
  max: number;
  /** Something is going on right now (an upload). */
  isBusy?: boolean;
  /** Shows the label above the bar. */
  withLabel?: boolean;
}

export function ProgressBar({ label, value, max, isBusy = false, withLabel = false }: ProgressBarProps) {
  return (
    <>
      {withLabel && <p aria-hidden="true">{label}</p>}
      <progress className={isBusy ? "busy" : undefined} max={Math.max(1, max)} value={value} aria-label={label} />
    </>
  );
}
