import { inlined, type Contract, type JsonSchema } from './contracts.js';

/** The topics as a page for people. No script, no third party. */
export function contractPage(contracts: readonly Contract[]): string {
  const topics = [...new Set(contracts.map(({ topic }) => topic))];
  const sections = topics.map((topic) => {
    const own = contracts.filter((contract) => contract.topic === topic);
    const title = own[0]!.direction === 'in' ? 'Waybill reads' : 'Waybill writes';
    return `<h2 id="${escape(topic)}">${title} <code>${escape(topic)}</code></h2>${own.map(record).join('')}`;
  });
  const links = topics.map(
    (topic) => `<li><a href="#${escape(topic)}"><code>${escape(topic)}</code></a></li>`,
  );
  return page(`<p>At least once, in order within a key. Headers are CloudEvents 1.0 (binary mode): drop repeats by
<code>ce_id</code>. For programs: <a href="/asyncapi.json">asyncapi.json</a>.
To look into, with examples: <a href="/asyncapi/explore">explore</a>.</p><ul>${links.join('')}</ul>${sections.join('')}`);
}

const record = ({ type, about, schema }: Contract): string =>
  `<h3><code>${escape(type)}</code></h3><p>${escape(about)} <a href="${escape(schema.$id ?? '')}">JSON Schema</a></p>
<table><tr><th>Property<th>Type<th></tr>${rows(inlined(schema), '').join('')}</table>`;

function rows(schema: JsonSchema, prefix: string): string[] {
  const required = new Set(schema.required);
  const alternatives = (schema.oneOf ?? schema.anyOf ?? []) as JsonSchema[];
  return [
    ...Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).flatMap(([name, property]) => [
      `<tr><td><code>${escape(prefix + name)}</code><td>${escape(typeOf(property))}<td>${required.has(name) ? '' : 'optional'} ${escape(property.description ?? '')}</tr>`,
      ...rows(property, `${prefix}${name}.`),
      ...rows((property.items ?? {}) as JsonSchema, `${prefix}${name}[].`),
    ]),
    ...alternatives.flatMap((one) => rows(one, prefix)),
  ];
}

function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const alternatives = (schema.oneOf ?? schema.anyOf) as JsonSchema[] | undefined;
  if (alternatives) return [...new Set(alternatives.map(typeOf))].join(' | ');
  return `${String(schema.type ?? 'any')}${schema.format ? ` (${schema.format})` : ''}`;
}

const page = (body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Topics · Waybill</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:3rem auto;padding:0 1rem;color:#1c2330;background:#fff}
h2{font-size:1.2rem;margin:2.5rem 0 .25rem}h3{font-size:1rem;margin:1.5rem 0 .25rem}p{margin:.25rem 0}
td,th{text-align:left;padding:.15rem 1rem .15rem 0;vertical-align:top}
@media (prefers-color-scheme:dark){body{color:#e6e9ef;background:#14181f}a{color:#8ab4ff}}</style></head>
<body><h1>Waybill over Kafka</h1>
${body}</body></html>
`;

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
