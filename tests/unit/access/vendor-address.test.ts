// Which pages speak the vendor's language: those of its portal, the start page and data requests included, and no page of ours.
import { expect, it } from "vitest";
import { isVendorAddress } from "#app/domain/access/vendor-address.ts";

it.each(["/vendor", "/vendor?lang=de", "/vendor.data", "/vendor.data?_routes=x", "/vendor/check", "/v/token", "/v/answer"])(
  "%s is the vendor's",
  (address) => expect(isVendorAddress(address)).toBe(true),
);

it.each(["/", "/vendors", "/vendors/new", "/verify", "/vendors.data", "/assessments?next=/vendor/", "/van"])("%s is ours", (address) =>
  expect(isVendorAddress(address)).toBe(false),
);
