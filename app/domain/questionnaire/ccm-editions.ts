// Which control of CCM v4.1 a control of CCM v4.0 is: CAIQ 4.0.3 and 4.1 number several domains differently, our questions name v4.1.
// Source: titles of the controls of v4.0.12 and v4.1.0, compared one by one. What v4.1 added has no number in v4.0, and IAM-12 of v4.0
// (integrity of logs) is gone: no control of v4.1 asks exactly that.
import { frameworkControls } from "./control-ids.ts";

export const ccmEditions = ["4.0", "4.1"] as const;
export type CcmEdition = (typeof ccmEditions)[number];

/** Per domain the numbers in v4.1 of its controls 01, 02, … in v4.0; 0 for one that is gone. Domains that are not here kept theirs. */
const renumbered: Record<string, readonly number[]> = {
  DCS: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
  IAM: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 12, 13, 14, 15],
  LOG: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14],
  SEF: [1, 2, 3, 4, 5, 6, 8, 10],
  STA: [2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16],
  TVM: [1, 2, 8, 5, 6, 7, 3, 9, 11, 12],
};

/** How many controls the other domains have in v4.0; v4.1 added some at their end. */
const kept: Record<string, number> = {
  "A&A": 6,
  AIS: 7,
  BCR: 11,
  CCC: 9,
  CEK: 21,
  DSP: 19,
  GRC: 8,
  HRS: 13,
  IPY: 4,
  IVS: 9,
  UEM: 14,
};

const known: ReadonlySet<string> = new Set(frameworkControls["csa-ccm-4.1"]);

/** The control as v4.1 writes it, without the framework's name; undefined for what is none, or is gone. */
export function controlIn41(id: string, edition: CcmEdition): string | undefined {
  const [, domain = "", digits = ""] = /^([A-Z&]{3})-(\d\d)$/.exec(id) ?? [];
  if (edition === "4.1") return known.has(id) ? id : undefined;
  const number = Number(digits);
  const list = Object.hasOwn(renumbered, domain) ? renumbered[domain]! : undefined;
  const is = list ? list[number - 1] : Object.hasOwn(kept, domain) && number >= 1 && number <= kept[domain]! ? number : undefined;
  return is ? `${domain === "IVS" ? "I&S" : domain}-${String(is).padStart(2, "0")}` : undefined;
}
