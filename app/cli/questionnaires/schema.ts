// `vouchsafe questionnaires schema`: the JSON Schema of vrq/1, for editors.
import { questionnaireJsonSchema } from "#app/domain/questionnaire/json-schema.schema.ts";
import type { Io } from "../command.ts";

export async function schema(_: string[], io: Io): Promise<number> {
  io.out(`${JSON.stringify(questionnaireJsonSchema(), null, 2)}\n`);
  return 0;
}
