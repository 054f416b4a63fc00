export interface Json {
  [name: string]: unknown;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/**
 * The document as AsyncAPI's component takes it from AsyncAPI's parser, which compiles code and so cannot run under our
 * policy: references replaced by what they lead to, and everything that is named by its place knowing its name.
 *
 * @param document of ours: references lead into itself, and never in a circle
 */
export function resolved(document: Json): Json {
  const follow = (value: unknown): unknown => {
    if (!isObject(value) || typeof value['$ref'] !== 'string') return value;
    const path = value['$ref'].slice('#/'.length).split('/');
    return follow(path.reduce<unknown>((found, name) => (found as Json)[name], document));
  };
  const seen = new Set<Json>();
  const resolve = (node: unknown): void => {
    if (!isObject(node) || seen.has(node)) return;
    seen.add(node);
    for (const [name, value] of Object.entries(node)) resolve((node[name] = follow(value)));
  };
  resolve(document);
  const { messages } = document['components'] as { messages: Json };
  for (const things of [document['channels'], document['operations'], messages] as Json[]) {
    for (const [id, thing] of Object.entries(things)) (thing as Json)['x-parser-unique-object-id'] = id;
  }
  return { ...document, 'x-parser-spec-parsed': true, 'x-parser-api-version': 3 };
}
