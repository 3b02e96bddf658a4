// The command line in this process, with what it wrote where.
import { runCommand } from "#app/cli/run.ts";

export interface Said {
  code: number;
  out: string;
  err: string;
}

export async function vouchsafe(...args: string[]): Promise<Said> {
  const said: Said = { code: 0, out: "", err: "" };
  const io = {
    out(text: string) {
      said.out += text;
    },
    err(text: string) {
      said.err += text;
    },
  };
  said.code = await runCommand(args, io);
  return said;
}
