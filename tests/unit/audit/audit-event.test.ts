import { expect, test } from "vitest";
import { auditEventSchema } from "#app/domain/audit/audit-event.schema.ts";
import { auditEventTexts, auditEventTypes } from "#app/domain/audit/audit-event.ts";

const inSchema = auditEventSchema.options.map((option) => option.shape.type.value);

test("every event has exactly one line of explanation", () => {
  expect([...auditEventTypes].sort()).toEqual([...inSchema].sort());
  expect(new Set(Object.values(auditEventTexts)).size).toBe(auditEventTypes.length);
});

test("events are named noun dot past participle", () => {
  for (const type of inSchema) expect(type).toMatch(/^[a-z_]+\.[a-z_]+$/);
});

test("an entry with an unknown field, or of an unknown kind, is not read as if it were fine", () => {
  const saved = { type: "answer.saved", objectId: "asm_1", vendorId: "ven_1", data: { questionKey: "payment-provider#mfa", revision: 2 } };
  expect(auditEventSchema.parse(saved)).toEqual(saved);
  expect(auditEventSchema.safeParse({ ...saved, data: { ...saved.data, value: "yes" } }).success).toBe(false);
  expect(auditEventSchema.safeParse({ ...saved, type: "answer.peeked" }).success).toBe(false);
  expect(auditEventSchema.safeParse({ ...saved, vendorId: undefined }).success).toBe(false);
});

test("no event has room for a value, a name, an address, a token or a password", () => {
  const names = auditEventSchema.options.flatMap((option) => Object.keys(option.shape.data.shape));
  for (const name of names) expect(name).not.toMatch(/^(value|answer|name|email|token|tokenHash|password|body|comment|fileName|ip)$/);
});
