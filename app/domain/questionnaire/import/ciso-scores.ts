// What choices of CISO Assistant are worth: the result they compute, else their share of the points to be had. Without either, nothing.
import { asNumber, asText, field, type Loose } from "./foreign-values.ts";

const results: Record<string, number | null> = {
  true: 1,
  compliant: 1,
  partially_compliant: 0.5,
  false: 0,
  non_compliant: 0,
  not_applicable: null,
};

const fourDecimals = (score: number): number => Math.round(Math.min(1, Math.max(0, score)) * 10_000) / 10_000;

export interface Worth {
  /** One per choice; undefined when the choices carry no score at all. */
  scores: (number | null)[] | undefined;
  /** What was given up to get there, in words. */
  notes: string[];
}

export function worthOf(choices: readonly Loose[], isMultiple: boolean): Worth {
  const computed = choices.map((choice) => asText(field(choice, "compute_result"))?.trim().toLowerCase());
  const points = choices.map((choice) => asNumber(field(choice, "add_score")));
  const unknown = computed.filter((result) => result !== undefined && !Object.hasOwn(results, result));
  const notes = unknown.map((result) => `The result “${result!.slice(0, 40)}” is not known: the choice is left out of the score.`);
  if (computed.some((result) => result !== undefined && Object.hasOwn(results, result))) {
    if (points.some((point) => point !== undefined)) notes.push("Choices carry results and points: the results count.");
    return { scores: computed.map((result) => (result !== undefined && Object.hasOwn(results, result) ? results[result]! : null)), notes };
  }
  const given = points.filter((point) => point !== undefined);
  const most = isMultiple ? given.reduce((sum, point) => sum + Math.max(0, point), 0) : Math.max(0, ...given);
  if (most <= 0) {
    if (given.length > 0) notes.push("No choice gains points: the question is not scored.");
    return { scores: undefined, notes };
  }
  if (given.some((point) => point < 0)) notes.push("Points below nothing count as nothing.");
  return { scores: points.map((point) => (point === undefined ? null : fourDecimals(point / most))), notes };
}

/** A weight of vrq/1: a whole number from 1 to 1000; undefined for the usual weight of 1. */
export function weightFrom(value: unknown): number | undefined {
  const weight = asNumber(value);
  if (weight === undefined || weight <= 0) return undefined;
  const whole = Math.min(1000, Math.max(1, Math.round(weight)));
  return whole === 1 ? undefined : whole;
}
