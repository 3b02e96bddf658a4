// Reads the list's request from an address. What does not fit is left out, so that an old bookmark still shows vendors.
import { z } from "zod";
import { grades } from "../risk/residual-risk.ts";
import { riskBands, type Tier } from "../risk/risk-levels.ts";
import { categories } from "./categories.ts";
import { type VendorListRequest, vendorSorts } from "./vendor-list.ts";
import { vendorStandings } from "./vendor-standing.ts";

const isStorable = (text: string) => text.isWellFormed() && !text.includes("\0");
const text = (max: number) => z.string().trim().min(1).max(max).refine(isStorable).optional().catch(undefined);

const requestSchema = z.object({
  q: text(80),
  tier: z.coerce.number().int().min(1).max(4).optional().catch(undefined),
  category: z.enum(categories).optional().catch(undefined),
  standing: z.enum(vendorStandings).optional().catch(undefined),
  residual: z.enum(riskBands).optional().catch(undefined),
  grade: z
    .enum([...grades, "none"])
    .optional()
    .catch(undefined),
  owner: text(64),
  sort: z.enum(vendorSorts).catch("name"),
  after: text(400),
  before: text(400),
});

export function vendorListRequest(params: URLSearchParams): VendorListRequest {
  const { q, tier, category, standing, residual, grade, owner, sort, after, before } = requestSchema.parse(Object.fromEntries(params));
  return { filter: { q, tier: tier as Tier | undefined, category, standing, residual, grade, ownerId: owner }, sort, after, before };
}
