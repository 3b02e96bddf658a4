// Which passwords are guessed first, although they are long: common words and keyboard walks strung together, repeated units,
// famous phrases, and what an attacker knows of the person and the company. Checked offline; nothing leaves the machine.

/** Pieces of the passwords that lead every published list, in lower case and without look-alike digits. */
const commonPieces = `password passwort passw0rd passphrase geheim secret letmein welcome willkommen admin administrator root login
 changeme default guest master superman batman spiderman dragon monkey shadow sunshine princess football baseball fussball iloveyou ichliebedich trustno
 starwars pokemon whatever freedom summer winter spring autumn sommer herbst fruehling michael jennifer jordan charlie daniel thomas
 jessica ashley nicole hunter ranger harley computer internet samsung google facebook company firma office office365 microsoft windows
 vouchsafe vendor portal compliance security audit temp temporary test testing example demo user access account server database
 january february march april june july august september october november december januar februar maerz juni juli oktober dezember
 monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag
 hello hallo please bitte this is my the and pass word long very new neu mein das ist ein sehr langes`.split(/\s+/);

const phrases = [
  "correcthorsebatterystaple",
  "thequickbrownfoxjumpsoverthelazydog",
  "maytheforcebewithyou",
  "tobeornottobethatisthequestion",
  "iwillalwaysloveyou",
  "intheendgodcreated",
  "inthebeginninggodcreated",
  "franzjagtimkomplettverwahrlostentaxi",
  "allyourbasearebelongtous",
  "neversaynever",
  "winteriscoming",
  "hastalavistababy",
  "livelongandprosper",
];

const rows = [
  "`1234567890-=",
  "qwertyuiop[]",
  "qwertzuiopü+",
  "azertyuiop",
  "asdfghjkl;'",
  "asdfghjklöä",
  "zxcvbnm,./",
  "yxcvbnm,.-",
  "abcdefghijklmnopqrstuvwxyz",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
  "!@#$%^&*()_+",
  "01234567890",
];
const walks = rows.flatMap((row) => [row, [...row].reverse().join("")]);

const lookAlikes: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i" };

function plain(text: string): string {
  return [...text.toLowerCase()].map((character) => lookAlikes[character] ?? character).join("");
}

/** The text without keyboard walks of four keys or more. */
function withoutWalks(text: string): string {
  let left = "";
  let at = 0;
  while (at < text.length) {
    let length = 0;
    for (let size = 4; at + size <= text.length && walks.some((walk) => walk.includes(text.slice(at, at + size))); size += 1) length = size;
    left += length > 0 ? "" : text[at];
    at += Math.max(1, length);
  }
  return left;
}

/** What is left when a unit that repeats (such as `abc` in `abcabcabc`) counts once. */
function withoutRepeats(text: string): string {
  return text.replace(/(.{1,16}?)\1+/gsu, "$1");
}

function isMadeOf(text: string, pieces: readonly string[], least: number): boolean {
  const longestFirst = [...new Set(pieces)].filter((piece) => piece.length > 1).sort((a, b) => b.length - a.length);
  const left = longestFirst.reduce((rest, piece) => rest.replaceAll(piece, "\u0000"), text).replaceAll("\u0000", "");
  return [...left].length < least;
}

/** True when little is left of the password once everything guessable is taken out. `words`: names, addresses, the company. */
export function isCommonPassword(password: string, words: readonly string[]): boolean {
  const known = words
    .flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)])
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= 3);
  const pieces = [...commonPieces, ...phrases, ...known].flatMap((piece) => [piece, plain(piece), piece.replace(/\s+/g, "")]);
  const lower = password.slice(0, 256).toLowerCase();
  const letters = lower.replace(/[\s._-]+/g, "");
  const views = [withoutWalks(lower), letters, withoutWalks(letters), plain(letters), letters.replace(/\d{1,8}$/, "")];
  return views
    .flatMap((view) => [view, withoutRepeats(view)])
    .some((view) =>
      isMadeOf(
        view.replace(/[\d\s\p{P}\p{S}]+/gu, (run) => run.slice(0, 1)),
        pieces,
        6,
      ),
    );
}
