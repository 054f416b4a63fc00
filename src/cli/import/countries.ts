/** Names that statistics and people use, besides the English ones of CLDR. */
const others: Readonly<Record<string, string>> = {
  EIRE: 'IE',
  RSA: 'ZA',
  USA: 'US',
  'CHANNEL ISLANDS': 'JE',
  'CZECH REPUBLIC': 'CZ',
  'HONG KONG': 'HK',
};

/** ISO 3166 user-assigned: nobody's. */
const NOWHERE = 'ZZ';

const codes = new Map<string, string>(Object.entries(others));
const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
  const name = english.of(code)?.toUpperCase();
  if (name && !codes.has(name)) codes.set(name, code);
}

/** ISO 3166-1 alpha-2 of an English name; `ZZ` for what is no country ("Unspecified", "European Community"). */
export const countryCode = (name: string): string => codes.get(name.trim().toUpperCase()) ?? NOWHERE;
