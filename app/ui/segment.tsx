// One row of equal answers; radios underneath. For short words only: longer ones belong into a RadioGroup.

import type { ReactNode } from "react";
import { fieldId } from "./field-context.ts";
import { Hotkey } from "./hotkey.tsx";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

export interface SegmentOption {
  value: string;
  label: ReactNode;
  icon?: IconName;
  /** Key that chooses it, shown only. */
  hotkey?: string;
}

export interface SegmentProps {
  name: string;
  /** Says what is chosen; `labelledBy` when that text stands on the page already. */
  label?: string;
  labelledBy?: string;
  options: readonly SegmentOption[];
  defaultValue?: string | null;
  required?: boolean;
  id?: string;
}

export function Segment({ name, label, labelledBy, options, defaultValue, required, id = fieldId(name) }: SegmentProps) {
  return (
    <div className="segment" role="radiogroup" aria-label={label} aria-labelledby={labelledBy}>
      {options.map((option, index) => (
        <label key={option.value}>
          <input
            type="radio"
            id={index === 0 ? id : `${id}-${index + 1}`}
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            required={required}
          />
          {option.icon && <Icon name={option.icon} />}
          {option.label}
          {option.hotkey && <Hotkey letter={option.hotkey} />}
        </label>
      ))}
    </div>
  );
}
