// A second scorer, written from scoring.md sentence by sentence with plain fractions and no regard for speed, that shares no code with
// the first: the two are compared on generated input. It knows one questionnaire and valid input only.
import type { Answer, AnswerValue } from "#app/domain/questionnaire/answer.ts";
import type { Cond, Question, Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";

interface Fraction {
  n: bigint;
  d: bigint;
}
const fraction = (n: number | bigint, d: number | bigint = 1n): Fraction => ({ n: BigInt(n), d: BigInt(d) });
const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
const over = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d, d: a.d * b.n });
const floor = (a: Fraction): number => Number(a.n / a.d);
const half = fraction(1, 2);

export interface NaiveInput {
  as?: string;
  facts: Record<string, unknown>;
  answers: Record<string, Answer>;
}

export interface NaiveQuestion {
  id: string;
  visible: boolean;
  counts: boolean;
  valueBps: number | null;
  factorBps: number | null;
  contributionBps: number | null;
  gainBps: number | null;
}

export interface NaiveResult {
  coverageBps: number;
  uncappedBps: number | null;
  scoreBps: number | null;
  grade: string | null;
  cappedBy: string[];
  heldBy: string[];
  assuranceBps: number;
  sections: { id: string; weight: number; bps: number | null }[];
  questions: NaiveQuestion[];
  findings: { question: string; severity: string; title: string }[];
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

export function naiveScore(file: Questionnaire, input: NaiveInput): NaiveResult {
  const all = file.sections.flatMap((section) => section.questions.map((question) => ({ section, question })));
  const given = (id: string): Answer | undefined => input.answers[id];
  const effective = (id: string): AnswerValue | undefined => {
    const answer = given(id);
    return answer?.determination?.is === "adjusted" ? answer.determination.value : answer?.value;
  };
  const optionsOf = (question: Question) => question.options ?? (question.scale ? file.scales?.[question.scale] : undefined);

  const isVisible = (id: string): boolean => {
    const { section, question } = all.find((item) => item.question.id === id)!;
    return (!section.when || holds(section.when)) && (!question.when || holds(question.when));
  };
  const isAnsweredForConditions = (id: string): boolean =>
    isVisible(id) && !isNothing(effective(id)) && given(id)?.determination?.is !== "rejected";

  function holds(cond: Cond): boolean {
    if ("all" in cond) return cond.all.every(holds);
    if ("any" in cond) return cond.any.some(holds);
    if ("not" in cond) return !holds(cond.not);
    const asked = cond as Record<string, unknown>;
    let value: unknown;
    if ("fact" in cond) {
      value = input.facts[cond.fact];
      if (value === undefined) return false;
    } else {
      const answered = isAnsweredForConditions(cond.q);
      if ("answered" in asked) return asked.answered === answered;
      if (!answered) return false;
      value = effective(cond.q);
    }
    const reserved = value === "declined" || value === "na";
    if ("is" in asked) return value === asked.is;
    if ("in" in asked) return (asked.in as unknown[]).some((code) => value === code);
    if (reserved) return false;
    if ("has" in asked) return (value as unknown[]).includes(asked.has);
    if ("lt" in asked) return (value as number) < (asked.lt as number);
    if ("lte" in asked) return (value as number) <= (asked.lte as number);
    if ("gt" in asked) return (value as number) > (asked.gt as number);
    return (value as number) >= (asked.gte as number);
  }

  const isScored = (question: Question): boolean => {
    if (question.scored === false) return false;
    if (question.type === "text" || question.type === "table") return false;
    if (question.type === "file") return true;
    if (question.type === "number" || question.type === "date") return question.bands !== undefined;
    return Object.values(optionsOf(question) ?? {}).some((option) => typeof option.score === "number");
  };
  const ruleHolds = (question: Question): boolean => {
    if (isNothing(effective(question.id))) return false;
    if (question.type === "file") return true;
    return question.evidence !== undefined && (!question.evidence.when || holds(question.evidence.when));
  };
  const evidenceState = (question: Question): string =>
    given(question.id)?.evidence ?? (question.type === "file" && !isNothing(effective(question.id)) ? "provided" : "attested");
  const isProven = (state: string) => state === "verified" || state === "provided" || state === "late";

  /** null: left out. */
  const rowValue = (question: Question): number | null => {
    const answer = given(question.id);
    const value = effective(question.id);
    if (value === "na" && answer?.naAccepted === true) return null;
    const raw = rawValue(question, value, answer);
    if (raw === null) return null;
    if (question.evidence?.proof === "required" && ruleHolds(question) && !isProven(evidenceState(question))) return 0;
    return raw;
  };
  const rawValue = (question: Question, value: AnswerValue | undefined, answer: Answer | undefined): number | null => {
    if (answer?.determination?.is === "rejected" || isNothing(value) || value === "declined" || value === "na") return 0;
    const bps = (code: string): number | null => {
      const { score } = optionsOf(question)![code]!;
      return typeof score === "number" ? Math.round(score * 10_000) : null;
    };
    const band = (measure: number): number => {
      for (const { upTo, score } of question.bands!) if (upTo === undefined || measure <= upTo) return Math.round(score * 10_000);
      throw new Error("bands without an end");
    };
    if (question.type === "boolean" || question.type === "choice") return bps(String(value));
    if (question.type === "multichoice") {
      const numbers = (value as string[]).map(bps).filter((each) => each !== null);
      if (numbers.length === 0) return null;
      return Math.min(
        10_000,
        numbers.reduce((sum, each) => sum + each, 0),
      );
    }
    if (question.type === "number") return band(value as number);
    if (question.type === "date") return band((Date.parse(input.as!) - Date.parse(value as string)) / 86_400_000);
    return evidenceState(question) === "rejected" ? 0 : 10_000;
  };

  const factors: Record<string, number> = { verified: 10_000, provided: 8500, late: 8500, attested: 7000, expired: 7000, rejected: 7000 };
  const rows = all.map(({ section, question }) => {
    const visible = isVisible(question.id);
    const value = visible && isScored(question) ? rowValue(question) : null;
    const factor = ruleHolds(question) ? factors[evidenceState(question)]! : 10_000;
    return { section, question, visible, counts: value !== null, value: value ?? 0, factor, weight: question.weight ?? 1 };
  });
  type Row = (typeof rows)[number];

  const pointsOf = (row: Row, perfect?: Row): Fraction =>
    row === perfect ? fraction(row.weight) : fraction(BigInt(row.weight) * BigInt(row.value) * BigInt(row.factor), 100_000_000n);
  const sectionScore = (id: string, perfect?: Row): Fraction | null => {
    const counting = rows.filter((row) => row.section.id === id && row.counts);
    if (counting.length === 0) return null;
    const points = counting.map((row) => pointsOf(row, perfect)).reduce(plus);
    return over(points, fraction(counting.reduce((sum, row) => sum + row.weight, 0)));
  };
  const scoring = file.sections.filter(({ id }) => rows.some((row) => row.section.id === id && row.counts));
  const allWeights = scoring.reduce((sum, { weight }) => sum + weight, 0);
  const total = (perfect?: Row): Fraction | null => {
    if (scoring.length === 0) return null;
    const sum = scoring.map(({ id, weight }) => times(fraction(weight), sectionScore(id, perfect)!)).reduce(plus);
    return over(sum, fraction(allWeights));
  };
  const inBps = (value: Fraction | null): number | null => (value ? floor(plus(times(value, fraction(10_000)), half)) : null);

  const isFailed = (row: Row) => row.question.criticality === "blocker" && row.counts && row.value === 0;
  const isHeld = (row: Row) =>
    row.question.criticality === "blocker" &&
    row.counts &&
    row.value > 0 &&
    (row.value < 10_000 || (ruleHolds(row.question) && !isProven(evidenceState(row.question))));
  const capped = (uncapped: number | null, except?: Row): number | null => {
    if (uncapped === null) return null;
    const caps = rows
      .filter((row) => row !== except)
      .flatMap((row) => (isFailed(row) ? [row.question.onFail!.capScore! * 100] : isHeld(row) ? [7900] : []));
    return Math.min(uncapped, ...caps);
  };
  const uncappedBps = inBps(total());
  const scoreBps = capped(uncappedBps);

  const contributions = new Map<Row, number>();
  const remainders: { row: Row; rest: Fraction }[] = [];
  for (const row of rows.filter(({ counts }) => counts)) {
    const weights = rows.filter((other) => other.counts && other.section === row.section).reduce((sum, other) => sum + other.weight, 0);
    const share = times(times(fraction(row.section.weight, allWeights), over(pointsOf(row), fraction(weights))), fraction(10_000));
    contributions.set(row, floor(share));
    remainders.push({ row, rest: plus(share, fraction(-floor(share))) });
  }
  remainders.sort((a, b) => {
    const left = a.rest.n * b.rest.d;
    const right = b.rest.n * a.rest.d;
    return left === right ? rows.indexOf(a.row) - rows.indexOf(b.row) : left > right ? -1 : 1;
  });
  let missing = (uncappedBps ?? 0) - [...contributions.values()].reduce((sum, each) => sum + each, 0);
  for (const { row } of remainders) {
    if (missing <= 0) break;
    contributions.set(row, contributions.get(row)! + 1);
    missing -= 1;
  }

  const askedByOthers = new Set<string>();
  const collect = (cond: Cond): void => {
    if ("all" in cond) cond.all.forEach(collect);
    else if ("any" in cond) cond.any.forEach(collect);
    else if ("not" in cond) collect(cond.not);
    else if ("q" in cond) askedByOthers.add(cond.q);
  };
  for (const { section, question } of all) for (const cond of [section.when, question.when]) if (cond) collect(cond);
  const required = rows.filter(
    ({ visible, question }) =>
      visible && (question.required === true || (question.required !== false && (isScored(question) || askedByOthers.has(question.id)))),
  );
  const answered = required.filter(({ question }) => !isNothing(effective(question.id)));
  const coverageBps = required.length === 0 ? 10_000 : Math.floor((answered.length * 10_000) / required.length);
  const complete = coverageBps === 10_000;
  const grade =
    scoreBps === null || !complete
      ? null
      : scoreBps >= 9000
        ? "A"
        : scoreBps >= 8000
          ? "B"
          : scoreBps >= 7000
            ? "C"
            : scoreBps >= 6000
              ? "D"
              : "F";
  const verified = rows
    .filter((row) => row.counts && ruleHolds(row.question) && evidenceState(row.question) === "verified")
    .reduce((sum, row) => sum + contributions.get(row)!, 0);

  const steps = ["critical", "high", "medium", "low", "low"];
  const findings = rows.flatMap((row) => {
    const finding = row.question.onFail?.finding;
    if (!finding || !row.counts) return [];
    const { id } = row.question;
    const answer = given(id);
    const pending = effective(id) === "na" && answer?.determination?.is !== "rejected";
    const title = finding.title.en!;
    if (row.value === 0) return pending ? [] : [{ question: id, severity: finding.severity as string, title }];
    if (row.question.criticality !== "blocker" || row.value === 10_000) return [];
    return [{ question: id, severity: steps[steps.indexOf(finding.severity) + 1]!, title }];
  });

  return {
    coverageBps,
    uncappedBps,
    scoreBps,
    grade,
    cappedBy: rows.filter(isFailed).map(({ question }) => question.id),
    heldBy: rows.filter(isHeld).map(({ question }) => question.id),
    assuranceBps: uncappedBps ? Math.floor((verified * 10_000) / uncappedBps) : 0,
    sections: file.sections.map(({ id, weight }) => ({ id, weight, bps: inBps(sectionScore(id)) })),
    questions: rows.map((row) => ({
      id: row.question.id,
      visible: row.visible,
      counts: row.counts,
      valueBps: row.counts ? row.value : null,
      factorBps: row.counts ? row.factor : null,
      contributionBps: row.counts ? contributions.get(row)! : null,
      gainBps: row.counts ? capped(inBps(total(row)), row)! - scoreBps! : null,
    })),
    findings,
  };
}
