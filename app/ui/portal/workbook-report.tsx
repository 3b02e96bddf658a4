// The report of a filled workbook and its form: **Save these answers**, or **Discard**. Both sides read the same one.
import type { ReportView } from "#app/domain/assessment/workbook/report-view.ts";
import type { Messages } from "#app/i18n/en.ts";
import { Button } from "../button.tsx";
import { Callout } from "../callout.tsx";
import { NewerAnswers } from "./newer-answers.tsx";
import { ReportDocuments, ReportRows, ReportStray } from "./report-rows.tsx";

export interface WorkbookReportProps {
  view: ReportView;
  words: Messages["portal"]["workbook"];
}

export function WorkbookReport({ view, words }: WorkbookReportProps) {
  const { saves, newer, fixed, invalid, notAsked, stray, files, unnamed, same, empty } = view;
  const hasSomething = saves.length > 0 || newer.length > 0 || files.some(({ isTaken }) => isTaken);
  return (
    <>
      {hasSomething ? null : <Callout tone="info">{words.nothing}</Callout>}
      <form method="post" className="stack stack-40">
        {newer.length > 0 ? <NewerAnswers newer={newer} words={words} /> : null}
        {invalid.length > 0 ? (
          <ReportRows id="invalid" title={words.invalid(invalid.length)} lead={words.invalidLead} rows={invalid} />
        ) : null}
        {stray.length > 0 ? <ReportStray stray={stray} words={words} /> : null}
        {fixed.length > 0 ? <ReportRows id="fixed" title={words.fixed(fixed.length)} lead={words.fixedLead} rows={fixed} /> : null}
        {notAsked.length > 0 ? (
          <ReportRows id="not-asked" title={words.notAsked(notAsked.length)} lead={words.notAskedLead} rows={notAsked} />
        ) : null}
        {saves.length > 0 ? <ReportRows id="saves" title={words.saves(saves.length)} rows={saves} /> : null}
        {files.length + unnamed.length > 0 ? <ReportDocuments files={files} unnamed={unnamed} words={words} /> : null}
        <p className="muted">{words.unchanged(same, empty)}</p>
        <div className="vactions">
          {hasSomething ? (
            <Button tone="primary" large name="intent" value="save">
              {words.save}
            </Button>
          ) : null}
          <Button name="intent" value="discard">
            {words.discard}
          </Button>
        </div>
      </form>
    </>
  );
}
