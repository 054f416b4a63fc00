export interface Change {
  readonly path: string;
  /** Undefined where there was nothing. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Every field of a document, by its path. */
export function fieldsOf(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null) {
    return new Map(
      value === undefined ? [] : [[path, typeof value === 'string' ? value : JSON.stringify(value)]],
    );
  }
  const fields = new Map<string, string>();
  for (const [name, inner] of Object.entries(value)) {
    const under = path === '' ? name : `${path}.${name}`;
    for (const [found, text] of fieldsOf(inner, under)) fields.set(found, text);
  }
  return fields;
}

/** What is different, in the order of the later document; what has gone comes last. */
export function changesBetween(before: unknown, after: unknown): readonly Change[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const kept = [...is].map(([path, text]) => ({ path, before: was.get(path), after: text }));
  const gone = [...was]
    .filter(([path]) => !is.has(path))
    .map(([path, text]) => ({ path, before: text, after: undefined }));
  return [...kept.filter((change) => change.before !== change.after), ...gone];
}
