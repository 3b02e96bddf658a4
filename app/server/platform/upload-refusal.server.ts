// The refusal of an uploaded document on its way back to the form. It travels in the address: without script there is no other way back to
// the place it belongs to. What was chosen beside the file goes with it, so that only the file has to be chosen again.

const described = ["kind", "startsOn", "statedExpiryOn"] as const;
const named = [...described, "file"] as const;
export type UploadField = (typeof named)[number];

export interface UploadRefusal {
  /** Empty when nothing was refused. */
  detail: string;
  /** What is wrong with which field; empty when it is none of them, such as a right that is missing. */
  fields: Partial<Record<UploadField, string>>;
  typed: Record<(typeof described)[number], string>;
}

/** `fields` are those of the error, by the name of the field. */
export function withUploadRefusal(
  path: string,
  { detail, fields = {} }: { detail: string; fields?: Readonly<Record<string, string>> | undefined },
  typed: Readonly<Record<string, string>>,
): string {
  const [page = "", anchor] = path.split("#");
  const said = new URLSearchParams({ "upload-error": detail.slice(0, 300) });
  for (const name of named) if (fields[name]) said.set(`wrong-${name}`, fields[name].slice(0, 300));
  for (const name of described) if (typed[name]) said.set(name, typed[name].slice(0, 60));
  const url = `${page}${page.includes("?") ? "&" : "?"}${said}`;
  return anchor ? `${url}#${anchor}` : url;
}

export function uploadRefusal({ searchParams }: URL): UploadRefusal {
  const say = (name: string) => searchParams.get(name)?.slice(0, 300) ?? "";
  const fields: UploadRefusal["fields"] = {};
  for (const name of named) if (say(`wrong-${name}`)) fields[name] = say(`wrong-${name}`);
  return {
    detail: say("upload-error"),
    fields,
    typed: { kind: say("kind"), startsOn: say("startsOn"), statedExpiryOn: say("statedExpiryOn") },
  };
}
