// What every shipped questionnaire must hold, read from the files themselves and apart from the linter.
import { describe, expect, test } from "vitest";
import { type EvidenceKind, isEvidenceKind, ownEvidenceKinds } from "#app/domain/evidence/evidence-kinds.ts";
import { controlIds } from "#app/domain/questionnaire/control-ids.ts";
import { controlTopics, isTopicId, topicWeights } from "#app/domain/questionnaire/control-topics.ts";
import type { Text } from "#app/domain/questionnaire/questionnaire.ts";
import { newestQuestionnaires as packs, questionsOf, shippedFiles, shippedQuestionnaires } from "./shipped-files.ts";

const packOf: Record<string, string> = { "payment-provider": "PAY", "hosting-provider": "HST", "inventory-logistics": "INV" };

/** Whose topics a pack may name beside those of all trades. */
const topicsOf: Record<string, string> = { ...packOf, "pci-annual": "PAY" };

/** Every text below a node, with its path. */
function textsOf(node: unknown, path = ""): [string, Text][] {
  if (typeof node !== "object" || node === null) return [];
  // A note of a change may belong to a question that is itself called "label".
  if (/\.(text|why|guidance|label|title|note)$/.test(path) && !("carry" in node)) return [[path, node as Text]];
  return Object.entries(node).flatMap(([key, value]) => textsOf(value, `${path}.${key}`));
}

// Sizes as agreed for each pack (docs: questionnaires, "Content to ship").
const sizes: Record<string, [number, number]> = {
  "core-security": [45, 60],
  "hosting-provider": [45, 60],
  "incident-followup": [10, 15],
  "inherent-risk": [8, 12],
  "inventory-logistics": [45, 60],
  offboarding: [10, 15],
  "payment-provider": [50, 70],
  "pci-annual": [12, 18],
  "privacy-dpa": [25, 35],
  starter: [12, 12],
};

test("the ten questionnaires are there at the sizes they should have, each file named after what it holds", () => {
  expect(packs.map(({ id }) => id).sort()).toEqual(Object.keys(sizes));
  const outside = packs.filter((pack) => {
    const [least, most] = sizes[pack.id]!;
    return questionsOf(pack).length < least || questionsOf(pack).length > most;
  });
  expect(outside.map((pack) => `${pack.id}: ${questionsOf(pack).length}`)).toEqual([]);
  expect([...shippedFiles].sort()).toEqual(shippedQuestionnaires.map(({ id, version }) => `${id}/${version}.yaml`).sort());
});

test("every topic is asked about by a pack that may: those of all trades by any, those of one by its own", () => {
  const missing = Object.keys(controlTopics).filter((topic) => {
    const asking = packs.filter((pack) => questionsOf(pack).some((question) => question.topics?.includes(topic)));
    return !asking.some(({ id, audience }) => audience === "vendor" && (topic.startsWith("COM") || packOf[id] === topic.slice(0, 3)));
  });
  expect(missing).toEqual([]);
});

