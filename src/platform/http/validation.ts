import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { Rejection, type FieldError } from '../core/rejection.js';

export const MAX_ERRORS = 50;

/** Where a value came from; bodies need no word, their pointer says it all. */
const places = { body: undefined, query: 'query', param: 'path', custom: undefined } as const;

/** Checks bodies, queries and parameters against the schema in their decorator; 400 with a pointer to each mistake. */
@Injectable()
export class ValidationPipe implements PipeTransform {
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (!schema || type === 'custom') return value;
    const result = await schema['~standard'].validate(value);
    if (!result.issues) return result.value;
    const errors = result.issues.flatMap((issue) => fieldErrors(issue, data, places[type]));
    throw new Rejection('invalid-request', summary(errors), { errors: errors.slice(0, MAX_ERRORS) });
  }
}

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

interface FieldErrorIn extends FieldError {
  /** Absent: in the body. */
  in?: string;
}

function fieldErrors(issue: Issue, name: string | undefined, place: string | undefined): FieldErrorIn[] {
  const path = (issue.path ?? []).map((segment) => (typeof segment === 'object' ? segment.key : segment));
  const pointer = pointerOf(name === undefined ? path : [name, ...path]);
  const where = place === undefined ? {} : { in: place };
  const { keys } = issue as { keys?: unknown };
  if (!Array.isArray(keys)) return [{ pointer, detail: issue.message, ...where }];
  return keys.map((key) => ({
    pointer: pointer + pointerOf([String(key)]),
    detail: 'unknown property',
    ...where,
  }));
}

/** RFC 6901. Parts that a caller typed are cut, so that no answer grows with its question. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const summary = (errors: readonly FieldErrorIn[]): string =>
  errors.length === 1
    ? `${errors[0]!.pointer || 'the request'}: ${errors[0]!.detail}`
    : `${errors.length} mistakes`;
