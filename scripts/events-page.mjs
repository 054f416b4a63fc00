/** docs/events.md: every event that may stand in the log, as the code declares it. `npm run events` writes it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** @typedef {{ category: string, room?: string, events: { type: string, version: number, versions: { schema: import('zod').ZodType }[] }[] }} Decider */

/**
 * @param {readonly Decider[]} deciders of all rooms
 * @param {string} src the folder that the comments are taken from
 * @returns {string} Markdown
 */
export function eventsPage(deciders, src) {
  const said = comments(src);
  const streams = [...deciders].sort(
    (a, b) => roomOf(a).localeCompare(roomOf(b)) || a.category.localeCompare(b.category),
  );
  return `# Events

Everything that may stand in the log, by the streams it stands in. Made from the code by \`npm run events\`; a test fails
when it is out of date. \`?\` marks what may be absent.

${streams.map((decider) => streamPart(decider, said)).join('\n')}`;
}

const roomOf = ({ room, category }) => room ?? category;

const streamPart = (decider, said) => `## ${roomOf(decider)}: \`${decider.category}-<id>\`

${[...decider.events]
  .sort((a, b) => a.type.localeCompare(b.type))
  .map((event) => eventPart(event, said.get(event.type)))
  .join('\n')}`;

const eventPart = ({ type, version, versions }, comment) => `### ${type}, version ${version}

${comment ? `${comment}\n\n` : ''}${[...versions.keys()]
  .reverse()
  .map((at) => versionPart(versions[at].schema, at + 1, version))
  .join('\n')}`;

const versionPart = (schema, at, newest) => {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  const parts = Object.entries(properties).map(([name, it]) => {
    const about = it.description ? `: ${it.description}` : '';
    return `- \`${name}${required.includes(name) ? '' : '?'}\` ${shape(it)}${about}`;
  });
  return `${at === newest ? '' : `In version ${at}:\n\n`}${parts.join('\n')}\n`;
};

function shape({ $ref, type, const: only, enum: values, anyOf, oneOf, items, properties, format }) {
  if ($ref) return $ref.split('/').at(-1);
  const either = anyOf ?? oneOf;
  if (either) return either.map(shape).join(' or ');
  if (only !== undefined) return `\`${only}\``;
  if (values) return values.map((value) => `\`${value}\``).join(', ');
  if (type === 'array') return `list of ${shape(items)}`;
  if (type === 'object' && properties) {
    return `{ ${Object.entries(properties)
      .map(([name, it]) => `${name}: ${shape(it)}`)
      .join('; ')} }`;
  }
  return format ?? type ?? 'JSON';
}

/** What stands above a class, by the name of the event. */
function comments(src) {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /events\.ts$/.test(file),
  );
  const found = files.flatMap((file) => [
    ...readFileSync(path.join(src, file), 'utf8').matchAll(
      /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport class (\w+) extends event\(/g,
    ),
  ]);
  return new Map(
    found.map(([, text, type]) => [type, text.replace(/\n \*/g, '').replace(/\s+/g, ' ').trim()]),
  );
}
