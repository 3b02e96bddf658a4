// A realistic report: 50 questions in nine sections, one failed and one unproven knock-out that cap the score, findings,
// a risk acceptance, contract clauses, card scope and changes since last time. Companies and people are invented.

import { contractClauses } from "#app/domain/report/contract-clauses.ts";
import type {
  ReportAnswer,
  ReportEvidence,
  ReportEvidenceState,
  ReportFacts,
  ReportQuestion,
  ReportScoreQuestion,
  ReportSection,
} from "#app/domain/report/report-facts.ts";

export type Mark = "yes" | "partly" | "no" | "provided" | "expired" | "na" | "declined" | "unscored";

interface Line {
  text: string;
  mark?: Mark;
  weight?: number;
  knockOut?: true;
  gate?: true;
  words?: string;
  comment?: string;
  determination?: { is: "adjusted" | "rejected" | "accepted"; words: string | null; reason: string };
  evidence?: string[];
  controls?: string[];
}

const marks: Record<Mark, { valueBps: number; factorBps: number; words: string; state: ReportEvidenceState | null }> = {
  yes: { valueBps: 10_000, factorBps: 10_000, words: "Yes", state: null },
  partly: { valueBps: 5_000, factorBps: 10_000, words: "Partially", state: null },
  no: { valueBps: 0, factorBps: 10_000, words: "No", state: null },
  provided: { valueBps: 10_000, factorBps: 8_500, words: "Yes", state: "provided" },
  expired: { valueBps: 10_000, factorBps: 7_000, words: "Yes", state: "expired" },
  na: { valueBps: 0, factorBps: 10_000, words: "Not applicable", state: null },
  declined: { valueBps: 0, factorBps: 10_000, words: "We do not answer this", state: null },
  unscored: { valueBps: 0, factorBps: 10_000, words: "Tromholm and Vessby", state: null },
};

