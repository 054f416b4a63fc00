import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { problemsOf, type Problems } from '../../problems.js';
import { platformProblems } from '../platform-problems.js';
import { ProblemAnswers, problemCode, problemExample, problemSchema } from './answers.js';
import { complete, type RoomOf } from './complete.js';
import { addExamples } from './examples.js';
import { headers } from './headers.js';
import { makePortable } from './portable.js';
import { mapped, operationsOf, pascal, type ApiDocument, type Schemas } from './schemas.js';

const summary = `Order fulfilment that keeps every fact. Try it: with demo data a token is filled in already.

Every write answers with \`Event-Position\`; send it as \`Min-Event-Position\` to a list to see your own write there.
What goes wrong is an RFC 9457 problem document; its \`type\` leads to a page that says what to do.`;

const outline = () =>
  new DocumentBuilder()
    .setOpenAPIVersion('3.1.1')
    .setTitle('Waybill')
    .setDescription(summary)
    .setVersion('1')
    .addServer('/', 'whichever served this document')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A JWT or an API key' })
    .build();

/** The document for what this application serves. It need not be initialised; one in preview will do. */
export function describeApi(app: INestApplication): ApiDocument {
  const rooms = new Map<object, RoomOf>();
  const document = { ...outline(), paths: {}, components: {} } as ApiDocument;
  for (const { metatype, controllers, providers } of app.get(ModulesContainer).values()) {
    if (controllers.size === 0) continue;
    const { paths, components } = SwaggerModule.createDocument(app, outline(), { include: [metatype] });
    const part = { ...document, paths, components } as ApiDocument;
    const problems = Object.assign({}, ...[...providers.keys()].map(problemsOf)) as Problems;
    const room = { name: metatype.name.replace(/Module$/, ''), problems };
    for (const { operation } of operationsOf(part)) rooms.set(operation, room);
    for (const [path, item] of Object.entries(part.paths)) Object.assign((document.paths[path] ??= {}), item);
    document.components = {
      ...document.components,
      ...part.components,
      schemas: { ...document.components.schemas, ...part.components.schemas },
    };
  }
  return finished(document, rooms);
}

function finished(document: ApiDocument, rooms: ReadonlyMap<object, RoomOf>): ApiDocument {
  const all: Problems = Object.assign(
    { ...platformProblems },
    ...[...rooms.values()].map(({ problems }) => problems),
  ) as Problems;
  const codes = Object.keys(all).sort();
  document.info.license = { name: 'MIT', identifier: 'MIT' };
  makePortable(document);
  const problems: Schemas = { Problem: problemSchema, ProblemCode: problemCode(codes) };
  document.components = {
    ...document.components,
    schemas: sorted({ ...document.components.schemas, ...problems }),
    headers,
    examples: mapped(Object.fromEntries(codes.map((code) => [code, code])), (code) =>
      problemExample(code, all[code]!),
    ),
    responses: {},
  };
  addExamples(document);
  const answers = new ProblemAnswers(document);
  for (const place of operationsOf(document)) complete(place, rooms.get(place.operation)!, all, answers);
  dropUnused(document, 'schemas');
  dropUnused(document, 'examples');
  return document;
}

/** What nothing refers to any more is left out. */
function dropUnused(document: ApiDocument, part: 'schemas' | 'examples'): void {
  const all: Record<string, unknown> = document.components[part] ?? {};
  for (let before = -1; before !== Object.keys(all).length;) {
    before = Object.keys(all).length;
    const text = JSON.stringify(document);
    const unused = Object.keys(all).filter((name) => !text.includes(`"#/components/${part}/${name}"`));
    for (const name of unused) delete all[name];
  }
}

const sorted = <Value>(record: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (pascal(a) < pascal(b) ? -1 : 1)));
