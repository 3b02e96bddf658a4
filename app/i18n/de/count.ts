// A number with its noun, in German: Anzahl mit Hauptwort.

/** "1 Antwort", "3 Antworten". */
export const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
