// A key that does the same as the control it stands in. Shown only: the script that listens announces its keys elsewhere.

export function Hotkey({ letter }: { letter: string }) {
  return (
    <span className="key" aria-hidden="true">
      {letter}
    </span>
  );
}
