// `vouchsafe questionnaires schema`: the JSON Schema of vrq/1, for editors.
import { parseArgs } from "node:util";
import { questionnaireJsonSchema } from "#app/domain/questionnaire/json-schema.schema.ts";
import type { Io } from "../command.ts";

export async function schema(args: string[], io: Io): Promise<number> {
  parseArgs({ args, options: { json: { type: "boolean" } } });
  io.out(`${JSON.stringify(questionnaireJsonSchema(), null, 2)}\n`);
  return 0;
}
