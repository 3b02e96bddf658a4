// A clock that stands still until a test moves it.
import type { Clock } from "#app/server/platform/clock.server.ts";

export interface MovableClock extends Clock {
  set(instant: string | Date): void;
  advance(by: { days?: number; hours?: number; minutes?: number; milliseconds?: number }): void;
}

export function aClock(instant: string): MovableClock {
  let now = new Date(instant);
  return {
    now: () => new Date(now),
    set(to) {
      now = new Date(to);
    },
    advance({ days = 0, hours = 0, minutes = 0, milliseconds = 0 }) {
      now = new Date(now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000 + milliseconds);
    },
  };
}
