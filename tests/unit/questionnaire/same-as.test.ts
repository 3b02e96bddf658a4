import { expect, it } from "vitest";
import type { Answers } from "#app/domain/questionnaire/answer.ts";
import { evaluate } from "#app/domain/questionnaire/visibility.ts";
import { aQuestionnaire, compiled, scores } from "#tests/support/questionnaires.ts";

const options = scores({ good: 1, bad: 0 });
const core = aQuestionnaire([{ id: "mfa", type: "choice", options }], { id: "core" });
const pack = aQuestionnaire(
  [
    { id: "login", type: "choice", options, sameAs: "core#mfa" },
    { id: "how", type: "text", when: { q: "login", is: "good" } },
  ],
  { id: "pack" },
);
const visible = (files: (typeof core)[], answers: Answers) => {
  const set = compiled(...files);
  const state = evaluate(set, answers, {});
  return set.questions.filter(({ index }) => state.visible[index] === 1).map(({ key }) => key);
};

it("a question that another questionnaire owns is asked there only, and its answer opens what hangs on it here", () => {
  expect(visible([core, pack], {})).toEqual(["core#mfa"]);
  expect(visible([core, pack], { "core#mfa": { value: "good" } })).toEqual(["core#mfa", "pack#how"]);
  expect(visible([pack, core], { "core#mfa": { value: "good" } })).toEqual(["pack#how", "core#mfa"]);
});

it("what was answered under the other's name is inert", () => {
  expect(visible([core, pack], { "pack#login": { value: "good" } })).toEqual(["core#mfa"]);
});

it("without its owner in the assessment the question stands for itself", () => {
  expect(visible([pack], { login: { value: "good" } })).toEqual(["login", "how"]);
});

it("an owner that does not exist, circles, and a questionnaire that stands twice are refused", () => {
  const lost = aQuestionnaire([{ id: "a", type: "choice", options, sameAs: "core#nobody" }], { id: "lost" });
  expect(() => compiled(core, lost)).toThrow("core#nobody");
  const one = aQuestionnaire([{ id: "a", type: "text", sameAs: "two#b" }], { id: "one" });
  const two = aQuestionnaire([{ id: "b", type: "text", sameAs: "one#a" }], { id: "two" });
  expect(() => compiled(one, two)).toThrow("circle");
  expect(() => compiled(core, core)).toThrow("twice");
});

it("questions that decide about each other through their owners are refused", () => {
  const left = aQuestionnaire(
    [
      { id: "a", type: "boolean", sameAs: "right#d" },
      { id: "b", type: "boolean", when: { q: "a", is: true } },
    ],
    { id: "left" },
  );
  const right = aQuestionnaire(
    [
      { id: "c", type: "boolean", sameAs: "left#b" },
      { id: "d", type: "boolean", when: { q: "c", is: true } },
    ],
    { id: "right" },
  );
  expect(() => compiled(left, right)).toThrow("depends on itself");
});
