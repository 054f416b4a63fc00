import { previewProblems } from '../../previews/preview.js';
import type { Problems } from '../../problems.js';
import { platformProblems } from '../platform-problems.js';
import { isClosable } from '../pages.js';
import { addHeaders, type ProblemAnswers } from './answers.js';
import { possibleProblems, type Nature } from './possible-problems.js';
import type { Operation, Parameter, Place } from './schemas.js';

/** The module of an operation, and what it makes known. */
export interface RoomOf {
  readonly name: string;
  readonly problems: Problems;
}

const optionalKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

/** Adds to an operation what is true of it beyond what its controller declares. */
export function complete(
  { path, verb, operation }: Place,
  room: RoomOf,
  known: Problems,
  answers: ProblemAnswers,
): void {
  const isWrite = verb !== 'get';
  const parameters = (operation.parameters ??= []);
  const has = (name: string) => parameters.some((parameter) => parameter.name === name);
  const nature: Nature = {
    isPublic: (operation['x-roles'] as string[] | undefined)?.includes('public') === true,
    writes: isWrite,
    isLive: operation.responses['200']?.content?.['text/event-stream'] !== undefined,
    mayBeMissing: path.includes('{') || isClosable(path),
    demandsKey: parameters.some(({ name, required }) => name === optionalKey.name && required === true),
    hasCursor: has('cursor'),
  };
  if (isWrite && !has(optionalKey.name)) parameters.push(optionalKey);
  operation.security = nature.isPublic ? [] : [{ bearer: [] }];
  if (operation['x-shows-version'])
    operation.responses['304'] = { description: 'You have this version already' };
  addHeaders(operation, isWrite, {
    writes: operation['x-writes'] === true,
    showsVersion: operation['x-shows-version'] === true,
    tellsPlace: operation['x-tells-place'] === true,
    isPaged: has('cursor'),
  });
  const others = {
    ...Object.fromEntries(codesOf(operation).map((code) => [code, known[code]!])),
    ...(has('dryRun') ? previewProblems : {}),
  };
  for (const [status, codes] of possibleProblems(nature, room.problems, others)) {
    const isOwn = codes.some((code) => !(code in platformProblems));
    operation.responses[status] = answers.refer(status, codes, isOwn ? room.name : undefined);
  }
  for (const name of ['x-writes', 'x-shows-version', 'x-tells-place', 'x-problems'] as const)
    delete operation[name];
}

const codesOf = (operation: Operation): string[] => (operation['x-problems'] as string[] | undefined) ?? [];
