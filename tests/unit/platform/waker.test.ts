import { describe, expect, it } from "vitest";
import { createWaker } from "#app/server/platform/waker.server.ts";

const neverFails = (error: unknown) => {
  throw error;
};

describe("the waker", () => {
  it("runs by itself after a poke, never twice at once, and once more for pokes during a run", async () => {
    const waker = createWaker({ onError: neverFails });
    let running = 0;
    let most = 0;
    let runs = 0;
    waker.start(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      runs += 1;
      if (runs === 1) for (let n = 0; n < 5; n++) waker.poke();
      running -= 1;
      return 0;
    });
    for (let n = 0; n < 5; n++) waker.poke();
    await new Promise((resolve) => setImmediate(resolve));
    await waker.drain();
    expect(most).toBe(1);
    expect(runs).toBeGreaterThanOrEqual(2);
    expect(runs).toBeLessThanOrEqual(3);
  });

  it("makes good the pokes from before it knew its work", async () => {
    const waker = createWaker({ onError: neverFails });
    waker.poke();
    const ran = new Promise<void>((resolve) => {
      waker.start(async () => {
        resolve();
        return 0;
      });
    });
    await ran;
  });

  it("runs until nothing is left when drained", async () => {
    const waker = createWaker({ onError: neverFails, runsByItself: false });
    let left = 3;
    waker.start(async () => (left > 0 ? left-- : 0));
    waker.poke();
    await new Promise((resolve) => setImmediate(resolve));
    expect(left).toBe(3);
    await waker.drain();
    expect(left).toBe(0);
  });

  it("hands an error of the worker on, and works again after it", async () => {
    const errors: unknown[] = [];
    const waker = createWaker({ onError: (error) => errors.push(error) });
    let runs = 0;
    waker.start(async () => {
      runs += 1;
      if (runs === 1) throw new Error("database away");
      return 0;
    });
    waker.poke();
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect(errors).toHaveLength(1);
    await waker.drain();
    expect(runs).toBe(2);
  });

  it("ends after the running job and does not begin again", async () => {
    const waker = createWaker({ onError: neverFails, runsByItself: false });
    let runs = 0;
    let finish: () => void = () => undefined;
    waker.start(() => {
      runs += 1;
      return new Promise((resolve) => {
        finish = () => resolve(1);
      });
    });
    const draining = waker.drain();
    const stopped = waker.stop();
    finish();
    await Promise.all([stopped, draining]);
    waker.poke();
    await waker.drain();
    expect(runs).toBe(1);
  });
});
