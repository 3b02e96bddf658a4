// The identifiers a questionnaire may map to, per framework edition. Identifiers only: the texts belong to their publishers.
// An edition is never changed after release; a new edition of a framework is a new key. The linter refuses unknown identifiers.

const ids = (text: string): readonly string[] => text.trim().split(/\s+/);

export const frameworkControls = {
  "pci-dss-4.0.1": ids(`
    1.1.1 1.1.2 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.2.6 1.2.7 1.2.8 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.5.1
    2.1.1 2.1.2 2.2.1 2.2.2 2.2.3 2.2.4 2.2.5 2.2.6 2.2.7 2.3.1 2.3.2
    3.1.1 3.1.2 3.2.1 3.3.1 3.3.1.1 3.3.1.2 3.3.1.3 3.3.2 3.3.3 3.4.1 3.4.2 3.5.1 3.5.1.1 3.5.1.2 3.5.1.3 3.6.1 3.6.1.1 3.6.1.2 3.6.1.3 3.6.1.4 3.7.1 3.7.2 3.7.3 3.7.4 3.7.5 3.7.6 3.7.7 3.7.8 3.7.9
    4.1.1 4.1.2 4.2.1 4.2.1.1 4.2.1.2 4.2.2
    5.1.1 5.1.2 5.2.1 5.2.2 5.2.3 5.2.3.1 5.3.1 5.3.2 5.3.2.1 5.3.3 5.3.4 5.3.5 5.4.1
    6.1.1 6.1.2 6.2.1 6.2.2 6.2.3 6.2.3.1 6.2.4 6.3.1 6.3.2 6.3.3 6.4.1 6.4.2 6.4.3 6.5.1 6.5.2 6.5.3 6.5.4 6.5.5 6.5.6
    7.1.1 7.1.2 7.2.1 7.2.2 7.2.3 7.2.4 7.2.5 7.2.5.1 7.2.6 7.3.1 7.3.2 7.3.3
    8.1.1 8.1.2 8.2.1 8.2.2 8.2.3 8.2.4 8.2.5 8.2.6 8.2.7 8.2.8 8.3.1 8.3.2 8.3.3 8.3.4 8.3.5 8.3.6 8.3.7 8.3.8 8.3.9 8.3.10 8.3.10.1 8.3.11 8.4.1 8.4.2 8.4.3 8.5.1 8.6.1 8.6.2 8.6.3
    9.1.1 9.1.2 9.2.1 9.2.1.1 9.2.2 9.2.3 9.2.4 9.3.1 9.3.1.1 9.3.2 9.3.3 9.3.4 9.4.1 9.4.1.1 9.4.1.2 9.4.2 9.4.3 9.4.4 9.4.5 9.4.5.1 9.4.6 9.4.7 9.5.1 9.5.1.1 9.5.1.2 9.5.1.2.1 9.5.1.3
    10.1.1 10.1.2 10.2.1 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.3.2 10.3.3 10.3.4 10.4.1 10.4.1.1 10.4.2 10.4.2.1 10.4.3 10.5.1 10.6.1 10.6.2 10.6.3 10.7.1 10.7.2 10.7.3
    11.1.1 11.1.2 11.2.1 11.2.2 11.3.1 11.3.1.1 11.3.1.2 11.3.1.3 11.3.2 11.3.2.1 11.4.1 11.4.2 11.4.3 11.4.4 11.4.5 11.4.6 11.4.7 11.5.1 11.5.1.1 11.5.2 11.6.1
    12.1.1 12.1.2 12.1.3 12.1.4 12.2.1 12.3.1 12.3.2 12.3.3 12.3.4 12.4.1 12.4.2 12.4.2.1 12.5.1 12.5.2 12.5.2.1 12.5.3 12.6.1 12.6.2 12.6.3 12.6.3.1 12.6.3.2 12.7.1 12.8 12.8.1 12.8.2 12.8.3 12.8.4 12.8.5 12.9.1 12.9.2 12.10.1 12.10.2 12.10.3 12.10.4 12.10.4.1 12.10.5 12.10.6 12.10.7
    A1.1.1 A1.1.2 A1.1.3 A1.1.4 A1.2.1 A1.2.2 A1.2.3 A3.2.5
  `),
  "iso27001-2022": ids(`
    A.5.1 A.5.2 A.5.3 A.5.4 A.5.5 A.5.6 A.5.7 A.5.8 A.5.9 A.5.10 A.5.11 A.5.12 A.5.13 A.5.14 A.5.15 A.5.16 A.5.17 A.5.18 A.5.19 A.5.20 A.5.21 A.5.22 A.5.23 A.5.24 A.5.25 A.5.26 A.5.27 A.5.28 A.5.29 A.5.30 A.5.31 A.5.32 A.5.33 A.5.34 A.5.35 A.5.36 A.5.37
    A.6.1 A.6.2 A.6.3 A.6.4 A.6.5 A.6.6 A.6.7 A.6.8
    A.7.1 A.7.2 A.7.3 A.7.4 A.7.5 A.7.6 A.7.7 A.7.8 A.7.9 A.7.10 A.7.11 A.7.12 A.7.13 A.7.14
    A.8.1 A.8.2 A.8.3 A.8.4 A.8.5 A.8.6 A.8.7 A.8.8 A.8.9 A.8.10 A.8.11 A.8.12 A.8.13 A.8.14 A.8.15 A.8.16 A.8.17 A.8.18 A.8.19 A.8.20 A.8.21 A.8.22 A.8.23 A.8.24 A.8.25 A.8.26 A.8.27 A.8.28 A.8.29 A.8.30 A.8.31 A.8.32 A.8.33 A.8.34
  `),
  gdpr: ids(`
    5 5(1) 5(1)(a) 5(1)(b) 5(1)(c) 5(1)(d) 5(1)(e) 5(1)(f) 5(2) 9 13 14 15 16 17 17(3)(e) 18 19 20 21 22 24
    25 25(1) 25(2) 28 28(1) 28(2) 28(3) 28(3)(a) 28(3)(b) 28(3)(c) 28(3)(d) 28(3)(e) 28(3)(f) 28(3)(g) 28(3)(h) 28(4) 28(5) 28(6) 28(7) 28(8) 28(9) 28(10)
    29 30 30(1) 30(2) 32 32(1) 32(1)(a) 32(1)(b) 32(1)(c) 32(1)(d) 32(2) 32(3) 32(4) 33 33(1) 33(2) 33(3) 33(4) 33(5) 34 35 35(3)(a) 36 44 45 46 46(1) 46(2) 47 48 49
  `),
  "soc2-2017": ids(`
    CC1.1 CC1.2 CC1.3 CC1.4 CC1.5 CC2.1 CC2.2 CC2.3 CC3.1 CC3.2 CC3.3 CC3.4 CC4.1 CC4.2 CC5.1 CC5.2 CC5.3 CC6.1 CC6.2 CC6.3 CC6.4 CC6.5 CC6.6 CC6.7 CC6.8 CC7.1 CC7.2 CC7.3 CC7.4 CC7.5 CC8.1 CC9.1 CC9.2
    A1.1 A1.2 A1.3 C1.1 C1.2 PI1.1 PI1.2 PI1.3 PI1.4 PI1.5
    P1.1 P2.1 P3.1 P3.2 P4.1 P4.2 P4.3 P5.1 P5.2 P6.1 P6.2 P6.3 P6.4 P6.5 P6.6 P6.7 P7.1 P8.1
  `),
  "cis-8.1": ids(`
    1.1 1.2 1.3 1.4 1.5
    2.1 2.2 2.3 2.4 2.5 2.6 2.7
    3.1 3.2 3.3 3.4 3.5 3.6 3.7 3.8 3.9 3.10 3.11 3.12 3.13 3.14
    4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8 4.9 4.10 4.11 4.12
    5.1 5.2 5.3 5.4 5.5 5.6
    6.1 6.2 6.3 6.4 6.5 6.6 6.7 6.8
    7.1 7.2 7.3 7.4 7.5 7.6 7.7
    8.1 8.2 8.3 8.4 8.5 8.6 8.7 8.8 8.9 8.10 8.11 8.12
    9.1 9.2 9.3 9.4 9.5 9.6 9.7
    10.1 10.2 10.3 10.4 10.5 10.6 10.7
    11.1 11.2 11.3 11.4 11.5
    12.1 12.2 12.3 12.4 12.5 12.6 12.7 12.8
    13.1 13.2 13.3 13.4 13.5 13.6 13.7 13.8 13.9 13.10 13.11
    14.1 14.2 14.3 14.4 14.5 14.6 14.7 14.8 14.9
    15.1 15.2 15.3 15.4 15.5 15.6 15.7
    16.1 16.2 16.3 16.4 16.5 16.6 16.7 16.8 16.9 16.10 16.11 16.12 16.13 16.14
    17.1 17.2 17.3 17.4 17.5 17.6 17.7 17.8 17.9
    18.1 18.2 18.3 18.4 18.5
  `),
  "nist-csf-2.0": ids(`
    GV.OC-01 GV.OC-02 GV.OC-03 GV.OC-04 GV.OC-05 GV.RM-01 GV.RM-02 GV.RM-03 GV.RM-04 GV.RM-05 GV.RM-06 GV.RM-07 GV.RR-01 GV.RR-02 GV.RR-03 GV.RR-04 GV.PO-01 GV.PO-02 GV.OV-01 GV.OV-02 GV.OV-03 GV.SC-01 GV.SC-02 GV.SC-03 GV.SC-04 GV.SC-05 GV.SC-06 GV.SC-07 GV.SC-08 GV.SC-09 GV.SC-10
    ID.AM-01 ID.AM-02 ID.AM-03 ID.AM-04 ID.AM-05 ID.AM-07 ID.AM-08 ID.RA-01 ID.RA-02 ID.RA-03 ID.RA-04 ID.RA-05 ID.RA-06 ID.RA-07 ID.RA-08 ID.RA-09 ID.RA-10 ID.IM-01 ID.IM-02 ID.IM-03 ID.IM-04
    PR.AA-01 PR.AA-02 PR.AA-03 PR.AA-04 PR.AA-05 PR.AA-06 PR.AT-01 PR.AT-02 PR.DS-01 PR.DS-02 PR.DS-10 PR.DS-11 PR.PS-01 PR.PS-02 PR.PS-03 PR.PS-04 PR.PS-05 PR.PS-06 PR.IR-01 PR.IR-02 PR.IR-03 PR.IR-04
    DE.CM-01 DE.CM-02 DE.CM-03 DE.CM-06 DE.CM-09 DE.AE-02 DE.AE-03 DE.AE-04 DE.AE-06 DE.AE-07 DE.AE-08
    RS.MA-01 RS.MA-02 RS.MA-03 RS.MA-04 RS.MA-05 RS.AN-03 RS.AN-06 RS.AN-07 RS.AN-08 RS.CO-02 RS.CO-03 RS.MI-01 RS.MI-02
    RC.RP-01 RC.RP-02 RC.RP-03 RC.RP-04 RC.RP-05 RC.RP-06 RC.CO-03 RC.CO-04
  `),
  // Source: the identifiers of the 207 controls in 17 domains of CSA's Cloud Controls Matrix v4.1.0 (28 January 2026). Not those of v4.0,
  // which numbers several domains otherwise.
  "csa-ccm-4.1": ids(`
    A&A-01 A&A-02 A&A-03 A&A-04 A&A-05 A&A-06
    AIS-01 AIS-02 AIS-03 AIS-04 AIS-05 AIS-06 AIS-07 AIS-08
    BCR-01 BCR-02 BCR-03 BCR-04 BCR-05 BCR-06 BCR-07 BCR-08 BCR-09 BCR-10 BCR-11
    CCC-01 CCC-02 CCC-03 CCC-04 CCC-05 CCC-06 CCC-07 CCC-08 CCC-09
    CEK-01 CEK-02 CEK-03 CEK-04 CEK-05 CEK-06 CEK-07 CEK-08 CEK-09 CEK-10 CEK-11 CEK-12 CEK-13 CEK-14 CEK-15 CEK-16 CEK-17 CEK-18 CEK-19 CEK-20 CEK-21
    DCS-01 DCS-02 DCS-03 DCS-04 DCS-05 DCS-06 DCS-07 DCS-08 DCS-09 DCS-10 DCS-11 DCS-12 DCS-13 DCS-14 DCS-15 DCS-16 DCS-17 DCS-18
    DSP-01 DSP-02 DSP-03 DSP-04 DSP-05 DSP-06 DSP-07 DSP-08 DSP-09 DSP-10 DSP-11 DSP-12 DSP-13 DSP-14 DSP-15 DSP-16 DSP-17 DSP-18 DSP-19
    GRC-01 GRC-02 GRC-03 GRC-04 GRC-05 GRC-06 GRC-07 GRC-08
    HRS-01 HRS-02 HRS-03 HRS-04 HRS-05 HRS-06 HRS-07 HRS-08 HRS-09 HRS-10 HRS-11 HRS-12 HRS-13
    IAM-01 IAM-02 IAM-03 IAM-04 IAM-05 IAM-06 IAM-07 IAM-08 IAM-09 IAM-10 IAM-11 IAM-12 IAM-13 IAM-14 IAM-15
    I&S-01 I&S-02 I&S-03 I&S-04 I&S-05 I&S-06 I&S-07 I&S-08 I&S-09
    IPY-01 IPY-02 IPY-03 IPY-04
    LOG-01 LOG-02 LOG-03 LOG-04 LOG-05 LOG-06 LOG-07 LOG-08 LOG-09 LOG-10 LOG-11 LOG-12 LOG-13 LOG-14
    SEF-01 SEF-02 SEF-03 SEF-04 SEF-05 SEF-06 SEF-07 SEF-08 SEF-09 SEF-10
    STA-01 STA-02 STA-03 STA-04 STA-05 STA-06 STA-07 STA-08 STA-09 STA-10 STA-11 STA-12 STA-13 STA-14 STA-15 STA-16
    TVM-01 TVM-02 TVM-03 TVM-04 TVM-05 TVM-06 TVM-07 TVM-08 TVM-09 TVM-10 TVM-11 TVM-12
    UEM-01 UEM-02 UEM-03 UEM-04 UEM-05 UEM-06 UEM-07 UEM-08 UEM-09 UEM-10 UEM-11 UEM-12 UEM-13 UEM-14
  `),
} as const satisfies Record<string, readonly string[]>;

export type Framework = keyof typeof frameworkControls;

export const frameworkNames: Record<Framework, string> = {
  "pci-dss-4.0.1": "PCI DSS v4.0.1",
  "iso27001-2022": "ISO/IEC 27001:2022 Annex A",
  gdpr: "GDPR",
  "soc2-2017": "SOC 2 trust services criteria 2017",
  "cis-8.1": "CIS Controls v8.1",
  "nist-csf-2.0": "NIST CSF 2.0",
  "csa-ccm-4.1": "CSA CCM v4.1",
};

/** Every allowed `framework-edition#id`, for example `pci-dss-4.0.1#12.8.4`. */
export const controlIds: ReadonlySet<string> = new Set(
  Object.entries(frameworkControls).flatMap(([framework, list]) => list.map((id) => `${framework}#${id}`)),
);