const outline: [title: string, id: string, weight: number, lines: Line[]][] = [
  [
    "Governance and policies",
    "gov",
    10,
    [
      {
        text: "Does the management approve an information security policy every year?",
        controls: ["iso27001-2022#A.5.1", "nist-csf-2.0#GV.PO-01"],
      },
      { text: "Is somebody with enough authority responsible for security?", controls: ["iso27001-2022#A.5.2"] },
      { text: "Are risks assessed at least once a year and after major changes?", controls: ["nist-csf-2.0#ID.RA-05"] },
      {
        text: "Does everybody take security training every year?",
        mark: "partly",
        comment: "Engineers yearly, others every second year.",
        controls: ["iso27001-2022#A.6.3"],
      },
      { text: "Are employees screened before they get access to customers' systems?" },
    ],
  ],
  [
    "Cardholder data and PCI DSS",
    "pci",
    20,
    [
      {
        text: "Do you store, process or transmit card data for us, or could you affect its security?",
        mark: "unscored",
        gate: true,
        words: "Yes, we store and process it",
      },
      {
        text: "How is the service we buy validated against PCI DSS v4.0.1?",
        knockOut: true,
        weight: 4,
        words: "Service-provider AoC naming this service",
        evidence: ["evd_aoc"],
        controls: ["pci-dss-4.0.1#12.8.4", "iso27001-2022#A.5.19", "nist-csf-2.0#GV.SC-07"],
      },
      {
        text: "Do you acknowledge in writing your responsibility for account data?",
        evidence: ["evd_matrix"],
        controls: ["pci-dss-4.0.1#12.8.2"],
        knockOut: true,
        weight: 3,
      },
      { text: "Did the last four ASV scans pass?", mark: "provided", weight: 2, evidence: ["evd_asv"], controls: ["pci-dss-4.0.1#11.3.2"] },
      {
        text: "Is segmentation tested at least twice a year?",
        mark: "partly",
        comment: "Tested once in the last twelve months.",
        controls: ["pci-dss-4.0.1#11.4.6"],
      },
      { text: "Are card numbers unreadable wherever they are stored?", weight: 2, controls: ["pci-dss-4.0.1#3.5.1"] },
      { text: "Is sensitive authentication data never stored after authorisation?", weight: 2 },
      { text: "Do you tell us which requirements you run for us and which we run?" },
    ],
  ],
  [
    "Payment page and scripts",
    "page",
    15,
    [
      { text: "Is every script of the payment page authorised and inventoried?", weight: 2, controls: ["pci-dss-4.0.1#6.4.3"] },
      {
        text: "Is a change of the payment page detected and reported?",
        mark: "provided",
        weight: 2,
        evidence: ["evd_pentest"],
        controls: ["pci-dss-4.0.1#11.6.1"],
      },
      {
        text: "Are headers and scripts compared at least weekly?",
        mark: "partly",
        comment: "Twice a month.",
        controls: ["pci-dss-4.0.1#11.6.1"],
      },
      { text: "Is the integrity of scripts from others checked?" },
      { text: "Does the hosted page resist framing by others?" },
    ],
  ],
  [
    "Access and authentication",
    "acc",
    15,
    [
      {
        text: "Is multi-factor authentication enforced for every administrative access?",
        mark: "no",
        knockOut: true,
        weight: 3,
        words: "Yes",
        determination: { is: "adjusted", words: "No", reason: "The export lists 41 administrators, 3 without a second factor." },
        evidence: ["evd_access"],
        controls: ["pci-dss-4.0.1#8.4.2", "iso27001-2022#A.8.5", "nist-csf-2.0#PR.AA-03"],
      },
      {
        text: "Are accounts removed within 24 hours of leaving?",
        mark: "provided",
        evidence: ["evd_access"],
        controls: ["iso27001-2022#A.5.18"],
      },
      { text: "Are access rights reviewed every six months?", evidence: ["evd_access"], controls: ["pci-dss-4.0.1#7.2.4"] },
      { text: "Is the use of break-glass accounts logged and reviewed?", mark: "partly", comment: "Logged; reviewed on demand." },
      { text: "Are service credentials rotated?" },
      { text: "Are customers' administrators able to enforce single sign-on?" },
    ],
  ],
  [
    "Encryption and keys",
    "enc",
    10,
    [
      { text: "Is data encrypted in transit with TLS 1.2 or later?" },
      { text: "Is data encrypted at rest?" },
      { text: "Are keys kept in hardware or a managed key service?" },
      { text: "Are keys rotated and their custodians named?" },
    ],
  ],
  [
    "Vulnerabilities and change",
    "vul",
    10,
    [
      {
        text: "Is an independent penetration test done every year?",
        mark: "provided",
        weight: 2,
        evidence: ["evd_pentest"],
        controls: ["pci-dss-4.0.1#11.4.3"],
      },
      {
        text: "Are critical patches installed within 30 days?",
        mark: "partly",
        comment: "95 % of systems within 30 days, the rest within 45.",
        controls: ["pci-dss-4.0.1#6.3.3"],
      },
      { text: "Is code reviewed before it is deployed?" },
      { text: "Are dependencies inventoried and watched?" },
      { text: "Is there a way to report vulnerabilities?" },
    ],
  ],
  [
    "Incident response and notice",
    "inc",
    10,
    [
      { text: "Is an incident response plan tested at least once a year?", controls: ["iso27001-2022#A.5.24", "pci-dss-4.0.1#12.10.2"] },
      {
        text: "Within how many hours do you notify customers of a breach?",
        mark: "partly",
        words: "72 h",
        controls: ["nist-csf-2.0#RS.CO-02"],
      },
      { text: "Can you preserve evidence for a forensic investigation?" },
      { text: "Is somebody reachable around the clock?" },
      { text: "Have you had a breach in the last 36 months?", words: "No" },
    ],
  ],
  [
    "Continuity and exit",
    "bcp",
    5,
    [
      {
        text: "Was a restore test done within the last twelve months?",
        mark: "expired",
        knockOut: true,
        evidence: ["evd_restore"],
        controls: ["iso27001-2022#A.8.13"],
      },
      { text: "Is there a tested exit plan for customers?", mark: "partly", comment: "Written, not tested." },
      { text: "Can tokens be moved to another provider?" },
      { text: "What availability do you commit to?", words: "99.95 % per month" },
    ],
  ],
  [
    "Subprocessors",
    "sub",
    5,
    [
      { text: "Where is our data stored?", mark: "unscored" },
      {
        text: "List the subprocessors that touch our data.",
        mark: "unscored",
        words: "Norrsund Cloud (hosting, SE)\nBrackwater Fraud Ltd (scoring, IE)\nPellicane Print (statements, IT)",
      },
      {
        text: "Are your duties passed on to subprocessors by contract?",
        mark: "no",
        comment: "Standard terms, without audit right.",
        controls: ["iso27001-2022#A.5.21"],
      },
      { text: "Do you tell customers before a subprocessor changes?" },
      { text: "How do you protect transfers outside the EEA?", mark: "na", comment: "All data stays in Tromholm and Vessby." },
      {
        text: "May we inspect the audit reports of your subprocessors?",
        mark: "declined",
        comment: "Their reports are under a duty of confidence.",
      },
    ],
  ],
];

