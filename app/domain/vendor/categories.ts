// The categories of vendors. Stored with vendors and named in questionnaire files: never rename or reuse one.

export const categories = ["payment", "hosting", "inventory", "other"] as const;
export type Category = (typeof categories)[number];

export const categoryTexts: Record<Category, string> = { payment: "Payment", hosting: "Hosting", inventory: "Inventory", other: "Other" };
