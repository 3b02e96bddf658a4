// How the demo's findings are mended, by the question they are of: what the vendor promises, within how many days, and where it keeps its
// word by when, the document that shows it. What is not named here stays without a plan.

export interface Remedy {
  plan: string;
  /** From the day of the plan to the day it is due. */
  days: number;
  shownBy?: { kind: string; title: string; seen: string };
}

const pciMatrix: Remedy = {
  plan: "The vendor fills in the matrix of responsibilities for our integration, requirement by requirement.",
  days: 70,
};

const longerLogs: Remedy = {
  plan: "Retention goes up to twelve months, three of them at hand, with the move to the new log store.",
  days: 45,
  shownBy: { kind: "config-export", title: "Log retention", seen: "Retention is set to 365 days." },
};

export const remedies: Readonly<Record<string, Remedy>> = {
  "payment-provider#pci_matrix": pciMatrix,
  "hosting-provider#pci_matrix": pciMatrix,
  "payment-provider#page_scripts": {
    plan: "Every script gets an owner, a reason and an integrity check; the inventory is reviewed at each release.",
    days: 110,
  },
  "payment-provider#page_changes": {
    plan: "The vendor switches on its weekly report of changed headers and scripts for our page.",
    days: 45,
    shownBy: { kind: "script-monitoring", title: "Report of changed scripts", seen: "The weekly report covers our payment page." },
  },
  "core-security#log_retention": longerLogs,
  "hosting-provider#log_months": longerLogs,
  "hosting-provider#console_mfa": {
    plan: "A second factor becomes mandatory for every account of ours; exceptions are removed.",
    days: 40,
    shownBy: {
      kind: "config-export",
      title: "Sign-in policy of the control panel",
      seen: "The policy asks every account for a second factor.",
    },
  },
  "core-security#pentest": {
    plan: "A test by an independent firm is booked; we get the summary.",
    days: 95,
  },
  "hosting-provider#end_of_life_months": { plan: "Twelve months' notice goes into the next amendment.", days: 75 },
  "starter#mfa": {
    plan: "A second factor becomes mandatory for all who reach our data.",
    days: 40,
    shownBy: { kind: "config-export", title: "Sign-in policy", seen: "The policy asks everybody for a second factor." },
  },
  "starter#backup": { plan: "The vendor restores a backup each half year and sends the record.", days: 100 },
  "starter#training": { plan: "All staff take the yearly course; new staff in their first month.", days: 150 },
  "inventory-logistics#weakest_way": {
    plan: "The old file transfer is replaced by an encrypted one.",
    days: 40,
    shownBy: { kind: "tls-scan", title: "Scan of the order interface", seen: "The interface takes TLS 1.2 and 1.3 only." },
  },
  "inventory-logistics#key_storage": {
    plan: "Keys move into the vendor's secret store and are changed once.",
    days: 40,
    shownBy: { kind: "config-export", title: "Secret store", seen: "The keys are in the store, and ours were changed." },
  },
  "inventory-logistics#worker_login": { plan: "Every worker at the packing stations gets an account and a badge.", days: 85 },
  "core-security#restore_test": { plan: "Restoring is rehearsed before the peak season.", days: 110 },
  "starter#incident_hours": { plan: "Notice within 24 hours goes into the data processing agreement.", days: 120 },
};
