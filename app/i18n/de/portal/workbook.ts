// Ohne Verbindung antworten: unsere Arbeitsmappe, was ihr Speichern bewirkt, und ein ausgefüllter CAIQ: answering offline.
import type { workbook as english } from "../../en/portal/workbook.ts";
import type { Localised } from "../../localised.ts";
import { count } from "../count.ts";

export const workbook: Localised<typeof english> = {
  workbook: {
    title: "Ohne Verbindung in einer Arbeitsmappe antworten",
    lead: "Nehmen Sie alle Fragen als Excel-Datei mit, füllen Sie sie mit Excel oder LibreOffice aus und bringen Sie sie zurück. Antworten, die Sie hier gegeben haben, stehen schon darin.",
    download: "Arbeitsmappe herunterladen",
    downloadText: "Alle Fragen als Excel-Datei, mit den bisherigen Antworten. Füllen Sie sie ohne Verbindung aus und laden Sie sie hoch.",
    inLanguage: (language) => `Arbeitsmappe herunterladen (${language})`,
    upload: "Arbeitsmappe hochladen",
    uploadText:
      "Bringen Sie die ausgefüllte Arbeitsmappe zurück, allein oder in einem ZIP-Archiv mit ihren Dokumenten. Auch auf Englisch. Ein ausgefüllter CAIQ (Fragebogen der Cloud Security Alliance) wird ebenfalls angenommen.",
    uploadLead:
      "Laden Sie die ausgefüllte Arbeitsmappe hoch, oder ein ZIP-Archiv mit der Arbeitsmappe und den Dokumenten, die sie nennt. Ein ausgefüllter CAIQ, der Fragebogen der Cloud Security Alliance (4.0 oder 4.1, Excel oder JSON), geht auch: Seine Antworten werden für unsere Fragen vorgeschlagen. Sie sehen zuerst, was geschehen würde; gespeichert wird erst, wenn Sie zustimmen.",
    file: "Arbeitsmappe, ZIP-Archiv oder CAIQ",
    fileHint: (megabytes) => `.xlsx bis 4\u00a0MB, .zip bis ${megabytes}\u00a0MB.`,
    read: "Hochladen und prüfen",
    refused: "Die Datei wurde nicht gelesen",
    refusedFiles: "Einige Dokumente wurden nicht angehängt",
    chooseFile: "Wählen Sie zuerst eine Datei.",
    waiting: "Hochgeladen und noch nicht gespeichert",
    waitingBy: (name, at) => `von ${name}, ${at}`,
    tooLarge: (bytes) =>
      `Die Datei ist größer als ${Math.floor(bytes / 1024 / 1024)} MB. Hängen Sie große Dokumente stattdessen im Portal an.`,
    tooMuchText: "Die Arbeitsmappe enthält mehr Text, als Antworten haben dürfen.",
    tooMany: (n) => `${n} Arbeitsmappen sind hochgeladen und noch nicht gespeichert. Speichern oder verwerfen Sie zuerst eine davon.`,
    notOurs:
      "Das ist weder eine Arbeitsmappe dieses Portals noch ein ausgefüllter CAIQ. Laden Sie die Arbeitsmappe hier herunter und füllen Sie diese aus.",
    otherAssessment:
      "Diese Arbeitsmappe gehört zu einem anderen Fragebogen. Laden Sie die Arbeitsmappe hier herunter und füllen Sie diese aus.",
    otherVersion:
      "Diese Arbeitsmappe enthält eine ältere Fassung der Fragen. Laden Sie die Arbeitsmappe hier herunter und füllen Sie diese aus.",
    report: "Prüfen Sie Ihre Arbeitsmappe",
    reportLead: (file) => `Das geschieht, wenn Sie ${file} speichern. Noch ist nichts gespeichert.`,
    nothing: "Es gibt nichts zu speichern: Jede ausgefüllte Zelle sagt, was schon gespeichert ist.",
    saves: (n) => count(n, "Antwort wird gespeichert", "Antworten werden gespeichert"),
    newer: (n) => (n === 1 ? "Eine Antwort hier ist neuer als Ihre Arbeitsmappe" : `${n} Antworten hier sind neuer als Ihre Arbeitsmappe`),
    newerLead:
      "Sie wurden online gegeben, nachdem die Arbeitsmappe erstellt war. Sie bleiben, wie sie sind, wenn Sie nicht die Antwort der Arbeitsmappe wählen.",
    keep: "Die neuere Antwort behalten",
    take: "Die Antwort der Arbeitsmappe verwenden",
    givenBy: (name, at) => `gegeben von ${name}, ${at}`,
    fixed: (n) =>
      n === 1 ? "Eine Antwort bleibt, wie der Lieferant sie gegeben hat" : `${n} Antworten bleiben, wie der Lieferant sie gegeben hat`,
    fixedLead: "Der Lieferant hat diese Fragen selbst beantwortet. Was die Arbeitsmappe dazu sagt, wird nicht darüber eingetragen.",
    invalid: (n) => (n === 1 ? "Eine Zeile kann so nicht gespeichert werden" : `${n} Zeilen können so nicht gespeichert werden`),
    invalidLead:
      "Verbessern Sie sie in der Arbeitsmappe und laden Sie diese noch einmal hoch, oder antworten Sie hier. Die übrigen Zeilen können Sie jetzt speichern.",
    notAsked: (n) => (n === 1 ? "Eine Antwort ist nicht gefragt" : `${n} Antworten sind nicht gefragt`),
    notAskedLead: "Mit den übrigen Antworten werden diese Fragen nicht gestellt. Was dort steht, wird nicht gespeichert.",
    unmatched: (n) => (n === 1 ? "Eine Stelle führt zu keiner Frage" : `${n} Stellen führen zu keiner Frage`),
    unmatchedLead: "Das wird nicht gespeichert. Übertragen Sie, was wichtig ist, in die Zeile der zugehörigen Frage.",
    unchanged: (same, empty) =>
      `In der Arbeitsmappe ${same === 1 ? "ist 1 Antwort" : `sind ${same} Antworten`} unverändert und ${empty === 1 ? "1 Frage" : `${empty} Fragen`} leer. Leere Zellen ändern nichts.`,
    documents: "Dokumente",
    unnamed: "Im Archiv, aber auf dem Blatt der Dokumente nicht genannt; ausgelassen:",
    save: "Diese Antworten speichern",
    discard: "Verwerfen",
    other: "Andere Arbeitsmappe hochladen",
    saved: (answers, files) =>
      `${count(answers, "Antwort", "Antworten")}${files === 0 ? "" : ` und ${count(files, "Dokument", "Dokumente")}`} aus Ihrer Arbeitsmappe gespeichert`,
    bothAnswers: "Die Zeile sagt, es gebe keine Antwort, und gibt doch eine. Behalten Sie eines davon",
    bothProofs: "Die Zeile nennt ein Dokument, das es belegt, und einen Tag, an dem es folgt. Behalten Sie eines davon",
    fileElsewhere: "Nennen Sie die Datei auf dem Blatt der Dokumente",
    stray: {
      no_question: "Zu dieser Zeile gehört keine Frage",
      twice: "Die Frage steht hier ein zweites Mal",
      formula: "Die Zelle hat eine Formel und keinen Wert. Geben Sie die Antwort selbst ein",
      no_revision: "Die ausgeblendeten Spalten dieser Zeile wurden geändert",
    },
    files: {
      waits: "wird angehängt",
      attached: "ist schon angehängt",
      missing: "wurde nicht mitgeschickt: Legen Sie es mit der Arbeitsmappe in ein ZIP-Archiv, oder hängen Sie es hier an",
      same_name: "steht zweimal im Archiv: Geben Sie jeder Datei einen eigenen Namen",
      no_question: "seine Zeile führt zu keiner Frage, die nach einem Dokument fragt",
      no_kind: "wählen Sie in seiner Zeile, was für ein Dokument es ist",
      not_asked: "seine Frage wird mit diesen Antworten nicht gestellt",
      not_here: "Dokumente kommen hier nicht mit; laden Sie es unter Nachweise hoch",
    },
  },
  caiq: {
    title: "Ihr CAIQ und unsere Fragen",
    lead: "Jede Zeile Ihres CAIQ spricht für unsere Fragen zur selben Vorgabe. Gespeichert wird erst, was Sie übernehmen.",
    read: (file, edition, rows) => `${file} · CAIQ ${edition} · ${count(rows, "Zeile ist", "Zeilen sind")} ausgefüllt`,
    nothing: "Ihr CAIQ beantwortet hier keine Frage, die noch offen ist.",
    noneAgree: "Ihr CAIQ spricht von einigen offenen Fragen, beantwortet aber keine davon allein.",
    proposed: (n) => (n === 1 ? "Er beantwortet eine Frage" : `Er beantwortet ${n} Fragen`),
    proposedLead:
      "Sehen Sie sich jede an. Ändern Sie, was nicht passt, und nehmen Sie den Haken weg, wo Sie lieber selbst antworten. Die Zeilen bleiben als Erläuterung stehen.",
    follows: "Aus Ihrem CAIQ",
    change: "Ändern",
    takeOne: "Diese Antwort übernehmen",
    take: "Diese Antworten übernehmen",
    ownWords: "Beantworten Sie diese Frage in ihrem Abschnitt: Sie braucht eine Begründung in Ihren Worten",
    changedMeanwhile:
      "Einige dieser Fragen wurden inzwischen beantwortet. Es wurde nichts gespeichert: Sehen Sie die Liste noch einmal an.",
    left: (n) => (n === 1 ? "Eine weitere Frage müssen Sie selbst beantworten" : `${n} weitere Fragen müssen Sie selbst beantworten`),
    leftLead: "Ihr CAIQ spricht davon, aber ein Ja genügt hier nicht.",
    isOpen: "Die Zeilen widersprechen sich, sagen Nein oder lassen etwas offen.",
    onlyYou: "Nur Sie wissen, wie viel, wie weit oder wann.",
    discardTitle: "Fertig damit?",
    discardLead: "Übernommene Antworten bleiben. Der CAIQ wird innerhalb eines Tages gelöscht, oder jetzt.",
  },
};
