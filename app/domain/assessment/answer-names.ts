// Names of the form fields of one question: the page writes them, the server and the enhancer read them.

export type AnswerPart = "value" | "stands" | "comment" | "reason" | "instead" | "document" | "page" | "on" | "base";

export const answerParts: readonly AnswerPart[] = ["value", "stands", "comment", "reason", "instead", "document", "page", "on", "base"];

/** `comment:payment-provider#pci_matrix`. */
export const fieldName = (part: AnswerPart, questionKey: string): string => `${part}:${questionKey}`;

/** `cell:0:country:payment-provider#processors`. */
export const cellName = (row: number, column: string, questionKey: string): string => `cell:${row}:${column}:${questionKey}`;

/** Id of the question's element, for links to it. */
export const questionId = (questionKey: string): string => `q-${questionKey.replace(/[^A-Za-z0-9_-]+/g, "-")}`;
