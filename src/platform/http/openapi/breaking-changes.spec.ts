import { describe, expect, it } from '@jest/globals';
import { breakingApiChanges } from './breaking-changes.js';
import type { ApiDocument } from './schemas.js';

const path = '/v1/parcels/{id}';
const before = (): ApiDocument => ({
  openapi: '3.1.1',
  info: { title: 'Parcels', version: '1' },
  paths: {
    [path]: {
      get: {
        operationId: 'getParcel',
        'x-roles': ['customer', 'operator'],
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } },
        ],
        responses: {
          200: {
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': { schema: { $ref: '#/components/schemas/Parcel' } },
              'text/csv': { schema: { type: 'string' } },
            },
          },
          404: { $ref: '#/components/responses/NotFound' },
        },
      },
      put: {
        operationId: 'changeParcel',
        'x-roles': ['operator'],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Change' } } } },
        responses: { 200: {}, 202: {} },
      },
    },
  },
  components: {
    responses: { NotFound: {} },
    schemas: {
      Parcel: {
        type: 'object',
        required: ['id', 'state'],
        properties: {
          id: { type: 'string', format: 'uuid' },
          state: { type: 'string', enum: ['packed', 'sent'] },
          code: { type: 'string', enum: ['a'], ...{ 'x-extensible-enum': true } },
          note: { type: ['string', 'null'] },
          lines: { type: 'array', items: { $ref: '#/components/schemas/Line' } },
        },
      },
      Line: { type: 'object', required: ['sku'], properties: { sku: { type: 'string' } } },
      Change: {
        type: 'object',
        required: ['reason'],
        properties: {
          reason: { type: 'string', maxLength: 100 },
          speed: { type: 'string', enum: ['slow', 'fast'] },
        },
      },
    },
  },
});

type Edit = (document: ApiDocument) => void;
const get = (document: ApiDocument) => document.paths[path]!.get!;
const put = (document: ApiDocument) => document.paths[path]!.put!;
const property = (document: ApiDocument, schema: string, name: string) =>
  document.components.schemas[schema]!.properties![name]!;
const changes = (edit: Edit): string[] => {
  const after = before();
  edit(after);
  return breakingApiChanges(before(), after);
};

describe('a change of the API is refused that', () => {
  it.each<[string, Edit, string]>([
    [
      'a pattern that a value of the list does not fit',
      (document) => (property(document, 'Change', 'speed').pattern = '^slow$'),
      'body: /speed has another pattern',
    ],
    ['takes an operation away', (now) => delete now.paths[path]!.put, 'PUT /v1/parcels/{id} is gone'],
    ['takes a path away', (now) => delete now.paths[path], 'GET /v1/parcels/{id} is gone'],
    ['renames an operation', (now) => (get(now).operationId = 'readParcel'), 'is called readParcel'],
    ['shuts a role out', (now) => (get(now)['x-roles'] = ['operator']), 'no longer open to customer'],
    [
      'demands a new parameter',
      (now) => get(now).parameters!.push({ name: 'year', in: 'query', required: true }),
      'now needs query year',
    ],
    ['takes a parameter away', (now) => get(now).parameters!.pop(), 'no longer takes query limit'],
    ['demands a parameter', (now) => (get(now).parameters![1]!.required = true), 'now needs query limit'],
    [
      'narrows a parameter',
      (now) => (get(now).parameters![1]!.schema!.maximum = 50),
      'query limit: / has a lower maximum',
    ],
    ['demands a body', (now) => (put(now).requestBody!.required = true), 'now needs a body'],
    ['takes no body', (now) => delete put(now).requestBody, 'no longer takes a body'],
    [
      'demands a new property',
      (now) => now.components.schemas['Change']!.required!.push('speed'),
      'body: / now needs speed',
    ],
    [
      'takes fewer values',
      (now) => property(now, 'Change', 'speed').enum!.pop(),
      'body: /speed may no longer be fast',
    ],
    [
      'takes shorter texts',
      (now) => (property(now, 'Change', 'reason').maxLength = 50),
      'body: /reason has a lower maxLength',
    ],
    [
      'refuses a property',
      (now) => delete now.components.schemas['Change']!.properties!['speed'],
      'body: / lost speed',
    ],
    ['has another success', (now) => delete put(now).responses['202'], 'no longer answers 202'],
    ['drops a header', (now) => (get(now).responses['200']!.headers = {}), '200 no longer has ETag'],
    [
      'drops a media type',
      (now) => delete get(now).responses['200']!.content!['text/csv'],
      '200: no longer text/csv',
    ],
    [
      'drops a property of an answer',
      (now) => delete now.components.schemas['Parcel']!.properties!['note'],
      '200: / lost note',
    ],
    [
      'may leave a property out',
      (now) => (now.components.schemas['Parcel']!.required = ['id']),
      '200: / may now lack state',
    ],
    [
      'answers with values nobody knows',
      (now) => property(now, 'Parcel', 'state').enum!.push('lost'),
      '200: /state may now also be lost',
    ],
    [
      'answers null where none was',
      (now) => (property(now, 'Parcel', 'state').type = ['string', 'null']),
      '200: /state was "string" and is ["string","null"]',
    ],
    [
      'answers with another type, deep inside',
      (now) => (property(now, 'Line', 'sku').type = 'integer'),
      '200: /lines/*/sku was "string" and is "integer"',
    ],
    [
      'answers in another format',
      (now) => delete property(now, 'Parcel', 'id').format,
      '200: /id has another format',
    ],
  ])('%s', (_, edit, sentence) => {
    expect(changes(edit).join('\n')).toContain(sentence);
  });
});

describe('a change of the API passes that', () => {
  it.each<[string, Edit]>([
    [
      'a pattern that says what the list of values says',
      (document) => (property(document, 'Change', 'speed').pattern = '^(slow|fast)$'),
    ],
    ['changes nothing', () => undefined],
    ['adds an operation', (now) => (now.paths['/v1/vans'] = { get: { ...get(now), operationId: 'getVan' } })],
    ['adds a parameter that may be left out', (now) => get(now).parameters!.push({ name: 'q', in: 'query' })],
    ['lets a parameter be left out', (now) => (get(now).parameters![0]!.required = false)],
    [
      'takes a property more',
      (now) => (now.components.schemas['Change']!.properties!['note'] = { type: 'string' }),
    ],
    ['demands less', (now) => (now.components.schemas['Change']!.required = [])],
    ['takes a value more', (now) => property(now, 'Change', 'speed').enum!.push('now')],
    ['takes null as well', (now) => (property(now, 'Change', 'reason').type = ['string', 'null'])],
    [
      'answers with a property more',
      (now) => (now.components.schemas['Parcel']!.properties!['weight'] = { type: 'integer' }),
    ],
    ['promises a property', (now) => now.components.schemas['Parcel']!.required!.push('note')],
    ['never answers null any more', (now) => (property(now, 'Parcel', 'note').type = 'string')],
    ['adds a value where more were announced', (now) => property(now, 'Parcel', 'code').enum!.push('b')],
    ['lets a role in', (now) => (put(now)['x-roles'] as string[]).push('service')],
    ['opens it to everybody', (now) => (get(now)['x-roles'] = ['public'])],
    [
      'says in one place what stood in another',
      (now) => {
        get(now).responses['200']!.content!['application/json']!.schema = now.components.schemas['Parcel']!;
      },
    ],
    ['answers another problem', (now) => (get(now).responses['409'] = {})],
  ])('%s', (_, edit) => {
    expect(changes(edit)).toEqual([]);
  });
});
