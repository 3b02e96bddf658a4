// Which vendors might be the one about to be registered, and why. Shown before anything is saved (docs: product, "Intake").
import { duplicateKey } from "./vendor-keys.ts";

export const duplicateReasons = ["domain", "registration_id", "name", "similar_name"] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** Keys as made by vendor-keys.ts; null where unknown. */
export interface VendorKeys {
  readonly duplicateKey: string;
  readonly domain: string | null;
  readonly registrationKey: string | null;
}

export interface Duplicate<V> {
  readonly vendor: V;
  readonly because: readonly DuplicateReason[];
}

const sameDomain = (a: string | null, b: string | null) =>
  a !== null && b !== null && (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`));

/** One name continues the other word by word ("Quillpay", "Quillpay Checkout"), or they differ in spaces only. */
function isSimilar(a: string, b: string): boolean {
  if (a.replaceAll(" ", "") === b.replaceAll(" ", "")) return true;
  return a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

/** Those of `existing` that resemble `candidate`, the surest reason first; vendors without a reason are left out. */
export function findDuplicates<V extends VendorKeys>(candidate: VendorKeys, existing: readonly V[]): Duplicate<V>[] {
  const rank = (found: Duplicate<V>) => duplicateReasons.indexOf(found.because[0]!);
  return existing
    .map((vendor): Duplicate<V> => {
      const because: DuplicateReason[] = [];
      if (sameDomain(candidate.domain, vendor.domain)) because.push("domain");
      if (candidate.registrationKey !== null && candidate.registrationKey === vendor.registrationKey) because.push("registration_id");
      if (candidate.duplicateKey === vendor.duplicateKey) because.push("name");
      else if (isSimilar(candidate.duplicateKey, vendor.duplicateKey)) because.push("similar_name");
      return { vendor, because };
    })
    .filter(({ because }) => because.length > 0)
    .sort((a, b) => rank(a) - rank(b));
}

/** The first word of a name's duplicate key: whoever looks for similar names loads the vendors that have it as a search term. */
export function similarNameTerm(name: string): string {
  return duplicateKey(name).split(" ")[0]!;
}
