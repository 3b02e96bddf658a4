// The line that says what to do about one field. Renders nothing without an error.

import { Icon } from "./icon.tsx";
import { useKitWords } from "./words.ts";

export interface FieldErrorProps {
  id: string;
  error?: string;
}

export function FieldError({ id, error }: FieldErrorProps) {
  const words = useKitWords();
  if (error === undefined) return null;
  return (
    <p className="field__error" id={id}>
      <Icon name="circle-alert" />
      <span>
        <span className="sr">{words.error} </span>
        {error}
      </span>
    </p>
  );
}
