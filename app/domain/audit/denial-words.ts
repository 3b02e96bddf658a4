// A refusal in the audit log as a sentence: what was asked for, and what stood against it.
import { type Permission, policy } from "../access/policy.ts";
import { type Refusal, refusals } from "../access/separation-of-duties.ts";

/** Codes that were retired since stay readable: they are shown as they are. */
export function denialWords({ permission, verdict }: { permission: string; verdict: string }): string {
  const asked = Object.hasOwn(policy, permission) ? policy[permission as Permission].means : permission;
  const broken = Object.hasOwn(refusals, verdict) ? refusals[verdict as Refusal] : undefined;
  if (broken === undefined) return `Refused for lack of the right: ${asked}`;
  return `Refused although the right is there: ${asked}. The answer was: ${broken}`;
}
