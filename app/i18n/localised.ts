// The type of a text in another language: same keys and arguments, other words.
export type Localised<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly string[]
      ? { readonly [I in keyof T]: string }
      : { readonly [K in keyof T]: Localised<T[K]> };
