// Which identifiers of each framework a control topic is about: the requirements that coverage is measured against. The mapping is our own
// work, not the publishers'; a question names those of its topic that it establishes. Texts belong to their publishers.
import type { Framework } from "./control-ids.ts";
import type { TopicId } from "./control-topics.ts";

const rows: Record<TopicId, string> = {
  "COM-01":
    "pci-dss-4.0.1: 12.1.1 12.1.2 12.1.3 12.1.4 12.4.1; iso27001-2022: A.5.1 A.5.2 A.5.4; gdpr: 24 32(1); soc2-2017: CC1.3 CC5.3; nist-csf-2.0: GV.PO-01 GV.PO-02 GV.RR-01 GV.RR-02; csa-ccm-4.1: GRC-01 GRC-05 GRC-06",
  "COM-02":
    "pci-dss-4.0.1: 12.3.1; iso27001-2022: A.5.7 A.5.8; gdpr: 32(2) 35; soc2-2017: CC3.1 CC3.2 CC3.4; nist-csf-2.0: GV.RM-06 ID.RA-05 ID.RA-06; csa-ccm-4.1: GRC-02",
  "COM-03":
    "pci-dss-4.0.1: 12.5.1 12.5.2 1.2.4 6.3.2; iso27001-2022: A.5.9 A.5.12; gdpr: 30(2); soc2-2017: CC6.1 C1.1; cis-8.1: 1.1 2.1 3.2 3.7; nist-csf-2.0: ID.AM-01 ID.AM-02 ID.AM-07; csa-ccm-4.1: DSP-03",
  "COM-04":
    "pci-dss-4.0.1: 12.8.2; iso27001-2022: A.5.20 A.5.34; gdpr: 28(3) 28(9); soc2-2017: CC9.2 P6.4; cis-8.1: 15.4; nist-csf-2.0: GV.SC-05 GV.OC-03",
  "COM-05": "iso27001-2022: A.5.31 A.5.34; gdpr: 28(3); soc2-2017: P6.4; cis-8.1: 15.4; nist-csf-2.0: GV.SC-05 GV.OC-03",
  "COM-06":
    "pci-dss-4.0.1: 12.8.1 12.8.4; iso27001-2022: A.5.21 A.5.22; gdpr: 28(2) 28(4); soc2-2017: CC9.2 P6.4; cis-8.1: 15.1; nist-csf-2.0: GV.SC-04 GV.SC-07; csa-ccm-4.1: DSP-13 DSP-14 STA-08 STA-10 STA-14",
  "COM-07":
    "iso27001-2022: A.5.31 A.5.34; gdpr: 44 45 46 48; soc2-2017: P6.1 CC9.2; cis-8.1: 3.8; nist-csf-2.0: GV.OC-03 ID.AM-03; csa-ccm-4.1: DSP-10",
  "COM-08":
    "pci-dss-4.0.1: 8.4.1 8.4.2 8.4.3 8.5.1; iso27001-2022: A.8.5 A.5.17; gdpr: 32(1)(b); soc2-2017: CC6.1; cis-8.1: 6.3 6.4 6.5; nist-csf-2.0: PR.AA-03 PR.AA-01; csa-ccm-4.1: IAM-13",
  "COM-09":
    "pci-dss-4.0.1: 7.2.1 7.2.2 7.2.4 7.3.3 8.2.5 8.2.6; iso27001-2022: A.5.15 A.5.18 A.8.2 A.8.3; gdpr: 25(2) 32(4); soc2-2017: CC6.2 CC6.3; cis-8.1: 5.3 6.1 6.2 6.8; nist-csf-2.0: PR.AA-05; csa-ccm-4.1: IAM-05 IAM-06 IAM-07 IAM-08 IAM-10",
  "COM-10":
    "pci-dss-4.0.1: 8.6.1 8.6.2 8.6.3 7.2.5 7.2.5.1; iso27001-2022: A.5.17 A.8.24; gdpr: 32(1)(b); soc2-2017: CC6.1; cis-8.1: 5.5; nist-csf-2.0: PR.AA-01 PR.AA-05; csa-ccm-4.1: IAM-14",
  "COM-11":
    "pci-dss-4.0.1: 3.5.1 3.5.1.2; iso27001-2022: A.8.24; gdpr: 32(1)(a); soc2-2017: CC6.1 C1.1; cis-8.1: 3.11 11.3; nist-csf-2.0: PR.DS-01; csa-ccm-4.1: CEK-03 UEM-08",
  "COM-12":
    "pci-dss-4.0.1: 4.2.1 4.2.1.1 2.2.7 12.3.3; iso27001-2022: A.8.24 A.8.20; gdpr: 32(1)(a); soc2-2017: CC6.7; cis-8.1: 3.10; nist-csf-2.0: PR.DS-02; csa-ccm-4.1: I&S-03",
  "COM-13":
    "pci-dss-4.0.1: 3.6.1 3.7.1 3.7.4 3.7.5; iso27001-2022: A.8.24; gdpr: 32(1)(a); soc2-2017: CC6.1; cis-8.1: 3.11; nist-csf-2.0: PR.AA-01 PR.DS-01; csa-ccm-4.1: IAM-09",
  "COM-14":
    "pci-dss-4.0.1: 6.3.1 6.3.3 11.3.1 11.3.1.1; iso27001-2022: A.8.8; gdpr: 32(1)(d); soc2-2017: CC7.1; cis-8.1: 7.1 7.2 7.3 7.4 7.7; nist-csf-2.0: ID.RA-01 PR.PS-02; csa-ccm-4.1: TVM-01 TVM-03 TVM-08",
  "COM-15":
    "pci-dss-4.0.1: 11.4.1 11.4.2 11.4.3 11.4.4; iso27001-2022: A.8.8 A.8.29; gdpr: 32(1)(d); soc2-2017: CC4.1 CC7.1; cis-8.1: 18.1 18.2 18.3 18.5; nist-csf-2.0: ID.IM-02 ID.RA-01; csa-ccm-4.1: TVM-07",
  "COM-16":
    "pci-dss-4.0.1: 6.2.1 6.2.2 6.2.3 6.2.4 6.3.2 6.5.3 6.5.5; iso27001-2022: A.8.25 A.8.28 A.8.29 A.8.31; gdpr: 25(1); soc2-2017: CC8.1; cis-8.1: 16.1 16.4 16.5 16.8 16.9 16.12; nist-csf-2.0: PR.PS-06 ID.AM-02; csa-ccm-4.1: AIS-02 AIS-04 AIS-05 AIS-07 CCC-02 DSP-15 I&S-05 TVM-06",
  "COM-17":
    "pci-dss-4.0.1: 10.2.1 10.2.2 10.3.2 10.3.4 10.5.1 10.6.1; iso27001-2022: A.8.15 A.8.17; gdpr: 5(2) 32(1)(d); soc2-2017: CC7.2; cis-8.1: 8.2 8.4 8.9 8.10; nist-csf-2.0: PR.PS-04; csa-ccm-4.1: LOG-02 LOG-07 LOG-09 LOG-10",
  "COM-18":
    "pci-dss-4.0.1: 10.4.1 10.4.1.1 10.7.2 11.5.1 12.10.3 5.2.1; iso27001-2022: A.8.16 A.8.7 A.5.7; gdpr: 32(1)(b); soc2-2017: CC7.2 CC7.3 CC6.8; cis-8.1: 8.11 10.1 13.1 13.2 13.3; nist-csf-2.0: DE.CM-01 DE.CM-09 DE.AE-02 DE.AE-07; csa-ccm-4.1: LOG-03 LOG-05",
  "COM-19":
    "pci-dss-4.0.1: 12.10.1 12.10.2 12.10.5; iso27001-2022: A.5.24 A.5.26 A.6.8; gdpr: 33(2) 28(3)(f); soc2-2017: CC7.3 CC7.4; cis-8.1: 17.1 17.2 17.3 17.4 17.7; nist-csf-2.0: RS.MA-01 RS.CO-02 GV.SC-08; csa-ccm-4.1: SEF-03 SEF-04 SEF-07 SEF-08",
  "COM-20":
    "pci-dss-4.0.1: 12.8.3; iso27001-2022: A.5.27 A.5.28; gdpr: 33(5); soc2-2017: CC7.4 CC9.2; cis-8.1: 17.8; nist-csf-2.0: ID.IM-03 RS.AN-03; csa-ccm-4.1: SEF-09",
  "COM-21":
    "pci-dss-4.0.1: 12.10.1 12.10.2; iso27001-2022: A.5.29 A.5.30 A.8.13 A.8.14; gdpr: 32(1)(b) 32(1)(c); soc2-2017: A1.2 A1.3 CC7.5 CC9.1; cis-8.1: 11.1 11.2 11.5; nist-csf-2.0: PR.DS-11 PR.IR-03 RC.RP-01 ID.IM-04; csa-ccm-4.1: BCR-04 BCR-08",
  "COM-22":
    "pci-dss-4.0.1: 12.6.1 12.6.2 12.6.3 12.6.3.1 5.4.1; iso27001-2022: A.6.3; gdpr: 32(4); soc2-2017: CC1.4 CC2.2; cis-8.1: 14.1 14.2 14.9; nist-csf-2.0: PR.AT-01 PR.AT-02; csa-ccm-4.1: HRS-11 HRS-12",
  "COM-23":
    "pci-dss-4.0.1: 12.7.1 8.2.5; iso27001-2022: A.6.1 A.6.2 A.6.4 A.6.5 A.6.6; gdpr: 28(3)(b) 32(4); soc2-2017: CC1.1 CC1.4 CC1.5; cis-8.1: 6.2; nist-csf-2.0: GV.RR-04; csa-ccm-4.1: HRS-01 HRS-10",
  "COM-24":
    "pci-dss-4.0.1: 9.2.1 9.3.1 9.3.2 9.3.4; iso27001-2022: A.7.1 A.7.2 A.7.4; gdpr: 32(1)(b); soc2-2017: CC6.4; nist-csf-2.0: PR.AA-06 DE.CM-02; csa-ccm-4.1: DCS-08 DCS-10 DCS-11",
  "COM-25":
    "pci-dss-4.0.1: 3.2.1 9.4.7; iso27001-2022: A.8.10 A.7.14 A.5.33; gdpr: 5(1)(e) 17 28(3)(g); soc2-2017: C1.2 CC6.5 P4.2 P4.3; cis-8.1: 3.4 3.5 15.7; nist-csf-2.0: ID.AM-08 GV.SC-10; csa-ccm-4.1: DSP-16 IPY-04",
  "COM-26":
    "pci-dss-4.0.1: 12.8.4 12.9.2; iso27001-2022: A.5.35 A.5.36 A.5.22; gdpr: 28(1) 28(3)(h) 28(5); soc2-2017: CC4.1 CC9.2; cis-8.1: 15.5; nist-csf-2.0: GV.SC-06 GV.SC-07 ID.IM-01; csa-ccm-4.1: A&A-02 STA-11",
  "COM-27": "pci-dss-4.0.1: 12.8.3; iso27001-2022: A.5.19; soc2-2017: CC9.1 CC9.2; cis-8.1: 15.5; nist-csf-2.0: GV.SC-06 GV.RM-02",
  "COM-28":
    "iso27001-2022: A.5.10 A.5.34; gdpr: 5(1)(b) 22 28(10) 35(3)(a); soc2-2017: P4.1 C1.1; nist-csf-2.0: GV.OC-03 ID.AM-08; csa-ccm-4.1: DSP-12",
  "COM-29":
    "pci-dss-4.0.1: 6.3.1; iso27001-2022: A.8.8 A.6.8; gdpr: 32(1)(d); soc2-2017: CC2.3 CC7.1; cis-8.1: 16.2; nist-csf-2.0: ID.RA-08",
  "COM-30":
    "pci-dss-4.0.1: 8.2.5 12.8.3; iso27001-2022: A.5.11 A.5.19 A.5.23; gdpr: 28(3)(g); soc2-2017: CC9.2 CC6.2; cis-8.1: 15.7; nist-csf-2.0: GV.SC-10; csa-ccm-4.1: IPY-02 IPY-04",
  "PAY-01":
    "pci-dss-4.0.1: 12.8.4 12.9.2; iso27001-2022: A.5.19 A.5.22 A.5.31; gdpr: 28(1) 28(5); soc2-2017: CC9.2 CC2.3; cis-8.1: 15.5 15.6; nist-csf-2.0: GV.SC-06 GV.SC-07 GV.OC-03",
  "PAY-02":
    "pci-dss-4.0.1: 12.8.2 12.8.5 12.9.1 12.9.2; iso27001-2022: A.5.20 A.5.2 A.5.23; gdpr: 28(3); soc2-2017: CC9.2 CC2.3; cis-8.1: 15.4; nist-csf-2.0: GV.SC-02 GV.SC-05",
  "PAY-03":
    "pci-dss-4.0.1: 3.3.1 3.3.1.1 3.3.1.2 3.3.1.3 3.3.2; iso27001-2022: A.8.10 A.5.33; gdpr: 5(1)(c) 5(1)(e); soc2-2017: C1.2 CC6.5; cis-8.1: 3.4 3.5; nist-csf-2.0: PR.DS-01 ID.AM-08",
  "PAY-04":
    "pci-dss-4.0.1: 3.5.1 3.5.1.1 3.5.1.2 3.5.1.3; iso27001-2022: A.8.24 A.8.11; gdpr: 32(1)(a); soc2-2017: CC6.1 C1.1; cis-8.1: 3.11; nist-csf-2.0: PR.DS-01",
  "PAY-05":
    "pci-dss-4.0.1: 3.5.1 7.2.6; iso27001-2022: A.8.11 A.8.3; gdpr: 25(1) 32(1)(a); soc2-2017: CC6.1 CC6.3; cis-8.1: 3.3 3.12; nist-csf-2.0: PR.DS-01 PR.AA-05",
  "PAY-06":
    "pci-dss-4.0.1: 3.6.1 3.6.1.1 3.6.1.2 3.7.1 3.7.4 3.7.5 3.7.6 3.7.8; iso27001-2022: A.8.24; gdpr: 32(1)(a); soc2-2017: CC6.1; cis-8.1: 3.11; nist-csf-2.0: PR.DS-01 PR.AA-01",
  "PAY-07":
    "pci-dss-4.0.1: 4.2.1 4.2.1.1 4.2.2 12.3.3; iso27001-2022: A.8.24 A.8.21 A.5.14; gdpr: 32(1)(a); soc2-2017: CC6.7; cis-8.1: 3.10; nist-csf-2.0: PR.DS-02",
  "PAY-08":
    "pci-dss-4.0.1: 6.4.3; iso27001-2022: A.8.26 A.8.28; gdpr: 32(1)(b); soc2-2017: CC6.8 CC8.1; cis-8.1: 2.7; nist-csf-2.0: PR.PS-05 ID.RA-09",
  "PAY-09":
    "pci-dss-4.0.1: 11.6.1 12.10.5; iso27001-2022: A.8.16 A.8.9; gdpr: 32(1)(b) 32(1)(d); soc2-2017: CC7.1 CC7.2; cis-8.1: 13.1; nist-csf-2.0: DE.CM-09 DE.CM-06",
  "PAY-10":
    "pci-dss-4.0.1: 6.4.3 11.6.1 12.9.2; iso27001-2022: A.5.20 A.8.26; gdpr: 25(1); soc2-2017: CC2.3; cis-8.1: 15.4; nist-csf-2.0: GV.SC-02 GV.SC-05",
  "PAY-11":
    "pci-dss-4.0.1: 8.4.1 8.4.2 8.4.3 8.5.1 8.2.8 8.3.4 8.3.10.1; iso27001-2022: A.8.5 A.8.2 A.5.17; gdpr: 32(1)(b) 32(4); soc2-2017: CC6.1 CC6.3; cis-8.1: 6.3 6.4 6.5; nist-csf-2.0: PR.AA-03 PR.AA-01",
  "PAY-12":
    "pci-dss-4.0.1: 7.2.1 7.2.2 7.2.4 7.2.5 7.2.5.1; iso27001-2022: A.5.3 A.5.15 A.5.18 A.8.2; gdpr: 25(2) 32(4); soc2-2017: CC6.2 CC6.3; cis-8.1: 5.5 6.1 6.2 6.8; nist-csf-2.0: PR.AA-05",
  "PAY-13":
    "pci-dss-4.0.1: 8.6.2 8.6.3 8.3.2 6.5.5 6.5.6; iso27001-2022: A.5.17 A.8.24 A.8.31; gdpr: 32(1)(b); soc2-2017: CC6.1; cis-8.1: 5.5 16.8; nist-csf-2.0: PR.AA-01 PR.AA-05",
  "PAY-14":
    "pci-dss-4.0.1: 6.2.4; iso27001-2022: A.8.26 A.5.14; gdpr: 5(1)(f) 32(1)(b); soc2-2017: PI1.2 CC6.7; cis-8.1: 16.10; nist-csf-2.0: PR.DS-02 PR.AA-03",
  "PAY-15": "pci-dss-4.0.1: 12.8.4; iso27001-2022: A.8.5 A.5.31; gdpr: 5(1)(c); soc2-2017: CC6.1 CC9.2; nist-csf-2.0: PR.AA-03 GV.OC-03",
  "PAY-16":
    "pci-dss-4.0.1: 9.5.1 9.5.1.1 9.5.1.2 9.5.1.3; iso27001-2022: A.7.8 A.8.24; gdpr: 32(1)(a); soc2-2017: CC6.4 CC6.7; cis-8.1: 1.1 3.10; nist-csf-2.0: PR.DS-02 PR.AA-06 ID.AM-01",
  "PAY-17": "iso27001-2022: A.5.34; gdpr: 22 35(3)(a) 5(1)(b) 28(10); soc2-2017: CC3.3 P6.1 P8.1; nist-csf-2.0: GV.SC-02",
  "PAY-18":
    "pci-dss-4.0.1: 6.4.2; iso27001-2022: A.8.16 A.8.26; gdpr: 32(1)(b); soc2-2017: CC6.6 CC7.2; cis-8.1: 13.10; nist-csf-2.0: DE.CM-01 DE.CM-09 PR.IR-01",
  "PAY-19":
    "pci-dss-4.0.1: 3.2.1; iso27001-2022: A.5.31 A.5.33; gdpr: 5(1)(e) 17(3)(e); soc2-2017: CC2.3 CC9.2; cis-8.1: 3.4; nist-csf-2.0: GV.OC-03 GV.OC-05",
  "PAY-20": "iso27001-2022: A.5.3 A.5.31; soc2-2017: PI1.2 PI1.3 PI1.4 CC5.1 CC6.3 CC9.1; cis-8.1: 6.8; nist-csf-2.0: PR.AA-05 GV.OC-03",
  "PAY-21": "pci-dss-4.0.1: 12.8.3; iso27001-2022: A.5.31 A.5.19; soc2-2017: CC9.2 CC3.1; cis-8.1: 15.5; nist-csf-2.0: GV.SC-06 GV.OC-03",
  "PAY-22":
    "pci-dss-4.0.1: 6.3.1 6.3.3 11.3.1 11.3.1.2 11.3.2 11.3.2.1; iso27001-2022: A.8.8; gdpr: 32(1)(d); soc2-2017: CC7.1; cis-8.1: 7.1 7.2 7.4 7.6 7.7; nist-csf-2.0: ID.RA-01 PR.PS-02",
  "PAY-23":
    "pci-dss-4.0.1: 11.4.1 11.4.2 11.4.3 11.4.4 11.4.5 11.4.6; iso27001-2022: A.8.8 A.8.29 A.8.34; gdpr: 32(1)(d); soc2-2017: CC4.1 CC7.1; cis-8.1: 18.1 18.2 18.3 18.5; nist-csf-2.0: ID.IM-02 ID.RA-01",
  "PAY-24":
    "pci-dss-4.0.1: 6.2.1 6.2.2 6.2.3 6.2.4 6.3.2; iso27001-2022: A.8.25 A.8.28 A.8.29 A.5.21; gdpr: 25(1); soc2-2017: CC8.1; cis-8.1: 16.1 16.4 16.5 16.12; nist-csf-2.0: PR.PS-06 ID.AM-02 ID.RA-09",
  "PAY-25":
    "pci-dss-4.0.1: 10.2.1 10.2.1.1 10.3.3 10.4.1 10.4.1.1 10.5.1 10.7.2; iso27001-2022: A.8.15 A.8.16 A.8.17; gdpr: 5(2) 32(1)(d); soc2-2017: CC7.2; cis-8.1: 8.2 8.9 8.10 8.11; nist-csf-2.0: PR.PS-04 DE.CM-09 DE.AE-03",
  "PAY-26":
    "pci-dss-4.0.1: 12.10.1 12.10.2 12.10.3 12.10.5 12.10.7; iso27001-2022: A.5.24 A.5.26 A.6.8; gdpr: 33(2) 28(3)(f); soc2-2017: CC7.3 CC7.4 CC7.5; cis-8.1: 17.1 17.2 17.3 17.4; nist-csf-2.0: RS.MA-01 RS.CO-02 GV.SC-08",
  "PAY-27":
    "pci-dss-4.0.1: 12.10.1; iso27001-2022: A.5.29 A.5.30 A.8.14 A.8.6; gdpr: 32(1)(b) 32(1)(c); soc2-2017: A1.1 A1.2 A1.3; cis-8.1: 11.1 11.5; nist-csf-2.0: PR.IR-03 PR.IR-04 RC.RP-01",
  "PAY-28":
    "pci-dss-4.0.1: 12.8.1 12.8.4 12.8.5; iso27001-2022: A.5.21 A.5.22; gdpr: 28(2) 28(4) 44 46; soc2-2017: CC9.2 P6.4; cis-8.1: 15.1 15.5; nist-csf-2.0: GV.SC-04 GV.SC-07 ID.AM-04",
  "PAY-29":
    "pci-dss-4.0.1: 3.2.1 9.4.7; iso27001-2022: A.8.10; gdpr: 17 28(3)(g); soc2-2017: C1.2 P4.3; cis-8.1: 3.4 3.5 15.7; nist-csf-2.0: ID.AM-08 GV.SC-10",
  "PAY-30":
    "pci-dss-4.0.1: 3.4.1 3.4.2; iso27001-2022: A.8.11 A.8.12; gdpr: 5(1)(c) 25(2); soc2-2017: C1.1 CC6.7; cis-8.1: 3.3 3.13; nist-csf-2.0: PR.DS-10 PR.AA-05",
  "HST-01":
    "pci-dss-4.0.1: A1.1.1 A1.1.2 A1.1.3; iso27001-2022: A.8.22 A.8.27 A.5.23; gdpr: 32(1)(b); soc2-2017: CC6.1 CC6.6; cis-8.1: 3.12 12.2; nist-csf-2.0: PR.IR-01 PR.DS-10; csa-ccm-4.1: I&S-06 IAM-15",
  "HST-02":
    "pci-dss-4.0.1: A1.1.4 11.4.6 11.4.7; iso27001-2022: A.8.29 A.8.8; gdpr: 32(1)(d); soc2-2017: CC4.1; cis-8.1: 13.4 18.2 18.5; nist-csf-2.0: ID.IM-02; csa-ccm-4.1: I&S-06 TVM-07",
  "HST-03":
    "pci-dss-4.0.1: 12.8.5 12.9.1 12.9.2; iso27001-2022: A.5.23 A.5.20; gdpr: 28(3); soc2-2017: CC2.3 CC9.2; cis-8.1: 15.4; nist-csf-2.0: GV.SC-02 GV.SC-05; csa-ccm-4.1: STA-04 STA-05",
  "HST-04":
    "pci-dss-4.0.1: 12.5.2; iso27001-2022: A.5.23 A.5.31 A.5.34; gdpr: 28(3)(a) 44 45 46; soc2-2017: C1.1; cis-8.1: 3.2 3.8; nist-csf-2.0: ID.AM-03 ID.AM-07 GV.OC-03; csa-ccm-4.1: DSP-19",
  "HST-05":
    "pci-dss-4.0.1: 3.5.1 3.5.1.2; iso27001-2022: A.8.24; gdpr: 32(1)(a); soc2-2017: CC6.1; cis-8.1: 3.11 11.3; nist-csf-2.0: PR.DS-01 PR.DS-11; csa-ccm-4.1: CEK-03",
  "HST-06":
    "pci-dss-4.0.1: 3.6.1 3.6.1.2 3.7.4 3.7.5 3.7.9; iso27001-2022: A.8.24; gdpr: 32(1)(a); soc2-2017: CC6.1; cis-8.1: 3.11; nist-csf-2.0: PR.DS-01 PR.AA-01 PR.AA-05; csa-ccm-4.1: CEK-08",
  "HST-07":
    "pci-dss-4.0.1: 4.2.1 4.2.1.1 2.2.7; iso27001-2022: A.8.21 A.8.24; gdpr: 32(1)(a); soc2-2017: CC6.7; cis-8.1: 3.10 12.6; nist-csf-2.0: PR.DS-02; csa-ccm-4.1: CEK-04 I&S-03",
  "HST-08":
    "pci-dss-4.0.1: 7.2.1 8.2.2 8.4.2 8.4.3 8.5.1; iso27001-2022: A.8.2 A.8.5 A.5.16; gdpr: 32(1)(b) 32(4); soc2-2017: CC6.1 CC6.2 CC6.3; cis-8.1: 6.3 6.5 6.7 6.8; nist-csf-2.0: PR.AA-03 PR.AA-05",
  "HST-09":
    "pci-dss-4.0.1: 7.2.2 7.2.4 8.2.3 8.2.7 10.2.1.2; iso27001-2022: A.8.2 A.5.18 A.6.1; gdpr: 28(3)(b) 32(4); soc2-2017: CC6.1 CC6.3; cis-8.1: 3.14 6.1 6.2; nist-csf-2.0: PR.AA-05 DE.CM-03; csa-ccm-4.1: IAM-11 IAM-12",
  "HST-10":
    "pci-dss-4.0.1: 1.2.1 1.2.7 1.3.1 1.3.2 1.4.1 1.4.4; iso27001-2022: A.8.20 A.8.22; gdpr: 32(1)(b); soc2-2017: CC6.6; cis-8.1: 4.4 12.2 13.4; nist-csf-2.0: PR.IR-01; csa-ccm-4.1: I&S-03 I&S-08",
  "HST-11":
    "iso27001-2022: A.8.6 A.8.14 A.8.20; gdpr: 32(1)(b); soc2-2017: A1.1 CC6.6; cis-8.1: 12.2; nist-csf-2.0: PR.IR-04 PR.IR-03 DE.CM-01; csa-ccm-4.1: I&S-09",
  "HST-12":
    "pci-dss-4.0.1: 6.4.2; iso27001-2022: A.8.26 A.8.16; gdpr: 32(1)(b); soc2-2017: CC6.6 CC6.8; cis-8.1: 13.10; nist-csf-2.0: PR.IR-01 DE.CM-01 DE.CM-09; csa-ccm-4.1: I&S-09 TVM-05",
  "HST-13":
    "pci-dss-4.0.1: 1.2.2 6.5.1; iso27001-2022: A.8.21 A.8.32 A.8.9; gdpr: 32(1)(b); soc2-2017: CC8.1 CC6.6; cis-8.1: 4.9 12.3; nist-csf-2.0: PR.PS-01 PR.IR-01 ID.RA-07",
  "HST-14":
    "pci-dss-4.0.1: 6.4.3 6.5.1 11.6.1; iso27001-2022: A.8.9 A.8.32; gdpr: 5(1)(f) 32(1)(b); soc2-2017: CC7.1 CC8.1; cis-8.1: 2.7; nist-csf-2.0: PR.PS-01 DE.CM-09; csa-ccm-4.1: CCC-07",
  "HST-15":
    "pci-dss-4.0.1: 2.2.1 2.2.2 2.2.4 2.2.6; iso27001-2022: A.8.9 A.8.27; gdpr: 25(1) 32(1)(b); soc2-2017: CC6.8 CC7.1 CC8.1; cis-8.1: 4.1 4.7 4.8 16.7; nist-csf-2.0: PR.PS-01; csa-ccm-4.1: I&S-04",
  "HST-16":
    "pci-dss-4.0.1: 6.3.1 6.3.3 11.3.1; iso27001-2022: A.8.8; gdpr: 32(1)(d); soc2-2017: CC7.1; cis-8.1: 7.2 7.3 7.4 7.7; nist-csf-2.0: PR.PS-02 ID.RA-01; csa-ccm-4.1: TVM-03 TVM-08",
  "HST-17":
    "pci-dss-4.0.1: 12.3.4 6.3.3; iso27001-2022: A.8.8 A.8.19 A.5.9; soc2-2017: CC7.1 CC8.1; cis-8.1: 2.2 12.1; nist-csf-2.0: PR.PS-02 PR.PS-03 ID.AM-08",
  "HST-18":
    "pci-dss-4.0.1: 11.3.1 11.3.1.2 11.3.2 11.4.2 11.4.3; iso27001-2022: A.8.8 A.8.29; gdpr: 32(1)(d); soc2-2017: CC4.1 CC7.1; cis-8.1: 7.5 7.6 18.2 18.5; nist-csf-2.0: ID.RA-01 ID.IM-02; csa-ccm-4.1: TVM-07",
  "HST-19":
    "pci-dss-4.0.1: 9.4.1.1 10.3.3 12.10.1; iso27001-2022: A.8.13; gdpr: 32(1)(c); soc2-2017: A1.2; cis-8.1: 11.1 11.2 11.3 11.4; nist-csf-2.0: PR.DS-11 RC.RP-03; csa-ccm-4.1: BCR-08",
  "HST-20":
    "pci-dss-4.0.1: 12.10.2; iso27001-2022: A.5.29 A.5.30 A.8.13; gdpr: 32(1)(c) 32(1)(d); soc2-2017: A1.3 CC7.5; cis-8.1: 11.5; nist-csf-2.0: RC.RP-03 RC.RP-05 ID.IM-02; csa-ccm-4.1: BCR-09 BCR-10",
  "HST-21":
    "iso27001-2022: A.8.14 A.8.6 A.5.22; gdpr: 32(1)(b); soc2-2017: A1.1 A1.2; nist-csf-2.0: PR.IR-03 PR.IR-04 GV.OC-05; csa-ccm-4.1: BCR-11",
  "HST-22":
    "pci-dss-4.0.1: A1.2.1 10.2.1 10.5.1; iso27001-2022: A.8.15; gdpr: 5(2) 32(1)(d); soc2-2017: CC7.2; cis-8.1: 8.2 8.5 8.10 8.12; nist-csf-2.0: PR.PS-04 DE.CM-06; csa-ccm-4.1: LOG-02",
  "HST-23":
    "pci-dss-4.0.1: 10.4.1.1 11.5.1 11.5.1.1 11.5.2 12.10.3; iso27001-2022: A.8.16 A.5.7; gdpr: 32(1)(b); soc2-2017: CC7.2 CC7.3; cis-8.1: 8.11 13.1 13.2 13.3; nist-csf-2.0: DE.CM-01 DE.CM-09 DE.AE-02 DE.AE-07; csa-ccm-4.1: LOG-03 LOG-05",
  "HST-24":
    "pci-dss-4.0.1: A1.2.2 A1.2.3 12.10.1; iso27001-2022: A.5.24 A.5.26 A.5.28; gdpr: 33(2) 28(3)(f); soc2-2017: CC7.4 CC7.5 CC2.3; cis-8.1: 17.2 17.3 17.4; nist-csf-2.0: RS.CO-02 RS.AN-03 RS.AN-07 GV.SC-08",
  "HST-25":
    "pci-dss-4.0.1: 6.5.1 6.5.2; iso27001-2022: A.8.32 A.5.22; gdpr: 28(3)(h); soc2-2017: CC8.1 CC2.3; cis-8.1: 4.1; nist-csf-2.0: ID.RA-07 PR.PS-01; csa-ccm-4.1: CCC-01 CCC-05",
  "HST-26":
    "pci-dss-4.0.1: 5.2.1 5.3.2 6.3.2; iso27001-2022: A.8.7 A.8.19 A.5.21; gdpr: 32(1)(b); soc2-2017: CC6.8; cis-8.1: 2.5 10.1 10.7 16.4; nist-csf-2.0: PR.PS-05 ID.RA-09",
  "HST-27":
    "pci-dss-4.0.1: 9.2.1 9.2.1.1 9.3.1 9.3.4; iso27001-2022: A.7.1 A.7.2 A.7.4 A.7.5 A.7.11; gdpr: 32(1)(b); soc2-2017: CC6.4 A1.2; nist-csf-2.0: PR.AA-06 PR.IR-02 DE.CM-02; csa-ccm-4.1: DCS-14 DCS-15",
  "HST-28":
    "pci-dss-4.0.1: 3.2.1 9.4.6 9.4.7; iso27001-2022: A.7.14 A.8.10; gdpr: 17 28(3)(g); soc2-2017: C1.2 CC6.5; cis-8.1: 3.5; nist-csf-2.0: ID.AM-08 GV.SC-10; csa-ccm-4.1: DSP-02",
  "HST-29":
    "iso27001-2022: A.5.23 A.5.30; gdpr: 28(3)(g); soc2-2017: CC9.1 CC9.2 A1.2; cis-8.1: 15.7; nist-csf-2.0: GV.SC-10; csa-ccm-4.1: IPY-02 IPY-04",
  "HST-30":
    "pci-dss-4.0.1: 12.8.1 12.8.4; iso27001-2022: A.5.21 A.5.22; gdpr: 28(2) 28(4) 44 46 48; soc2-2017: CC9.2 P6.4; cis-8.1: 15.1 15.6; nist-csf-2.0: GV.SC-04 GV.SC-07; csa-ccm-4.1: STA-16",
  "INV-01":
    "pci-dss-4.0.1: 1.2.4 12.5.2; iso27001-2022: A.5.9 A.5.14; gdpr: 30(2); soc2-2017: CC2.1 CC6.7; cis-8.1: 3.8 15.1; nist-csf-2.0: ID.AM-03 ID.AM-04",
  "INV-02":
    "pci-dss-4.0.1: 3.2.1 3.3.1 12.10.7 A3.2.5; iso27001-2022: A.8.12 A.8.11; gdpr: 5(1)(c); soc2-2017: C1.1 CC6.7; cis-8.1: 3.2 3.13; nist-csf-2.0: ID.AM-07 PR.DS-01",
  "INV-03":
    "pci-dss-4.0.1: 7.2.2 7.2.5 7.2.5.1; iso27001-2022: A.5.15 A.8.3; gdpr: 25(2) 32(1)(b); soc2-2017: CC6.1 CC6.3; cis-8.1: 5.5 6.8; nist-csf-2.0: PR.AA-05",
  "INV-04":
    "pci-dss-4.0.1: 8.6.2 8.6.3 8.3.2; iso27001-2022: A.5.17; gdpr: 32(1)(b); soc2-2017: CC6.1; cis-8.1: 5.5; nist-csf-2.0: PR.AA-01",
  "INV-05":
    "pci-dss-4.0.1: 7.2.5 8.3.2; iso27001-2022: A.5.16 A.8.5; gdpr: 28(3)(a) 25(2); soc2-2017: CC6.1 CC6.2; cis-8.1: 6.1 6.2; nist-csf-2.0: PR.AA-01 PR.AA-04",
  "INV-06":
    "pci-dss-4.0.1: 6.2.4; iso27001-2022: A.8.26 A.5.14; gdpr: 5(1)(f) 32(1)(b); soc2-2017: PI1.2 CC6.7; cis-8.1: 16.10; nist-csf-2.0: PR.DS-02 PR.AA-03",
  "INV-07":
    "pci-dss-4.0.1: 4.2.1 4.2.1.1 2.2.5 2.2.7; iso27001-2022: A.5.14 A.8.24 A.8.21; gdpr: 32(1)(a); soc2-2017: CC6.7; cis-8.1: 3.10 12.6; nist-csf-2.0: PR.DS-02 PR.AA-03",
  "INV-08":
    "pci-dss-4.0.1: A1.1.2 A1.1.3; iso27001-2022: A.8.3 A.8.22 A.8.27; gdpr: 32(1)(b); soc2-2017: CC6.1 CC6.6; cis-8.1: 3.12; nist-csf-2.0: PR.IR-01 PR.AA-05",
  "INV-09":
    "pci-dss-4.0.1: 3.5.1; iso27001-2022: A.8.24; gdpr: 32(1)(a); soc2-2017: CC6.1 C1.1; cis-8.1: 3.11 11.3; nist-csf-2.0: PR.DS-01",
  "INV-10":
    "pci-dss-4.0.1: 10.2.2; iso27001-2022: A.8.15 A.5.3 A.5.33; gdpr: 5(1)(d); soc2-2017: PI1.2 PI1.3 PI1.4 PI1.5; cis-8.1: 3.14 8.5; nist-csf-2.0: PR.DS-01 PR.DS-10 DE.CM-09",
  "INV-11":
    "pci-dss-4.0.1: 6.5.1; iso27001-2022: A.8.32 A.5.3 A.8.3; gdpr: 5(1)(d); soc2-2017: PI1.2 CC8.1 CC6.3; cis-8.1: 6.8; nist-csf-2.0: ID.RA-07 PR.AA-05",
  "INV-12": "iso27001-2022: A.8.6 A.8.16; gdpr: 32(1)(b); soc2-2017: PI1.3 A1.1; cis-8.1: 16.10; nist-csf-2.0: PR.IR-03 PR.IR-04",
  "INV-13":
    "iso27001-2022: A.5.34 A.8.11; gdpr: 5(1)(c) 25(1) 25(2); soc2-2017: P3.1 P4.1 C1.1; cis-8.1: 3.1 3.3; nist-csf-2.0: ID.AM-07 PR.DS-01",
  "INV-14":
    "pci-dss-4.0.1: 9.4.6 9.4.7; iso27001-2022: A.7.7 A.7.10 A.7.14; gdpr: 5(1)(e) 5(1)(f); soc2-2017: C1.2 CC6.5; cis-8.1: 3.5; nist-csf-2.0: ID.AM-08",
  "INV-15":
    "pci-dss-4.0.1: 3.2.1; iso27001-2022: A.8.10 A.5.34; gdpr: 5(1)(e) 28(3)(g); soc2-2017: P4.2 P4.3 C1.2; cis-8.1: 3.4 3.5; nist-csf-2.0: ID.AM-08",
  "INV-16": "iso27001-2022: A.5.31 A.5.36; gdpr: 5(2) 28(3)(h); soc2-2017: CC2.3 CC3.1; cis-8.1: 15.4; nist-csf-2.0: GV.OC-03",
  "INV-17":
    "pci-dss-4.0.1: 7.2.1 7.2.2; iso27001-2022: A.5.3 A.5.15 A.8.3; gdpr: 32(4); soc2-2017: CC5.1 CC6.3; cis-8.1: 6.8; nist-csf-2.0: PR.AA-05",
  "INV-18":
    "pci-dss-4.0.1: 8.2.7 8.4.3 8.5.1; iso27001-2022: A.8.5 A.8.2; gdpr: 32(1)(b); soc2-2017: CC6.1; cis-8.1: 6.3 6.4 6.5; nist-csf-2.0: PR.AA-03",
  "INV-19":
    "pci-dss-4.0.1: 8.2.1 8.2.2 8.2.8; iso27001-2022: A.8.1 A.5.16 A.7.7; gdpr: 32(1)(b); soc2-2017: CC6.1 CC6.8; cis-8.1: 4.3 4.10 4.11 5.1; nist-csf-2.0: PR.AA-01 PR.PS-01",
  "INV-20":
    "pci-dss-4.0.1: 1.3.3 2.3.1 2.3.2 11.2.1; iso27001-2022: A.8.20 A.8.22; gdpr: 32(1)(b); soc2-2017: CC6.6; cis-8.1: 1.1 1.2 12.2 13.4; nist-csf-2.0: PR.IR-01 ID.AM-01",
  "INV-21":
    "pci-dss-4.0.1: 9.2.1 9.3.2 9.3.4; iso27001-2022: A.7.1 A.7.2 A.7.4; gdpr: 32(1)(b); soc2-2017: CC6.4; nist-csf-2.0: PR.AA-06 DE.CM-02",
  "INV-22":
    "pci-dss-4.0.1: 12.7.1 12.6.3 8.2.5; iso27001-2022: A.6.1 A.6.2 A.6.3 A.6.5 A.6.6; gdpr: 28(3)(b) 32(4); soc2-2017: CC1.4 CC6.2; cis-8.1: 6.2 14.1; nist-csf-2.0: GV.RR-04 PR.AT-01",
  "INV-23":
    "iso27001-2022: A.5.30 A.8.6 A.8.14; gdpr: 32(1)(b) 32(1)(c); soc2-2017: A1.1 A1.2 A1.3; cis-8.1: 11.1 11.5; nist-csf-2.0: PR.IR-03 PR.IR-04 RC.RP-01",
  "INV-24":
    "pci-dss-4.0.1: 12.10.1; iso27001-2022: A.5.29 A.5.30; gdpr: 32(1)(c); soc2-2017: CC9.1 A1.2; cis-8.1: 17.4; nist-csf-2.0: RC.RP-02 GV.SC-08 ID.IM-04",
  "INV-25":
    "pci-dss-4.0.1: 12.10.2; iso27001-2022: A.8.13; gdpr: 32(1)(c); soc2-2017: A1.2 A1.3; cis-8.1: 11.2 11.3 11.5; nist-csf-2.0: PR.DS-11 RC.RP-03",
  "INV-26":
    "pci-dss-4.0.1: 6.3.1 6.3.3 11.3.1 11.4.3; iso27001-2022: A.8.8; gdpr: 32(1)(d); soc2-2017: CC7.1 CC4.1; cis-8.1: 7.1 7.4 7.6 18.2; nist-csf-2.0: ID.RA-01 PR.PS-02 ID.IM-02",
  "INV-27":
    "pci-dss-4.0.1: 6.2.1 6.2.3 6.2.4; iso27001-2022: A.8.25 A.8.26 A.8.28; gdpr: 25(1); soc2-2017: CC8.1; cis-8.1: 16.1 16.12 16.13; nist-csf-2.0: PR.PS-06",
  "INV-28":
    "pci-dss-4.0.1: 10.2.1 10.2.2 10.4.1 10.5.1; iso27001-2022: A.8.15 A.8.16; gdpr: 5(2) 32(1)(d); soc2-2017: CC7.2; cis-8.1: 3.14 8.2 8.5 8.11; nist-csf-2.0: PR.PS-04 DE.CM-03 DE.CM-09",
  "INV-29":
    "pci-dss-4.0.1: 12.10.1; iso27001-2022: A.5.24 A.5.26; gdpr: 33(2) 28(3)(f); soc2-2017: CC7.4 P6.5 P6.6; cis-8.1: 17.2 17.3 17.4; nist-csf-2.0: RS.CO-02 RS.MA-01",
  "INV-30":
    "pci-dss-4.0.1: 12.8.1; iso27001-2022: A.5.19 A.5.21 A.5.22; gdpr: 28(2) 28(4) 44 46; soc2-2017: CC9.2 P6.4; cis-8.1: 15.1 15.5; nist-csf-2.0: GV.SC-04 GV.SC-07",
};

/** Identifiers of a topic, each as `framework-edition#id`. */
export const topicControls: Readonly<Record<TopicId, readonly string[]>> = Object.fromEntries(
  Object.entries(rows).map(([topic, row]) => [
    topic,
    row.split("; ").flatMap((part) => {
      const [framework = "", ids = ""] = part.split(": ");
      return ids.split(" ").map((id) => `${framework}#${id}`);
    }),
  ]),
) as unknown as Record<TopicId, readonly string[]>;

/** The listed identifiers of a framework, without its name, in the order of the topics. */
export function listedControls(framework: Framework): string[] {
  const all = new Set(Object.values(topicControls).flat());
  return [...all].filter((id) => id.startsWith(`${framework}#`)).map((id) => id.slice(framework.length + 1));
}
