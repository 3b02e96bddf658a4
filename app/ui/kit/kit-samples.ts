// Invented numbers of the kit page: a small trace that adds up.

import type { TraceTableProps } from "../trace-table.tsx";

export const kitTrace: TraceTableProps = {
  caption: "Points by section; the column adds up to 85.79",
  uncappedBps: 8579,
  scoreBps: 6900,
  limitedBy: "the failed knock-out ACC-1",
  grade: "D",
  sections: [
    {
      id: "gov",
      title: "Governance and policies",
      countsAsBps: 9286,
      ofBps: 2500,
      pointsBps: 2322,
      toggleHref: "?open=gov",
      questions: [],
    },
    {
      id: "acc",
      title: "Access and authentication",
      countsAsBps: 6571,
      ofBps: 3500,
      pointsBps: 2300,
      toggleHref: "?#why",
      isOpen: true,
      questions: [
        {
          id: "1",
          title: "MFA enforced for every administrative access",
          answer: "No",
          countsAsBps: 0,
          ofBps: 1000,
          pointsBps: 0,
          flag: "Knock-out",
        },
        { id: "2", title: "Access reviewed every quarter", answer: "Yes, verified", countsAsBps: 10000, ofBps: 1000, pointsBps: 1000 },
        {
          id: "3",
          title: "Accounts removed within 24 hours of leaving",
          href: "#trace",
          answer: "Yes, provided",
          countsAsBps: 8500,
          ofBps: 1000,
          pointsBps: 850,
        },
        { id: "4", title: "Break-glass accounts logged", answer: "Partly, verified", countsAsBps: 9000, ofBps: 500, pointsBps: 450 },
      ],
    },
    { id: "enc", title: "Encryption and keys", countsAsBps: 9893, ofBps: 4000, pointsBps: 3957, toggleHref: "?open=enc", questions: [] },
  ],
};
