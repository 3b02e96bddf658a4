// The filters in force, each with a link that takes it away. The address is the state.

import { Icon } from "./icon.tsx";
import { useKitWords } from "./words.ts";

export interface FilterChip {
  name: string;
  value: string;
  removeHref: string;
}

export function FilterChips({ chips }: { chips: readonly FilterChip[] }) {
  const words = useKitWords();
  if (chips.length === 0) return null;
  return (
    <ul className="row" aria-label={words.activeFilters}>
      {chips.map((chip) => (
        <li className="chip" key={chip.name + chip.value}>
          <span>
            <span className="quiet">{chip.name}: </span>
            {chip.value}
          </span>
          <a href={chip.removeHref}>
            <Icon name="x" />
            <span className="sr">{words.removeFilter(chip.name)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
