// Many stories told at once in order of time, so that the audit log of the demo reads true. A story is a generator that yields the moment
// of its next step; the earliest step of all stories runs next, with the clock set to it.
import type { Clock } from "#app/server/platform/clock.server.ts";

export interface StoryClock extends Clock {
  set(at: Date): void;
}

export type Story = AsyncGenerator<Date, void, void>;

export function storyClock(start: Date): StoryClock {
  let now = start;
  return {
    now: () => new Date(now),
    set(at) {
      if (at < now) throw new Error(`The story goes back from ${now.toISOString()} to ${at.toISOString()}.`);
      now = at;
    },
  };
}

/** Runs all stories to their end; `between` runs before the clock moves on (jobs, sweeps), `told` after each step. */
export async function tell(
  stories: readonly Story[],
  clock: StoryClock,
  between: (next: Date) => Promise<void>,
  told: () => void,
): Promise<void> {
  const next: { at: Date; story: Story }[] = [];
  for (const story of stories) {
    const first = await story.next();
    if (!first.done) next.push({ at: first.value, story });
  }
  while (next.length > 0) {
    next.sort((a, b) => a.at.getTime() - b.at.getTime());
    const { at, story } = next.shift() as (typeof next)[number];
    await between(at);
    clock.set(at);
    const step = await story.next();
    told();
    if (!step.done) next.push({ at: step.value, story });
  }
}
