// Bounds how many costly tasks run at once, and how many may wait for their turn; the rest is refused at once.

export interface CapOptions {
  atOnce: number;
  waiting: number;
  /** What is thrown when the queue is full. */
  refusal: () => Error;
}

export function concurrencyCap(options: CapOptions): <T>(task: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= options.atOnce) {
      if (queue.length >= options.waiting) throw options.refusal();
      // The one who finishes hands its place over, so `running` stays as it is.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      return await task();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
