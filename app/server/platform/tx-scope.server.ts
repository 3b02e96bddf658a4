// Knows whether the running code is inside a transaction of its store, so that a nested one is refused at once
// instead of waiting for itself for ever. Code started inside a tx and still running after its end is outside again.
import { AsyncLocalStorage } from "node:async_hooks";

export interface TxScope {
  refuseInside(door: string): void;
  /** Runs `work` as the inside of a transaction. `isOpen` turns false when it has ended. */
  inside<T>(work: (isOpen: () => boolean) => Promise<T>): Promise<T>;
}

export function createTxScope(): TxScope {
  const running = new AsyncLocalStorage<{ isOpen: boolean }>();
  return {
    refuseInside(door) {
      if (running.getStore()?.isOpen) throw new Error(`store.${door} inside a transaction: pass on its tx instead.`);
    },
    async inside(work) {
      const scope = { isOpen: true };
      try {
        return await running.run(scope, () => work(() => scope.isOpen));
      } finally {
        scope.isOpen = false;
      }
    },
  };
}
