import { describe, expect, it } from "vitest";
import { concurrencyCap } from "#app/server/platform/concurrency-cap.server.ts";
import { hashPassword, isOutdatedHash, passwordProblem, verifyPassword } from "#app/server/platform/password.server.ts";

const known = ["Ida Lind", "ida.lind@northwind-shop.example", "Northwind Shop"];

describe("choosing a password", () => {
  it("takes long passwords of any kind", () => {
    for (const password of [
      "teapot glacier unfold marble",
      "Zwölf gelbe Omnibusse fahren",
      "紫色的大象在月球上安静地跳舞唱歌",
      "kX9#vq2!mmTz7pLw",
      "     two  spaces  violet  ",
    ])
      expect(passwordProblem(password, known), password).toBeUndefined();
  });

  it("refuses fewer than 15 characters, counted as people count them", () => {
    expect(passwordProblem("teapot glacier", known)).toMatch(/at least 15/);
    expect(passwordProblem("🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧🐦🐤", known)).toMatch(/at least 15/);
    expect(passwordProblem("x".repeat(1025), known)).toMatch(/1,024/);
  });

  it("refuses what is guessed first although it is long", () => {
    const guessed = [
      "passwordpassword",
      "Password1234567890",
      "P@ssw0rdP@ssw0rd!",
      "qwertyuiopasdfghjkl",
      "1qaz2wsx3edc4rfv",
      "aaaaaaaaaaaaaaaaaaaa",
      "abcabcabcabcabcabc",
      "correct horse battery staple",
      "welcome-summer-2026",
      "administrator1234",
      "12345678901234567890",
      "NorthwindShop2026!!",
      "ida.lind.northwind",
      "vouchsafevouchsafe1",
      "!@#$%^&*()_+!@#$%^",
    ];
    for (const password of guessed) expect(passwordProblem(password, known), password).toMatch(/guessed early/);
  });
});

describe("verifying a password", () => {
  it("takes it exactly as typed and nothing else", async () => {
    const typed = "  Teapot glacier\u0000 unfold marble é ";
    const stored = await hashPassword(typed);
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await verifyPassword(stored, typed)).toBe(true);
    for (const other of [typed.trim(), typed.toLowerCase(), typed.normalize("NFD"), typed.split("\u0000")[0]!, `${typed}x`, ""])
      expect(await verifyPassword(stored, other), other).toBe(false);
  });

  it("looks at every byte of a long one", async () => {
    const long = "abcdefghij".repeat(20);
    const stored = await hashPassword(long);
    expect(await verifyPassword(stored, `${long.slice(0, -1)}x`)).toBe(false);
  });

  it("never lets an unknown account in, and takes the time of a known one", async () => {
    const stored = await hashPassword("teapot glacier unfold marble");
    const timed = async (hash: string | null, password: string) => {
      const times: number[] = [];
      for (let run = 0; run < 5; run += 1) {
        const began = performance.now();
        expect(await verifyPassword(hash, password)).toBe(false);
        times.push(performance.now() - began);
      }
      return Math.min(...times);
    };
    const unknown = await timed(null, "wrong wrong wrong wrong");
    const knownAccount = await timed(stored, "wrong wrong wrong wrong");
    const overlong = await timed(stored, "x".repeat(5000));
    expect(unknown).toBeGreaterThan(knownAccount / 2);
    expect(overlong).toBeGreaterThan(knownAccount / 2);
  });

  it("knows which hashes are to be renewed", async () => {
    expect(isOutdatedHash(await hashPassword("teapot glacier unfold marble"))).toBe(false);
    expect(isOutdatedHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA")).toBe(true);
  });
});

describe("a cap on costly tasks", () => {
  it("runs at most the allowed number at once, lets the others wait, and refuses beyond the queue", async () => {
    const cap = concurrencyCap({ atOnce: 4, waiting: 6, refusal: () => new Error("full") });
    let running = 0;
    let most = 0;
    const releases: (() => void)[] = [];
    const task = () =>
      cap(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => releases.push(resolve));
        running -= 1;
      });
    const tasks = Array.from({ length: 10 }, task);
    await expect(task()).rejects.toThrow("full");
    for (let done = 0; done < 10; done += 1) {
      while (releases.length === 0) await new Promise((resolve) => setImmediate(resolve));
      releases.shift()!();
    }
    await Promise.all(tasks);
    expect(most).toBe(4);
    const failing = cap(() => Promise.reject(new Error("broken")));
    await expect(failing).rejects.toThrow("broken");
    expect(await cap(async () => 7)).toBe(7);
  });
});
