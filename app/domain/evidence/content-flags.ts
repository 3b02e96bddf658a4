// What was seen inside a PDF when it was taken, in words for whoever is about to open it. Codes are stored with the document:
// never rename or reuse one. None of them refuses a file, and none seen is no promise that a file holds nothing.

export const contentFlags = ["pdf_script", "pdf_launch", "pdf_attachment", "pdf_encrypted"] as const;

export type ContentFlag = (typeof contentFlags)[number];

export const contentFlagTexts: Record<ContentFlag, { en: string; de: string }> = {
  pdf_script: {
    en: "This PDF contains scripts. They are not run here; do not open the download in a full PDF reader without care.",
    de: "Dieses PDF enthält Skripte. Hier werden sie nicht ausgeführt; den Download nur mit Vorsicht in einem vollen PDF-Programm öffnen.",
  },
  pdf_launch: {
    en: "This PDF asks its reader to start a program or to open another file. Nothing is started here; refuse if a PDF reader asks.",
    de: "Dieses PDF will ein Programm starten oder eine andere Datei öffnen. Hier wird nichts gestartet; im PDF-Programm ablehnen.",
  },
  pdf_attachment: {
    en: "This PDF carries other files inside. They were not checked and are not shown here; ask the vendor to send them one by one.",
    de: "Dieses PDF enthält weitere Dateien. Sie wurden nicht geprüft und werden hier nicht gezeigt; den Anbieter einzeln darum bitten.",
  },
  pdf_encrypted: {
    en: "This PDF is encrypted, so its pages may need a password, and what else it contains could not be seen.",
    de: "Dieses PDF ist verschlüsselt: Die Seiten brauchen vielleicht ein Kennwort, und was es sonst enthält, war nicht zu sehen.",
  },
};
