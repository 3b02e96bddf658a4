// What is logged as a failure of ours: what nobody expected, and not the refusals that people were answered with.
import { data } from "@remix-run/node";
import { expect, it } from "vitest";
import { handleError } from "#app/entry.server.tsx";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aWorld } from "#tests/support/world.ts";

onEveryEngine("the error log", (engine) => {
  it("holds what nobody expected, and no refusal", async () => {
    const world = await aWorld({ engine });
    const context = { portal: world.portal, traceId: "t1" };
    const args = { request: new Request("http://localhost/audit/export"), params: {}, context } as unknown as Parameters<
      typeof handleError
    >[1];
    const failures = () => world.logs.filter(({ msg }) => msg === "request failed");
    // As Remix hands on what a route without a page has thrown as `data()`.
    const { data: body, init } = data({ code: "forbidden" }, { status: 403 });
    handleError({ status: init?.status, statusText: "", internal: false, data: body }, args);
    expect(failures()).toEqual([]);
    handleError(new Error("the disk is on fire"), args);
    expect(failures()).toHaveLength(1);
  });
});
