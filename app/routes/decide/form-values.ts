// What was typed into a form that came back with an error.
export type FormValues = Record<string, string | string[]>;

export const typed = (values: FormValues, name: string, otherwise = ""): string => {
  const value = values[name];
  return typeof value === "string" ? value : otherwise;
};

export const typedList = (values: FormValues, name: string): string[] => [values[name] ?? []].flat();
