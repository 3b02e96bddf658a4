// The switch of the language: the same page in the other one, named in its own words. Nothing but the choice changes. On a page with a form
// that saves as it goes, the form goes first, so that nothing typed is lost without script.
import { languages } from "#app/domain/questionnaire/questionnaire.ts";
import { messages } from "#app/i18n/messages.ts";
import { useRequestFacts } from "../request-facts.ts";

/** What a page was told once and must not say again in the other language. */
const saidOnce = /^(?:upload-error|wrong-\w+|refused|sent|lang|speaks)$/;

export function OtherLanguage({ form }: { form?: string | undefined }) {
  const { language, address } = useRequestFacts();
  const other = languages.find((each) => each !== language) ?? "en";
  const kept = new URLSearchParams(address.split("?")[1]);
  for (const name of [...kept.keys()]) if (saidOnce.test(name)) kept.delete(name);
  kept.set("lang", other);
  const href = `?${kept}`;
  const { language: name } = messages[other].kit;
  return form === undefined ? (
    <a href={href} lang={other} hrefLang={other}>
      {name}
    </a>
  ) : (
    <button className="link" type="submit" form={form} formAction={href} name="next" value="stay" lang={other}>
      {name}
    </button>
  );
}
