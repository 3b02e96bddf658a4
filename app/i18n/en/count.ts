// A number with its noun, in English.

/** "1 answer", "3 answers". */
export const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
