// What a vendor sees open and close in Chromium while it answers is what the command line says of the same answers: after every answer
// within the section, and on all pages at the end. Then answers that opened others are changed, so that hidden answers lie about.
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import type { CompiledSet } from "#app/domain/questionnaire/compiled.ts";
import type { Question } from "#app/domain/questionnaire/questionnaire.ts";
import { questionsOf } from "#app/domain/questionnaire/structure.ts";
import { evaluate } from "#app/domain/questionnaire/visibility.ts";
import {
  type AskedCase,
  answeredAtRandom,
  generatedCases,
  previewed,
  publishMade,
  sentWith,
  type Values,
} from "#tests/support/asked-questions.ts";
import { launchChromium } from "#tests/support/chromium.ts";
import { compiled } from "#tests/support/questionnaires.ts";
import { aServedWorld, type ServedWorld } from "#tests/support/served-world.ts";
import { aContext } from "#tests/support/visitor.ts";
import { newestQuestionnaires } from "#tests/unit/content/shipped-files.ts";

let served: ServedWorld;
let browser: Browser;

beforeAll(async () => {
  served = await aServedWorld();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const shipped = (id: string) => newestQuestionnaires.find((each) => each.id === id)!;
const isStandIn = (value: AnswerValue) => value === "declined" || value === "na";

/** The ids of the questions that can be seen on the page. */
const seenOn = (page: Page): Promise<string[]> =>
  page
    .locator("[data-question]")
    .evaluateAll((all) => all.filter((each) => each.checkVisibility()).map((each) => each.getAttribute("data-question")!.split("#")[1]!));

/** Gives an answer as a person would, and waits until it is saved. */
async function give(page: Page, key: string, { type }: Question, value: AnswerValue): Promise<void> {
  const named = (part: string) => page.locator(`[name="${part}:${key}"]`);
  const saved = async (act: Promise<unknown>) => {
    await Promise.all([page.waitForResponse((response) => response.url().endsWith("/v/answer")), act]);
  };
  if (isStandIn(value) && type !== "choice" && type !== "boolean") {
    const box = page.locator(`[name="stands:${key}"][value="${value}"]`);
    await page.locator("details", { has: box }).evaluate((details) => details.setAttribute("open", ""));
    await saved(box.check());
  } else if (type === "multichoice") {
    const wanted = value as readonly string[];
    for (const code of wanted) {
      const box = page.locator(`[name="value:${key}"][value="${code}"]`);
      if (!(await box.isChecked())) await saved(box.check());
    }
    for (const code of await named("value").evaluateAll((all) =>
      (all as HTMLInputElement[]).filter((box) => box.checked).map((box) => box.value),
    ))
      if (!wanted.includes(code)) await saved(page.locator(`[name="value:${key}"][value="${code}"]`).uncheck());
  } else if (type === "choice" || type === "boolean") {
    await saved(page.locator(`[name="value:${key}"][value="${value}"]`).check());
  } else {
    await saved(
      named("value")
        .fill(String(value))
        .then(() => named("value").blur()),
    );
  }
}

function expectedIn(set: CompiledSet, section: string, values: Values, facts: AskedCase["facts"]): string[] {
  const state = evaluate(set, Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value }])), facts);
  return set.questions
    .filter((each) => set.sections[each.section]!.section.id === section && state.visible[each.index] === 1)
    .map(({ key }) => key);
}

async function walk({ questionnaire, facts, values }: AskedCase, name: string): Promise<number> {
  const { world, server } = served;
  if (questionnaire.id.startsWith("made-")) await publishMade(world, questionnaire);
  const sent = await sentWith(world, name, questionnaire, facts);
  const [cookie, token] = (await served.vendorCookie(sent)).split("=") as [string, string];
  const context = await aContext(browser, server.origin, { [cookie]: token });
  const page = await context.newPage();
  const set = compiled(questionnaire);
  const byId = new Map(questionsOf(questionnaire).map(({ question }) => [question.id, question]));
  const given: Values = {};
  const expectLive = async (section: string, after: string) =>
    expect.poll(async () => [after, await seenOn(page)], { timeout: 10_000 }).toEqual([after, expectedIn(set, section, given, facts)]);
  const open = async (section: string) =>
    (await page.goto(`${server.origin}/vendor/sections/${questionnaire.id}~${section}`))!.status() === 200;
  const answer = async (section: string, id: string, value: AnswerValue) => {
    given[id] = value!;
    await give(page, `${questionnaire.id}#${id}`, byId.get(id)!, value);
    await expectLive(section, `${name}: ${id} = ${JSON.stringify(value)}`);
  };
  for (const { id: section } of questionnaire.sections) {
    if (!(await open(section))) continue;
    const handled = new Set<string>();
    for (let next = await seenOn(page); ; next = await seenOn(page)) {
      const id = next.find((each) => !handled.has(each));
      if (id === undefined) break;
      handled.add(id);
      if (values[id] !== undefined) await answer(section, id, values[id]);
    }
  }
  // Every question with options that was answered gets its other end, so that what it opened closes over its answers.
  for (const { id: section, questions } of questionnaire.sections) {
    const turned = questions.filter(({ id, type }) => given[id] !== undefined && (type === "boolean" || type === "choice")).slice(0, 2);
    if (turned.length === 0 || !(await open(section))) continue;
    for (const { id, type, options } of turned) {
      if (!(await seenOn(page)).includes(id)) continue;
      const codes = Object.keys(options ?? {}).filter((code) => code !== "na");
      await answer(section, id, type === "boolean" ? given[id] !== true : codes.find((code) => code !== given[id])!);
    }
  }
  const onPages: string[] = [];
  for (const { id: section } of questionnaire.sections) if (await open(section)) onPages.push(...(await seenOn(page)));
  expect([name, onPages]).toEqual([name, await previewed(questionnaire, facts, given)]);
  await context.close();
  return Object.keys(given).length;
}

it("a vendor's browser shows the questions the command line names, after each of its answers", async () => {
  const all = [
    ...generatedCases(13, 5),
    ...answeredAtRandom(shipped("starter"), 5, 5),
    ...answeredAtRandom(shipped("incident-followup"), 2, 5),
  ];
  let answers = 0;
  for (const [n, each] of all.entries()) answers += await walk(each, `Vendor ${n}`);
  expect(all).toHaveLength(20);
  expect(answers).toBeGreaterThan(100);
}, 240_000);
