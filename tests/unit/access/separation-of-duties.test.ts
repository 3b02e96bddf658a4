import { describe, expect, test } from "vitest";
import { roles } from "#app/domain/access/roles.ts";
import { knockOutNaRefusal, secondApproverRefusal } from "#app/domain/access/separation-of-duties.ts";

const officer = { personId: "per_odile", roles: ["compliance_officer"] as const };
const approver = { personId: "per_bertil", roles: ["approver"] as const };

describe("the second approver", () => {
  const trail = { registeredById: "per_tomas", reviewerIds: ["per_odile"], firstSignerId: "per_odile" };

  test("is an approver or another officer", () => {
    expect(secondApproverRefusal(approver, trail)).toBeUndefined();
    expect(secondApproverRefusal({ ...officer, personId: "per_ada" }, trail)).toBeUndefined();
  });
  test("is nobody else, whatever other roles they hold", () => {
    for (const role of roles.filter((r) => r !== "approver" && r !== "compliance_officer"))
      expect(secondApproverRefusal({ personId: "per_x", roles: [role] }, trail)).toBe("lacks_role");
  });
  test("did not sign first", () => expect(secondApproverRefusal(officer, trail)).toBe("signed_first"));
  test("did not register the vendor", () =>
    expect(secondApproverRefusal({ ...approver, personId: "per_tomas" }, trail)).toBe("registered_the_vendor"));
  test("did not review it alone", () =>
    expect(secondApproverRefusal(officer, { ...trail, firstSignerId: "per_ada" })).toBe("reviewed_alone"));
  test("may have reviewed a part of it", () =>
    expect(secondApproverRefusal(officer, { ...trail, firstSignerId: "per_ada", reviewerIds: ["per_odile", "per_ada"] })).toBeUndefined());
});

describe("accepting a not-applicable on a knock-out", () => {
  test("takes somebody beside the reviewer", () => {
    expect(knockOutNaRefusal(officer, { registeredById: null, reviewerIds: ["per_odile", "per_odile"] })).toBe("reviewed_alone");
    expect(knockOutNaRefusal(officer, { registeredById: null, reviewerIds: [] })).toBe("reviewed_alone");
    expect(knockOutNaRefusal(approver, { registeredById: null, reviewerIds: ["per_odile"] })).toBeUndefined();
    expect(knockOutNaRefusal(officer, { registeredById: null, reviewerIds: ["per_ada", "per_odile"] })).toBeUndefined();
  });
  test("is not for who registered the vendor, nor for procurement", () => {
    expect(knockOutNaRefusal(approver, { registeredById: "per_bertil", reviewerIds: ["per_odile"] })).toBe("registered_the_vendor");
    expect(knockOutNaRefusal({ personId: "per_x", roles: ["procurement"] }, { registeredById: null, reviewerIds: ["per_odile"] })).toBe(
      "lacks_role",
    );
  });
});
