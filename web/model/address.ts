/** What stands in the address of a screen: texts, each as somebody would type it. */
export type Given = Readonly<Record<string, unknown>>;

/** Written in quotes it is a text in any case: the console once wrote numbers so that are meant as texts. */
function unquoted(text: string): string | undefined {
  if (!text.startsWith('"')) return undefined;
  try {
    const meant: unknown = JSON.parse(text);
    return typeof meant === 'string' ? meant : undefined;
  } catch {
    return undefined;
  }
}

/** Digits stay texts: a SKU or an id of digits is no number, and a long one would lose some. */
export const parseSearch = (query: string): Given =>
  Object.fromEntries([...new URLSearchParams(query)].map(([name, text]) => [name, unquoted(text) ?? text]));

export function stringifySearch(given: Given): string {
  const told = Object.entries(given).flatMap(([name, value]): [string, string][] => {
    if (value === undefined) return [];
    const text = String(value as string | number | boolean);
    return [[name, unquoted(text) === undefined ? text : JSON.stringify(text)]];
  });
  return told.length > 0 ? `?${new URLSearchParams(told)}` : '';
}