const answeredAt = "2026-11-09T13:02:11.000Z";
const determinedAt = "2026-11-11T09:20:00.000Z";

function answerOf(line: Line, mark: Mark): ReportAnswer {
  return {
    kind: mark === "na" ? "not_applicable" : mark === "declined" ? "declined" : "answered",
    words: line.words ?? marks[mark].words,
    comment: line.comment ?? null,
    source: "vendor",
    byRole: "Vendor contact",
    at: answeredAt,
    document: null,
    promisedOn: null,
    revision: 1,
  };
}

function questionOf(line: Line, id: string): ReportQuestion {
  const mark = line.mark ?? "yes";
  const state = line.evidence ? (marks[mark].state ?? "verified") : null;
  const needsDetermination = line.determination || line.knockOut || line.gate || mark === "na" || mark === "declined" || mark === "no";
  return {
    id,
    text: line.text,
    isKnockOut: line.knockOut ?? false,
    isGate: line.gate ?? false,
    isRequired: true,
    answer: answerOf(line, mark),
    earlier: id === "inc2" ? [{ words: "96 h", byRole: "Vendor contact", at: "2026-11-05T08:00:00.000Z" }] : [],
    determination: needsDetermination
      ? {
          is: line.determination?.is ?? "accepted",
          words: line.determination?.words ?? null,
          reason: line.determination?.reason ?? null,
          byRole: "Compliance officer",
          at: determinedAt,
        }
      : null,
    notApplicable:
      mark === "na" ? { isAccepted: true, byRole: "Approver", reason: "Data locations confirmed in the contract, annex 3." } : null,
    evidenceState: state,
    evidenceIds: line.evidence ?? [],
    controls: line.controls ?? [],
  };
}

