// `npm run -s vouchsafe -- <command>`: the door to the command line; run.ts does the work.
import "../node-version.ts";
import { runCommand } from "./run.ts";

process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
