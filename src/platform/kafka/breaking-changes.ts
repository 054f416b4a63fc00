import { inlined, type Contract, type JsonSchema } from './contracts.js';

type Node = JsonSchema & { readonly properties?: Record<string, Node>; readonly items?: Node };

/**
 * What in a new contract would break somebody who relies on the old one. Readers of what we send need every promise
 * kept; writers of what we read need everything still accepted that was.
 *
 * @returns a sentence for each; none when the change only adds
 */
export function breakingChanges(
  before: JsonSchema,
  after: JsonSchema,
  direction: Contract['direction'],
): string[] {
  return compare(inlined(before) as Node, inlined(after) as Node, direction, '');
}

function compare(before: Node, after: Node, direction: Contract['direction'], at: string): string[] {
  const here = at || '/';
  const found: string[] = [];
  const say = (text: string): void => void found.push(`${here} ${text}`);
  if (!isStillOf(before.type, after.type, direction)) {
    say(`was ${JSON.stringify(before.type)} and is ${JSON.stringify(after.type)}`);
  }
  values(before, after, direction, say);
  if (direction === 'in') limits(before, after, say);
  else if (before.format !== undefined && after.format !== before.format) say('has another format');
  properties(before, after, direction, say);
  for (const [name, old] of Object.entries(before.properties ?? {})) {
    const now = after.properties?.[name];
    if (now) found.push(...compare(old, now, direction, `${at}/${name}`));
  }
  if (before.items && after.items) found.push(...compare(before.items, after.items, direction, `${at}/*`));
  found.push(...variants(before, after, direction, at));
  return found;
}

/** A reader may meet only types it knows; a writer may go on sending those it knows. */
function isStillOf(before: Node['type'], after: Node['type'], direction: Contract['direction']): boolean {
  const [old, now] = [before, after].map((type) => [type ?? []].flat());
  const [fewer, more] = direction === 'out' ? [now!, old!] : [old!, now!];
  return (before === undefined) === (after === undefined) && fewer.every((type) => more.includes(type));
}

/** A reader may meet only values it knows; a writer may go on sending those it knows. */
function values(
  before: Node,
  after: Node,
  direction: Contract['direction'],
  say: (text: string) => void,
): void {
  const [old, now] = [before, after].map(
    ({ enum: many, const: one }) => many ?? (one === undefined ? undefined : [one]),
  );
  const [fewer, more] = direction === 'out' ? [now, old] : [old, now];
  const strangers = fewer?.filter((value) => !more?.includes(value)) ?? [];
  if (direction === 'out' && old && !now) return say('may now be any value');
  if (direction === 'in' && now && !old) return say('must now be one of a few values');
  if (old && now && strangers.length > 0) {
    say(
      `${direction === 'out' ? 'may now also be' : 'may no longer be'} ${strangers.map(String).join(', ')}`,
    );
  }
}

function limits(before: Node, after: Node, say: (text: string) => void): void {
  for (const bound of ['minimum', 'minLength', 'minItems'] as const) {
    if ((after[bound] ?? -Infinity) > (before[bound] ?? -Infinity)) say(`has a higher ${bound}`);
  }
  for (const bound of ['maximum', 'maxLength', 'maxItems'] as const) {
    if ((after[bound] ?? Infinity) < (before[bound] ?? Infinity)) say(`has a lower ${bound}`);
  }
  if (isNarrower(before, after)) say('has another pattern');
  if (after.format !== undefined && after.format !== before.format) say('has another format');
}

/** A pattern takes nothing away where it names the values that could be said anyway. */
function isNarrower({ pattern: old, enum: values = [] }: Node, { pattern }: Node): boolean {
  const named = values.map(String).join('|');
  return pattern !== undefined && ![old, `^${named}$`, `^(${named})$`].includes(pattern);
}

function properties(
  before: Node,
  after: Node,
  direction: Contract['direction'],
  say: (text: string) => void,
): void {
  const required = { before: new Set(before.required), after: new Set(after.required) };
  for (const name of Object.keys(before.properties ?? {})) {
    if (!after.properties?.[name]) say(`lost ${name}`);
    else if (direction === 'out' && required.before.has(name) && !required.after.has(name))
      say(`may now lack ${name}`);
  }
  for (const name of required.after) {
    if (direction === 'in' && !required.before.has(name)) say(`now needs ${name}`);
  }
}

/** Alternatives are told apart by their first constant, as in `{ type: 'card' }`. */
function variants(before: Node, after: Node, direction: Contract['direction'], at: string): string[] {
  const [old, now] = [before, after].map(
    ({ oneOf, anyOf }) => new Map(((oneOf ?? anyOf ?? []) as Node[]).map((one, i) => [labelOf(one, i), one])),
  ) as [Map<string, Node>, Map<string, Node>];
  const missing =
    direction === 'out'
      ? [...now.keys()].filter((k) => !old.has(k))
      : [...old.keys()].filter((k) => !now.has(k));
  return [
    ...missing.map(
      (label) => `${at || '/'} ${direction === 'out' ? 'has a new' : 'lost the'} alternative ${label}`,
    ),
    ...[...old].flatMap(([label, node]) => {
      const other = now.get(label);
      return other ? compare(node, other, direction, `${at}(${label})`) : [];
    }),
  ];
}

const labelOf = (node: Node, index: number): string => {
  const [constant] = Object.values(node.properties ?? {})
    .map(({ const: one, enum: few }) => one ?? (few?.length === 1 ? few[0] : undefined))
    .filter((one) => one !== undefined);
  return String(constant ?? node.type ?? index);
};
