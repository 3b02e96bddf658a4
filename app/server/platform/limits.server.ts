// Rate limits: a fixed window per limit and key, counted in a table that all processes share. Values come from the config;
// nothing turns them off. When the counters cannot be reached, consume throws: authentication must fail closed.
import { createHash } from "node:crypto";
import type { Limit } from "./config-values.server.ts";
import type { LimitName } from "./config-variables.server.ts";
import { refusal } from "./refusal.server.ts";

export interface Limits {
  /** Counts one use; throws DomainError rate_limited (data.retryAfterSeconds) when the window is used up. */
  consume(name: LimitName, key: string, now: Date): Promise<void>;
  /** Forgets the uses of one key, after a success such as a completed sign-in. */
  reset(name: LimitName, key: string): Promise<void>;
}

export interface LimitWindow {
  points: number;
  expiresAt: Date;
}

/** Where the counters live. `increment` is atomic: it begins a new window when there is none or the old one has ended at `now`. */
export interface LimitStore {
  increment(key: string, now: Date, windowSeconds: number): Promise<LimitWindow>;
  remove(key: string): Promise<void>;
}

/** Counters of one process, for tests and tools without a database. */
export function memoryLimitStore(): LimitStore {
  const windows = new Map<string, LimitWindow>();
  return {
    async increment(key, now, windowSeconds) {
      const known = windows.get(key);
      const isRunning = known !== undefined && known.expiresAt > now;
      const window = isRunning
        ? { ...known, points: known.points + 1 }
        : { points: 1, expiresAt: new Date(now.getTime() + windowSeconds * 1000) };
      windows.set(key, window);
      return window;
    },
    async remove(key) {
      windows.delete(key);
    },
  };
}

/** Keys are hashed: a table of counters must not become a list of e-mail addresses and link tokens. */
function storedKey(name: LimitName, key: string): string {
  return `${name}:${createHash("sha256").update(key, "utf8").digest("base64url")}`;
}

export function createLimits(values: Readonly<Record<LimitName, Limit>>, store: LimitStore): Limits {
  return {
    async consume(name, key, now) {
      const { points, seconds } = values[name];
      const window = await store.increment(storedKey(name, key), now, seconds);
      if (window.points <= points) return;
      const retryAfterSeconds = Math.max(1, Math.ceil((window.expiresAt.getTime() - now.getTime()) / 1000));
      throw refusal("rate_limited", ({ refusals }) => refusals.tooMany(retryAfterSeconds), {
        retryAfterSeconds,
        limit: name,
      });
    },
    reset: (name, key) => store.remove(storedKey(name, key)),
  };
}

/** The part of a client's address that is counted: the whole IPv4 address, the /64 of an IPv6 address. */
export function addressKey(ip: string): string {
  if (!ip.includes(":")) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1]!;
  const [head = "", tail = ""] = ip.toLowerCase().split("%")[0]!.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === "" ? [] : tail.split(":");
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  const groups = ip.includes("::") ? [...left, ...zeros, ...right] : left;
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
