// The map of the internal side: what stands in the rail, in which order, under which address. Roles change Home, not the map.

import type { IconName } from "./icon-names.ts";

export const railPlaces = ["home", "vendors", "assessments", "findings", "evidence", "calendar", "reports", "questionnaires"] as const;
export const railFoot = ["audit", "settings"] as const;

export type RailPlace = (typeof railPlaces)[number] | (typeof railFoot)[number];

export const rail: Record<RailPlace, { href: string; icon: IconName }> = {
  home: { href: "/", icon: "house" },
  vendors: { href: "/vendors", icon: "building-2" },
  assessments: { href: "/assessments", icon: "clipboard-check" },
  findings: { href: "/findings", icon: "flag" },
  evidence: { href: "/evidence", icon: "file-badge" },
  calendar: { href: "/calendar", icon: "calendar" },
  reports: { href: "/reports", icon: "chart-column" },
  questionnaires: { href: "/questionnaires", icon: "list-checks" },
  audit: { href: "/audit", icon: "scroll-text" },
  settings: { href: "/settings", icon: "settings" },
};
