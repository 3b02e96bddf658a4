// What a set of questionnaires asks about, measured against the control topics and the identifiers these list: which question stands for
// what, and what nobody asks. Says nothing about whole frameworks, only about what is listed (docs: questionnaires, rule 6).
import { type Framework, frameworkControls } from "./control-ids.ts";
import { controlTopics, type TopicId, type TopicRank } from "./control-topics.ts";
import type { Questionnaire } from "./questionnaire.ts";
import { topicControls } from "./topic-controls.ts";

export interface TopicCoverage {
  topic: TopicId;
  title: string;
  rank: TopicRank;
  /** Keys `questionnaire#question`; empty where nobody asks. */
  questions: string[];
}

export interface ControlCoverage {
  /** Without the framework's name, such as `12.8.4`. */
  id: string;
  questions: string[];
}

export interface FrameworkCoverage {
  framework: Framework;
  /** The listed identifiers, then those that only a question names, in numerical order each. */
  controls: ControlCoverage[];
  listed: number;
  /** Listed identifiers with a question. */
  covered: number;
  gaps: string[];
}

export interface Coverage {
  questions: number;
  topics: TopicCoverage[];
  frameworks: FrameworkCoverage[];
}

const inOrder = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true });

/** Adds a question to each name it carries. */
function collect(into: Map<string, string[]>, names: readonly string[], key: string): void {
  for (const name of names) into.set(name, [...(into.get(name) ?? []), key]);
}

export function coverageOf(questionnaires: readonly Questionnaire[]): Coverage {
  const byTopic = new Map<string, string[]>();
  const byControl = new Map<string, string[]>();
  let questions = 0;
  for (const { id, sections } of questionnaires) {
    for (const question of sections.flatMap((section) => section.questions)) {
      questions += 1;
      collect(byTopic, question.topics ?? [], `${id}#${question.id}`);
      collect(byControl, question.controls ?? [], `${id}#${question.id}`);
    }
  }
  const topics = (Object.keys(controlTopics) as TopicId[]).map((topic) => ({
    topic,
    ...controlTopics[topic],
    questions: byTopic.get(topic) ?? [],
  }));
  const frameworks = (Object.keys(frameworkControls) as Framework[]).map((framework) => coverageOfFramework(framework, byControl));
  return { questions, topics, frameworks };
}

const listed = new Set(Object.values(topicControls).flat());

function coverageOfFramework(framework: Framework, byControl: ReadonlyMap<string, string[]>): FrameworkCoverage {
  const own = (names: Iterable<string>) => [...names].filter((name) => name.startsWith(`${framework}#`));
  const rows = [...new Set([...own(listed), ...own(byControl.keys())])].map((name) => ({
    id: name.slice(framework.length + 1),
    isListed: listed.has(name),
    questions: byControl.get(name) ?? [],
  }));
  rows.sort((a, b) => Number(b.isListed) - Number(a.isListed) || inOrder(a.id, b.id));
  const wanted = rows.filter(({ isListed }) => isListed);
  const gaps = wanted.filter((row) => row.questions.length === 0).map(({ id }) => id);
  return {
    framework,
    controls: rows.map(({ id, questions }) => ({ id, questions })),
    listed: wanted.length,
    covered: wanted.length - gaps.length,
    gaps,
  };
}