describe.each(packs.map((pack) => [pack.id, pack] as const))("%s", (id, pack) => {
  const questions = questionsOf(pack);
  const knockOuts = questions.filter(({ criticality }) => criticality === "blocker");

  test("has no empty or missing text in any of its languages", () => {
    const missing = textsOf(pack).filter(([, text]) => pack.languages.some((language) => !text[language]?.trim()));
    expect(missing).toEqual([]);
  });

  test("says with every question why it is asked and what counts", () => {
    expect(questions.filter(({ why, guidance }) => !why || !guidance).map((question) => question.id)).toEqual([]);
  });

  test("keeps questions and options short enough to be read by a tired person", () => {
    const tooLong = textsOf(pack).filter(([path, text]) => {
      const limit = path.endsWith(".guidance") ? 190 : path.endsWith(".label") ? 75 : 130;
      return (text.en ?? "").length > limit;
    });
    expect(tooLong.map(([, text]) => text.en)).toEqual([]);
  });

  test("names only controls, topics and evidence kinds that exist, topics of its own trade or of all", () => {
    const controls = questions.flatMap((question) => question.controls ?? []);
    expect(controls.filter((control) => !controlIds.has(control))).toEqual([]);
    const topics = questions.flatMap((question) => question.topics ?? []);
    expect(topics.filter((topic) => !isTopicId(topic) || !["COM", topicsOf[id] ?? "COM"].includes(topic.slice(0, 3)))).toEqual([]);
    const kinds = questions.flatMap(({ evidence, kinds }) => [
      ...(evidence?.kinds ?? []),
      ...(evidence?.coveredBy ?? []),
      ...(kinds ?? []),
    ]);
    expect(kinds.filter((kind) => !isEvidenceKind(kind) || ownEvidenceKinds.includes(kind as EvidenceKind))).toEqual([]);
  });

  test("weighs scored questions 20, 10 or 5 and never above the rank of their topic", () => {
    const wrong = questions.filter(({ weight, topics = [] }) => {
      if (weight === undefined) return false;
      const ranks = topics.map((topic) => controlTopics[topic as keyof typeof controlTopics].rank);
      return ![20, 10, 5].includes(weight) || !ranks.some((rank) => topicWeights[rank] >= weight);
    });
    expect(wrong.map((question) => question.id)).toEqual([]);
  });

  test("forbids going on (39) in five cases at most; every other knock-out caps at 69 and all name a finding", () => {
    const caps = knockOuts.map(({ onFail }) => onFail?.capScore);
    expect(caps.filter((cap) => cap === 39).length).toBeLessThanOrEqual(5);
    expect(caps.filter((cap) => cap !== 39 && cap !== 69)).toEqual([]);
    expect(knockOuts.filter(({ onFail, weight }) => !onFail?.finding || weight !== 20).map((question) => question.id)).toEqual([]);
  });

  test("says of every failing answer that may become a finding how severe it is", () => {
    const scored = questions.filter(({ weight }) => weight !== undefined);
    expect(scored.filter(({ onFail }) => !onFail?.finding).map((question) => question.id)).toEqual([]);
  });
});

test("questionnaires that are sent together have no section of the same title", () => {
  const titles = (id: string) => packs.find((pack) => pack.id === id)!.sections.flatMap(({ title }) => [title.en, title.de]);
  const general = [...titles("core-security"), ...titles("privacy-dpa")];
  expect(Object.keys(packOf).flatMap((id) => titles(id).filter((title) => general.includes(title)))).toEqual([]);
  expect(new Set(general).size).toBe(general.length);
});

test("every pack for a trade reaches the knock-out topics of that trade", () => {
  const missing = packs.flatMap((pack) => {
    const asked = new Set(questionsOf(pack).flatMap((question) => question.topics ?? []));
    const wanted = Object.entries(controlTopics).filter(([topic, { rank }]) => rank === "K" && topic.startsWith(packOf[pack.id] ?? "-"));
    return wanted.filter(([topic]) => !asked.has(topic)).map(([topic]) => `${pack.id}: ${topic}`);
  });
  expect(missing).toEqual([]);
});

test("all types of question are used", () => {
  const types = new Set(packs.flatMap((pack) => questionsOf(pack).map(({ type }) => type)));
  expect([...types].sort()).toEqual(["boolean", "choice", "date", "file", "multichoice", "number", "table", "text"]);
});

test("the inherent-risk questionnaire starts each trade at the levels it deserves", () => {
  const irq = packs.find(({ id }) => id === "inherent-risk")!;
  const dimensions = ["personal_data", "card", "access", "money", "dependency"];
  const levels = (category: "payment" | "hosting" | "inventory" | "other") =>
    dimensions.map((id) => {
      const question = questionsOf(irq).find((candidate) => candidate.id === id)!;
      return question.options![question.preset![category]!]!.level;
    });
  expect(levels("payment")).toEqual([3, 4, 3, 4, 4]);
  expect(levels("hosting")).toEqual([3, 4, 4, 2, 4]);
  expect(levels("inventory")).toEqual([3, 1, 3, 3, 3]);
  expect(levels("other")).toEqual([2, 1, 2, 2, 2]);
  const card = questionsOf(irq).find(({ id }) => id === "card")!;
  expect(Object.values(card.options!).map(({ level }) => level)).toEqual([1, 3, 4]);
});
