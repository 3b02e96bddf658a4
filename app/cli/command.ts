// What a command of `vouchsafe` is. Commands write only through their io, so that tests can run them in process; with `--json` standard
// output holds the JSON and nothing else, and errors go to standard error.

export interface Io {
  out(text: string): void;
  err(text: string): void;
}

export interface Command {
  /** One line for the list of commands. */
  summary: string;
  usage: string;
  /** The exit code: 0 done, 1 the thing looked at is not in order, 2 the command could not be carried out. */
  run(args: string[], io: Io): Promise<number>;
}

/** A call that cannot be carried out as given; the message is shown with the command's usage. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
