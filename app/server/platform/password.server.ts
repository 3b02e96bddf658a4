// Passwords: argon2id (64 MiB, 3 passes, 1 lane), verified exactly as typed, at most four at once in a process so that a flood
// of sign-ins cannot take the memory. Raising the cost here makes older hashes outdated; they are renewed at the next sign-in.
import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { DomainError } from "#app/domain/errors.ts";
import { isCommonPassword } from "./common-passwords.server.ts";
import { concurrencyCap } from "./concurrency-cap.server.ts";

const argon2id = 2 as Algorithm.Argon2id;
const cost = { algorithm: argon2id, memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32 };
const currentHead = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;

/** A password is the only factor: NIST SP 800-63B-4 asks for 15 characters. The upper bound is in bytes, against floods. */
export const passwordLength = { leastCharacters: 15, mostBytes: 1024 } as const;

/** Hash of random bytes nobody kept: verifying against it costs what a real one costs. */
const nobodysHash = "$argon2id$v=19$m=65536,t=3,p=1$Lffwmn7TMxyszS9S3Bg6vQ$lRFEovdvL+H6FO8hZH/NBFDMXe310Wsn98lXasktZDM";

/** The memory of one process is what is bounded, hence one cap per process: 4 × 64 MiB. */
const atMostFour = concurrencyCap({
  atOnce: 4,
  waiting: 64,
  refusal: () =>
    new DomainError("unavailable", "Too many people are signing in at this moment. Try again in a few seconds.", { retryAfterSeconds: 3 }),
});

function isTooLong(password: string): boolean {
  return Buffer.byteLength(password, "utf8") > passwordLength.mostBytes;
}

/** The text to store; throws DomainError invalid for a password passwordProblem would refuse for its length. */
export async function hashPassword(password: string): Promise<string> {
  if (isTooLong(password))
    throw new DomainError("invalid", "The password is too long.", { fields: { password: "Use at most 1,024 bytes." } });
  return atMostFour(() => hash(password, cost));
}

/** True when the password is right. `stored` null (unknown account, no password yet) costs the same time and is never right. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const candidate = isTooLong(password) ? "" : password;
  const isRight = await atMostFour(() => verify(stored ?? nobodysHash, candidate));
  return isRight && stored !== null && !isTooLong(password);
}

/** True when the hash was made with another cost: after a successful sign-in, store a new one. */
export function isOutdatedHash(stored: string): boolean {
  return !stored.startsWith(currentHead);
}

/**
 * Why this password may not be chosen, as a sentence for its field; undefined when it may. `words` are what an attacker knows:
 * the person's name and address, the organisation. No composition rules; spaces and any script count (ASVS 5.0 V6.2).
 */
export function passwordProblem(password: string, words: readonly string[]): string | undefined {
  if ([...password].length < passwordLength.leastCharacters)
    return `Use at least ${passwordLength.leastCharacters} characters; a few unrelated words are good.`;
  if (isTooLong(password)) return "Use at most 1,024 bytes.";
  if (isCommonPassword(password, words))
    return "This would be guessed early: it is made of common words, repetitions, keys in a row, or your own name or company. Add something unrelated.";
  return undefined;
}
