// Countries as a table's cell names them: ISO 3166-1 codes, or the name in English or German. Stored as the code, so that lists can be
// compared whatever language a vendor answers in.

export const countryCodes =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW".split(
    " ",
  );

/** What people type that is neither code nor full name. */
const others: Record<string, string> = {
  uk: "GB",
  usa: "US",
  "great britain": "GB",
  england: "GB",
  holland: "NL",
  tschechien: "CZ",
  türkei: "TR",
};

const fold = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

const names = new Map<string, string>(Object.entries(others));
for (const language of ["en", "de"]) {
  const shown = new Intl.DisplayNames([language], { type: "region" });
  for (const code of countryCodes) names.set(fold(shown.of(code) ?? code), code);
}
for (const code of countryCodes) names.set(fold(code), code);

/** The code of a country; undefined for anything else. */
export const countryOf = (text: string): string | undefined => names.get(fold(text));

/** For a list to choose from, by name. */
export function countryNames(language: string): { code: string; name: string }[] {
  const shown = new Intl.DisplayNames([language], { type: "region" });
  return countryCodes.map((code) => ({ code, name: shown.of(code) ?? code })).sort((a, b) => a.name.localeCompare(b.name, language));
}