/** Contributions by the rule of the method: exact fractions, floored, the rest to the largest remainders. */
function scored(
  sections: ReportSection[],
  remark: (id: string, mark: Mark) => Mark,
): {
  questions: ReportScoreQuestion[];
  uncappedBps: number;
  sectionBps: Map<string, number | null>;
} {
  const lines = new Map<string, Line>(
    outline.flatMap(([, prefix, , items]) =>
      items.map((line, index) => {
        const id = `${prefix}${index + 1}`;
        return [id, { ...line, mark: remark(id, line.mark ?? "yes") }] as const;
      }),
    ),
  );
  const counting = (question: ReportQuestion) => !["unscored", "na"].includes(lines.get(question.id)?.mark ?? "yes");
  const weightOf = (question: ReportQuestion) => lines.get(question.id)?.weight ?? 1;
  const live = sections.filter((section) => section.questions.some(counting));
  const sectionWeights = live.reduce((total, section) => total + section.weight, 0);
  const sectionBps = new Map<string, number | null>();
  const fractions = new Map<string, { numerator: bigint; denominator: bigint }>();
  for (const section of sections) {
    const own = section.questions.filter(counting);
    const weights = own.reduce((total, question) => total + weightOf(question), 0);
    let met = 0;
    for (const question of own) {
      const { valueBps, factorBps } = marks[lines.get(question.id)?.mark ?? "yes"];
      met += (weightOf(question) * valueBps * factorBps) / 1e4;
      fractions.set(question.id, {
        numerator: BigInt(section.weight) * BigInt(weightOf(question)) * BigInt(valueBps) * BigInt(factorBps) * 10_000n,
        denominator: BigInt(sectionWeights) * BigInt(weights) * 100_000_000n,
      });
    }
    sectionBps.set(section.id, weights === 0 ? null : Math.floor(met / weights + 0.5));
  }
  const common = [...fractions.values()].reduce((total, item) => (total * item.denominator) / gcd(total, item.denominator), 1n);
  const total = [...fractions.values()].reduce((sum, item) => sum + (item.numerator * common) / item.denominator, 0n);
  const uncappedBps = Number((2n * total + common) / (2n * common));
  const floors = new Map([...fractions].map(([id, item]) => [id, Number(item.numerator / item.denominator)]));
  const rest = uncappedBps - [...floors.values()].reduce((sum, value) => sum + value, 0);
  const remainder = ([, item]: [string, { numerator: bigint; denominator: bigint }]) =>
    ((item.numerator % item.denominator) * common) / item.denominator;
  const order = [...fractions].sort((a, b) => (remainder(b) > remainder(a) ? 1 : remainder(b) < remainder(a) ? -1 : 0));
  for (const [id] of order.slice(0, rest)) floors.set(id, (floors.get(id) ?? 0) + 1);
  const questions = sections.flatMap((section) =>
    section.questions.map((question): ReportScoreQuestion => {
      const counts = counting(question);
      const mark = marks[lines.get(question.id)?.mark ?? "yes"];
      return {
        id: question.id,
        visible: true,
        counts,
        weight: weightOf(question),
        valueBps: counts ? mark.valueBps : null,
        factorBps: counts ? mark.factorBps : null,
        contributionBps: counts ? (floors.get(question.id) ?? 0) : null,
        gainBps: counts ? (question.id === "acc1" ? 1000 : 0) : null,
      };
    }),
  );
  return { questions, uncappedBps, sectionBps };
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

function hash(seed: string): string {
  let value = 2166136261;
  let text = "";
  while (text.length < 64) {
    for (const character of `${seed}${text.length}`) value = Math.imul(value ^ character.charCodeAt(0), 16777619) >>> 0;
    text += value.toString(16).padStart(8, "0");
  }
  return text.slice(0, 64);
}

function piece(
  id: string,
  fileName: string,
  kind: string,
  kindTitle: string,
  state: ReportEvidenceState,
  from: string,
  expires: string,
): ReportEvidence {
  return {
    id,
    fileName,
    kind,
    kindTitle,
    sha256: hash(id),
    sizeBytes: 482_113,
    validFromOn: from,
    expiresOn: expires,
    state,
    uploadedAt: answeredAt,
    byRole: "Vendor contact",
    verified:
      state === "verified"
        ? {
            how: "Read the document",
            page: "4",
            checks: ["Names the service we buy", "Date of report inside the period"],
            byRole: "Compliance officer",
            at: determinedAt,
          }
        : null,
    read:
      state === "verified" && kind.startsWith("pci-")
        ? [
            { name: "Form", words: ["Service provider, with a report on compliance"], page: "1" },
            { name: "Services covered", words: ["Card payments", "Payouts"], page: "3" },
            { name: "Date of Report", words: [from], page: null },
          ]
        : [],
  };
}

/** The realistic report; `change` may replace parts of it, `remark` what an answer is worth. */
export function aReport(
  change: (facts: ReportFacts) => ReportFacts = (facts) => facts,
  remark: (id: string, mark: Mark) => Mark = (_, mark) => mark,
): ReportFacts {
  const sections = outline.map(
    ([title, id, weight, lines]): ReportSection => ({
      id,
      questionnaire: "payment-provider",
      title,
      weight,
      questions: lines.map((line, index) => questionOf(line, `${id}${index + 1}`)),
    }),
  );
  const { questions, uncappedBps, sectionBps } = scored(sections, remark);
  const controls = new Map<string, Map<string, string[]>>();
  for (const question of sections.flatMap((section) => section.questions)) {
    for (const control of question.controls) {
      const [framework = "", id = ""] = control.split("#");
      const entry = controls.get(framework) ?? new Map<string, string[]>();
      entry.set(id, [...(entry.get(id) ?? []), question.id]);
      controls.set(framework, entry);
    }
  }
  const frameworkTitles: Record<string, string> = {
    "pci-dss-4.0.1": "PCI DSS 4.0.1",
    "iso27001-2022": "ISO/IEC 27001:2022",
    "nist-csf-2.0": "NIST CSF 2.0",
  };
  return change({
    format: "vouchsafe-report/1",
    document: {
      id: "rep_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b",
      producedAt: "2026-11-12T10:02:41.000Z",
      classification: "Confidential",
      audience: "For auditors admitted by Lantern & Larch",
      timeZone: "Europe/Berlin",
      language: "en",
    },
    organisation: { id: "org_1", name: "Lantern & Larch" },
    vendor: {
      id: "ven_1",
      name: "Quillpay Checkout B.V.",
      category: "Payment",
      website: "https://quillpay.example",
      country: "NL",
      registrationId: "NL 8812 4471",
    },
    engagement: {
      id: "eng_1",
      service: "Hosted payment page",
      goesLiveOn: "2026-02-01",
      engagedBeforeAssessment: { since: "2026-02-01", note: "In use for 284 days before this decision (PCI DSS 4.0.1 12.8.3)." },
      isInCardScope: true,
    },
    assessment: {
      id: "asm_1",
      number: "A-2026-0417",
      method: "vouchsafe-1",
      asOf: "2026-11-12",
      sentAt: "2026-10-20T08:00:00.000Z",
      submittedAt: answeredAt,
      reviewClosedAt: "2026-11-11T15:30:00.000Z",
      questionnaires: [
        {
          id: "payment-provider",
          version: "3.2.0",
          sha256: hash("payment-provider"),
          title: "Payment provider: core security",
          uncappedBps,
        },
      ],
    },
    howAnswered: {
      mode: "vendor",
      attestation: { name: "Marguerite Pell", role: "Head of Trust", at: answeredAt },
      statement: "I am authorised to answer for Quillpay Checkout B.V. and the answers are true and complete to the best of my knowledge.",
      note: null,
    },
    reviewers: [{ role: "Compliance officer", answersDetermined: 11 }],
    decision: {
      outcome: "approved_with_conditions",
      decidedAt: "2026-11-12T10:02:00.000Z",
      rationale:
        "Quillpay runs the hosted payment page of the shop. Its controls are good in all nine areas but one: three of 41 administrators sign in without a second factor. Lantern & Larch keeps the service over the holiday season and has set a date for the repair.",
      approvers: [
        { name: "Odile Marchbanks", role: "Compliance officer", at: "2026-11-12T09:41:00.000Z" },
        { name: "Bertil Quist", role: "Head of Risk, second approver", at: "2026-11-12T10:02:00.000Z" },
      ],
      standIn: null,
      conditions: [
        {
          number: "C-1",
          text: "Multi-factor authentication on all 41 administrator accounts",
          due: "by_date",
          dueOn: "2026-12-15",
          owner: "Vendor",
          proof: "Directory export",
          state: "open",
        },
      ],
      residualRisk: { band: "critical", tableBand: "critical", isNotAssessed: false, reason: null },
      nextReview: {
        dueOn: "2027-01-31",
        candidates: [
          { dueOn: "2027-01-31", reason: "the risk acceptance ends", isChosen: true },
          { dueOn: "2027-11-12", reason: "twelve months, tier 1", isChosen: false },
          { dueOn: "2027-11-12", reason: "twelve months, card scope (PCI DSS 4.0.1 12.8.4)", isChosen: false },
        ],
      },
      clearance: [
        { step: "sign", isGiven: true, missing: [] },
        { step: "receive_data", isGiven: true, missing: [] },
        { step: "go_live", isGiven: false, missing: [{ what: "Condition C-1 is open", whoseTurn: "Vendor", since: "2026-11-12" }] },
      ],
    },
    inherentRisk: {
      band: "critical",
      tier: 1,
      computedTier: 1,
      dimensions: [
        {
          dimension: "personal_data",
          level: 3,
          answer: "Names, addresses, orders",
          isAssumed: false,
          confirmedBy: "Business owner",
          confirmedAt: "2026-10-19T10:00:00.000Z",
        },
        {
          dimension: "card",
          level: 4,
          answer: "Account data for us, or code of the checkout page",
          isAssumed: false,
          confirmedBy: "Business owner",
          confirmedAt: "2026-10-19T10:00:00.000Z",
        },
        { dimension: "access", level: 3, answer: "Write API, reads production", isAssumed: true, confirmedBy: null, confirmedAt: null },
        {
          dimension: "money",
          level: 4,
          answer: "Holds or moves our customers' money",
          isAssumed: false,
          confirmedBy: "Business owner",
          confirmedAt: "2026-10-19T10:00:00.000Z",
        },
        {
          dimension: "dependency",
          level: 4,
          answer: "The shop cannot sell within hours",
          isAssumed: false,
          confirmedBy: "Business owner",
          confirmedAt: "2026-10-19T10:00:00.000Z",
        },
      ],
      facts: [
        { fact: "integration", label: "Integration", words: "Hosted fields in an iframe, server API" },
        { fact: "region", label: "Regions", words: "EU" },
      ],
      overrides: [],
    },
    score: {
      reviewed: {
        complete: true,
        coverageBps: 10_000,
        uncappedBps,
        scoreBps: Math.min(uncappedBps, 6900),
        grade: "D",
        cappedBy: ["acc1"],
        heldBy: ["bcp1"],
        accepted: ["acc1"],
        assuranceBps: 2117,
        sections: sections.map((section) => ({ id: section.id, weight: section.weight, bps: sectionBps.get(section.id) ?? null })),
        questions,
      },
      vendor: { uncappedBps: 8943, scoreBps: 7900, grade: "C" },
      required: 50,
      answered: 50,
    },
    sections,
    knockOuts: [
      { questionId: "pci2", state: "passed", capBps: null, riskAcceptanceId: null },
      { questionId: "pci3", state: "passed", capBps: null, riskAcceptanceId: null },
      { questionId: "acc1", state: "failed", capBps: 6900, riskAcceptanceId: "rac_1" },
      { questionId: "bcp1", state: "unproven", capBps: 7900, riskAcceptanceId: null },
    ],
    evidence: [
      piece("evd_aoc", "quillpay-aoc-2026.pdf", "pci-aoc-sp", "PCI DSS AoC, service provider", "verified", "2026-03-14", "2027-03-14"),
      piece(
        "evd_matrix",
        "responsibility-matrix.pdf",
        "pci-resp-matrix",
        "PCI responsibility matrix",
        "verified",
        "2026-03-14",
        "2027-03-14",
      ),
      piece("evd_asv", "asv-scan-q3-2026.pdf", "asv-scan", "ASV scan report", "provided", "2026-09-30", "2026-12-30"),
      piece("evd_pentest", "penetration-test-summary.pdf", "pentest", "Penetration test summary", "provided", "2026-05-18", "2027-05-18"),
      piece("evd_access", "access-review-q3.xlsx", "access-review", "Access review", "verified", "2026-09-30", "2027-03-30"),
      piece(
        "evd_restore",
        "restore-test-protocol-2025.pdf",
        "restore-test",
        "Restore test protocol",
        "expired",
        "2025-10-02",
        "2026-10-02",
      ),
    ],
    findings: [
      {
        id: "fnd_1",
        number: "F-117",
        title: "Administrators without a second factor",
        severity: "critical",
        questionId: "acc1",
        state: "Open, plan agreed",
        owner: "Vendor",
        dueOn: "2026-12-15",
        plan: {
          text: "Second factor for the last three accounts, then enforced by policy in the directory.",
          dueOn: "2026-12-15",
          agreedAt: "2026-11-11T15:00:00.000Z",
        },
      },
      {
        id: "fnd_2",
        number: "F-118",
        title: "Duties not passed on to subprocessors",
        severity: "high",
        questionId: "sub3",
        state: "Open, plan agreed",
        owner: "Vendor",
        dueOn: "2027-02-28",
        plan: { text: "New terms with all three subprocessors.", dueOn: "2027-02-28", agreedAt: null },
      },
      {
        id: "fnd_3",
        number: "F-119",
        title: "Restore test older than twelve months",
        severity: "medium",
        questionId: "bcp1",
        state: "Open",
        owner: "Vendor",
        dueOn: "2027-01-31",
        plan: null,
      },
    ],
    riskAcceptances: [
      {
        id: "rac_1",
        number: "R-31",
        subject: "Failed knock-out 4.1: administrators without a second factor",
        reason: "The service cannot be replaced before the holiday season; the three accounts are monitored daily.",
        owner: { name: "Ferdinand Aldous", role: "Managing director", at: "2026-11-12T08:00:00.000Z" },
        countersigner: { name: "Odile Marchbanks", role: "Compliance officer", at: "2026-11-12T09:40:00.000Z" },
        expiresOn: "2027-01-31",
        isRenewal: false,
      },
    ],
    clauses: contractClauses.map((clause, index) => ({
      ...clause,
      state: index === 7 ? "no" : clause.framework === "ccpa" ? "unknown" : "yes",
      where: index === 7 || clause.framework === "ccpa" ? null : `Contract of 20 January 2026, annex 2, clause ${index + 1}`,
    })),
    reliance: {
      ourControls: [
        {
          text: "Remove accounts of people who left within one working day",
          source: "soc2-2026.pdf, page 41",
          state: "confirmed",
          by: "Business owner",
          on: "2026-03-02",
          how: "The directory removes leavers at night",
        },
        { text: "Restrict the keys of the API", source: "soc2-2026.pdf, page 42", state: "late", by: null, on: "2026-04-01", how: null },
      ],
      subcontractors: [{ name: "Northern Cloud", purpose: "hosting in two regions", isCarvedOut: true, source: "soc2-2026.pdf, page 7" }],
    },
    pci: {
      status: "validated",
      assessor: "Harrowgate Assurance LLP",
      reportOn: "2026-03-14",
      validUntilOn: "2027-03-14",
      dssVersion: "4.0.1",
      servicesCovered: ["Hosted payment page", "Tokenisation"],
      requirementsNotTested: ["9.5"],
      responsibilities: [
        ["1", "Network security controls", "vendor", "in_place"],
        ["2", "Secure configurations", "vendor", "in_place"],
        ["3", "Stored account data", "vendor", "in_place"],
        ["4", "Transmission over open networks", "shared", "in_place"],
        ["5", "Malicious software", "vendor", "in_place"],
        ["6", "Secure systems and software", "shared", "in_place"],
        ["7", "Access by need to know", "shared", "in_place"],
        ["8", "Identification and authentication", "shared", "not_in_place_for_us"],
        ["9", "Physical access", "vendor", "not_tested"],
        ["10", "Logging and monitoring", "vendor", "in_place"],
        ["11", "Testing of security", "shared", "in_place"],
        ["12", "Policies and programmes", "us", "unknown"],
      ].map(([requirement = "", title = "", party, state]) => ({
        requirement,
        title,
        party: party as "vendor" | "us" | "shared",
        state: state as "in_place" | "not_in_place_for_us" | "not_tested" | "unknown",
        proof: state === "in_place" ? "AoC of 14 March 2026" : null,
      })),
    },
    changes: {
      previous: { number: "A-2025-0388", decidedOn: "2025-11-20", scoreBps: 8420, grade: "B", residualBand: "medium" },
      items: [
        { kind: "regression", questionId: "acc1", what: "Multi-factor authentication for administrators", before: "Yes", after: "No" },
        { kind: "evidence_dropped", questionId: "bcp1", what: "Restore test protocol", before: "Valid until 2 Oct 2026", after: "Expired" },
        { kind: "improvement", questionId: "page2", what: "Detection of changes of the payment page", before: "No", after: "Yes" },
      ],
    },
    crosswalk: [...controls].map(([framework, entries]) => ({
      id: framework,
      title: frameworkTitles[framework] ?? framework,
      controls: [...entries].map(([id, questionIds]) => {
        const values = questionIds.map((questionId) => questions.find((item) => item.id === questionId)?.valueBps ?? 0);
        const state = values.every((value) => value === 10_000)
          ? ("met" as const)
          : values.every((value) => value === 0)
            ? ("not_met" as const)
            : ("partly_met" as const);
        return { id, state, questionIds };
      }),
    })),
    auditLog: { position: 48_213, headHash: hash("audit") },
    verification: {
      verifyUrl: "https://vendors.lanternlarch.example/verify",
      certificateSubject: "Lantern & Larch (Vouchsafe)",
      certificateFingerprint: hash("certificate"),
    },
  });
}
