// Runs the job worker of this process when there may be work: after a COMMIT that queued jobs, and on every tick.
// Runs never overlap; a poke during a run is followed by one more run.

export interface Waker {
  /** There may be work. Returns at once. */
  poke(): void;
  /** Runs until nothing is due, and resolves when the worker rests. Rejects with what the worker threw. */
  drain(): Promise<void>;
  /** Names the work; pokes that came before are made good. `run` returns how many jobs it ran. */
  start(run: () => Promise<number>): void;
  /** No further runs; resolves when the running one has ended. */
  stop(): Promise<void>;
}

export interface WakerOptions {
  /** What to do with an error of the worker itself; jobs that fail are the worker's business. */
  onError: (error: unknown) => void;
  /** False for tests: pokes wait for `drain`, so that a test decides when jobs run. */
  runsByItself?: boolean;
}

export function createWaker({ onError, runsByItself = true }: WakerOptions): Waker {
  let run: (() => Promise<number>) | undefined;
  let isWanted = false;
  let isStopped = false;
  let running: Promise<void> | undefined;

  async function runUntilIdle(): Promise<void> {
    while (isWanted && run !== undefined && !isStopped) {
      isWanted = false;
      if ((await run()) > 0) isWanted = true;
    }
  }

  function begin(): Promise<void> {
    running ??= runUntilIdle().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    poke() {
      isWanted = true;
      if (!runsByItself || isStopped || running !== undefined) return;
      // Out of the caller's way: the answer to a request does not wait for its jobs.
      setImmediate(() => begin().catch(onError));
    },
    async drain() {
      do {
        isWanted = true;
        await begin();
      } while (isWanted && run !== undefined && !isStopped);
    },
    start(work) {
      run = work;
      if (isWanted) this.poke();
    },
    async stop() {
      isStopped = true;
      await running?.catch(() => undefined);
    },
  };
}
