// Fills an empty portal with the demo company, told in order of time by the real verbs.

import { runSweeps } from "#app/server/jobs/run-sweeps.server.ts";
import { addPerson } from "#app/server/people/add-person.server.ts";
import { createOrganisation } from "#app/server/people/create-organisation.server.ts";
import { setPassword } from "#app/server/people/set-password.server.ts";
import type { Context } from "#app/server/platform/context.server.ts";
import type { Portal } from "#app/server/platform/portal.server.ts";
import { publishShippedQuestionnaires } from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";
import { company, demoPassword, type PersonKey, people } from "./company.ts";
import { makeStage, type Stage } from "./stage.ts";
import { stories } from "./stories.ts";
import { type Story, type StoryClock, tell } from "./timeline.ts";

/** What the demo keeps beside its data, to print a vendor's link at each start. */
export interface SeededDemo {
  organisationId: string;
  procurementId: string;
  /** An assessment its vendor can still answer. */
  openAssessmentId: string;
}

/** `say` gets a line of progress now and then; `tellStories` names the stories, the demo's own unless others are given. */
export async function seedDemo(
  portal: Portal,
  clock: StoryClock,
  today: Date,
  say: (line: string) => void,
  tellStories: (stage: Stage, today: Date) => Story[] = stories,
): Promise<SeededDemo> {
  const anonymous: Context = {
    portal,
    actor: { kind: "anonymous", organisationId: "" },
    now: clock.now(),
    traceId: "demo",
    ip: "127.0.0.1",
  };
  const organisationId = await createOrganisation(anonymous, company);
  await publishShippedQuestionnaires(portal, organisationId, clock.now());
  const personIds = await hire(portal, clock, organisationId);
  const stage = makeStage(portal, organisationId, clock, personIds);
  const told = tellStories(stage, today);
  let steps = 0;
  let swept = "";
  await tell(
    told,
    clock,
    async (next) => {
      await portal.waker.drain();
      swept = await sweepUntil(portal, clock, next, swept);
    },
    () => {
      steps += 1;
      if (steps % 20 === 0) say(`  ${steps} steps told, now at ${clock.now().toISOString().slice(0, 10)}`);
    },
  );
  await sweepUntil(portal, clock, today, swept);
  clock.set(today);
  await runSweeps(portal);
  await portal.waker.drain();
  return { organisationId, procurementId: personIds.procurement, openAssessmentId: stage.openAssessmentId() };
}

/** A sweep each week up to the next step: sweeps derive what is due from data, so nothing is missed. */
async function sweepUntil(portal: Portal, clock: StoryClock, next: Date, swept: string): Promise<string> {
  let last = swept;
  for (let at = clock.now(); at < next; at = new Date(at.getTime() + 7 * 24 * 3_600_000)) {
    const week = at.toISOString().slice(0, 10);
    if (week <= last || at < clock.now()) continue;
    clock.set(at);
    await runSweeps(portal);
    await portal.waker.drain();
    last = new Date(at.getTime() + 6 * 24 * 3_600_000).toISOString().slice(0, 10);
  }
  return last;
}

async function hire(portal: Portal, clock: StoryClock, organisationId: string): Promise<Record<PersonKey, string>> {
  const ids: Partial<Record<PersonKey, string>> = {};
  const base = { portal, now: clock.now(), traceId: "demo", ip: "127.0.0.1" };
  for (const { key, name, email, roles } of people) {
    const { personId, passwordLink } = await addPerson(
      { ...base, actor: { kind: "system", organisationId, job: "set-up" } },
      { name, email, roles: [...roles] },
    );
    await setPassword({ ...base, actor: { kind: "anonymous", organisationId } }, passwordLink.split("/").at(-1) ?? "", {
      password: demoPassword,
      repeated: demoPassword,
    });
    ids[key] = personId;
  }
  return ids as Record<PersonKey, string>;
}
