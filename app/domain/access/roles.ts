// The roles of the product (docs: product, "Roles and separation of duties"). A person may hold several.

export const roles = ["administrator", "procurement", "business_owner", "compliance_officer", "approver", "auditor"] as const;
export type Role = (typeof roles)[number];
