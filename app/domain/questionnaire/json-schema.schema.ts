// vrq/1 as JSON Schema, for editors: completion and first complaints while typing. The linter knows more.
import { z } from "zod";
import { condSchema } from "./cond.schema.ts";
import { facts } from "./facts.ts";
import { questionnaireSchema } from "./questionnaire.schema.ts";

const cond = { $ref: "#/$defs/cond" };
const scalar = { type: ["string", "number", "boolean"] };
const bound = { type: ["string", "number"] };
const operators = {
  is: scalar,
  in: { type: "array", items: scalar, minItems: 1 },
  has: { type: "string" },
  lt: bound,
  lte: bound,
  gt: bound,
  gte: bound,
  answered: { type: "boolean" },
};
const list = { type: "array", items: cond, minItems: 1 };
const only = (properties: Record<string, unknown>, required = Object.keys(properties)) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
const comparison = (subject: Record<string, unknown>) => ({
  ...only({ ...subject, ...operators }, Object.keys(subject)),
  minProperties: 2,
  maxProperties: 2,
});

/** JSON Schema 2020-12 of a questionnaire file. */
export function questionnaireJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(questionnaireSchema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === (condSchema as unknown)) Object.assign(jsonSchema, cond);
    },
  });
  const conds = [
    only({ all: list }),
    only({ any: list }),
    only({ not: cond }),
    comparison({ q: { type: "string" } }),
    comparison({ fact: { enum: facts } }),
  ];
  return {
    ...schema,
    title: "Vouchsafe questionnaire, format vrq/1",
    $defs: { ...(schema.$defs as object | undefined), cond: { anyOf: conds } },
  };
}
