// How the demo's findings are mended, by title: what the vendor promises, within how many days, and where it keeps its word by when,
// the document that shows it. What is not named here stays without a plan.

export interface Remedy {
  plan: string;
  /** From the day of the plan to the day it is due. */
  days: number;
  shownBy?: { kind: string; title: string; seen: string };
}

export const remedies: Readonly<Record<string, Remedy>> = {
  "No current split of PCI DSS responsibilities per requirement": {
    plan: "The vendor fills in the matrix of responsibilities for our integration, requirement by requirement.",
    days: 70,
  },
  "Not all scripts of the payment page are controlled": {
    plan: "Every script gets an owner, a reason and an integrity check; the inventory is reviewed at each release.",
    days: 110,
  },
  "Not all changes of the payment page are detected": {
    plan: "The vendor switches on its weekly report of changed headers and scripts for our page.",
    days: 45,
    shownBy: { kind: "script-monitoring", title: "Report of changed scripts", seen: "The weekly report covers our payment page." },
  },
  "Our own log is kept for less than three months": {
    plan: "Retention goes up to twelve months, three of them at hand, with the move to the new log store.",
    days: 45,
    shownBy: { kind: "config-export", title: "Log retention", seen: "Retention is set to 365 days." },
  },
  "The control panel can be used without a second factor": {
    plan: "A second factor becomes mandatory for every account of ours; exceptions are removed.",
    days: 40,
    shownBy: {
      kind: "config-export",
      title: "Sign-in policy of the control panel",
      seen: "The policy asks every account for a second factor.",
    },
  },
  "No independent penetration test in the last 18 months": {
    plan: "A test by an independent firm is booked; we get the summary.",
    days: 95,
  },
  "End of support comes with less than three months' notice": { plan: "Twelve months' notice goes into the next amendment.", days: 75 },
  "Not everybody needs a second factor": {
    plan: "A second factor becomes mandatory for all who reach our data.",
    days: 40,
    shownBy: { kind: "config-export", title: "Sign-in policy", seen: "The policy asks everybody for a second factor." },
  },
  "No backup, or none that was ever restored": { plan: "The vendor restores a backup each half year and sends the record.", days: 100 },
  "Nobody learns to recognise forged mails": { plan: "All staff take the yearly course; new staff in their first month.", days: 150 },
  "Orders travel on an open or shared way": {
    plan: "The old file transfer is replaced by an encrypted one.",
    days: 40,
    shownBy: { kind: "tls-scan", title: "Scan of the order interface", seen: "The interface takes TLS 1.2 and 1.3 only." },
  },
  "Keys to our systems are not kept in a vault": {
    plan: "Keys move into the vendor's secret store and are changed once.",
    days: 40,
    shownBy: { kind: "config-export", title: "Secret store", seen: "The keys are in the store, and ours were changed." },
  },
  "Workers share a login": { plan: "Every worker at the packing stations gets an account and a badge.", days: 85 },
  "Restoring has not been tried in the last 18 months": { plan: "Restoring is rehearsed before the peak season.", days: 110 },
  "We are told of an incident later than after 72 hours, or not at all": {
    plan: "Notice within 24 hours goes into the data processing agreement.",
    days: 120,
  },
};
