import { applyDecorators, UseInterceptors, type NestInterceptor } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { map } from 'rxjs';
import { z } from 'zod';
import { timestamp } from '../core/schemas.js';
import type { ProblemKind } from '../problems.js';

export const previewProblems = {
  'preview-outdated': {
    status: 412,
    title: 'It has changed since it was previewed',
    fix: 'Ask for the preview again with ?dryRun=true, look at it, and send its previewToken. Nothing was done.',
  },
  'preview-expired': {
    status: 412,
    title: 'The preview is too old',
    fix: 'Ask for the preview again with ?dryRun=true and send its previewToken within ten minutes.',
  },
  'preview-foreign': {
    status: 412,
    title: 'This previewToken belongs to something else',
    fix: 'A token is good for the verb, the thing, the body and the caller it was made for: send that of its own dry run.',
  },
} as const satisfies Record<string, ProblemKind>;

export const verbQuery = z.strictObject({
  dryRun: z.stringbool().default(false).meta({
    description:
      'only show what would follow, with a previewToken for the body of the write; nothing is changed',
  }),
});
export type VerbQuery = z.output<typeof verbQuery>;

/** Part of the body of every verb. */
export const previewToken = z.string().min(1).max(300).optional().meta({
  description:
    'of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds',
});

/** What a dry run adds to its answer. */
export const issuedToken = {
  previewToken: z.string(),
  previewExpiresAt: timestamp,
};

export const previewView = z
  .object({
    verb: z.string().meta({ examples: ['subscription.pause'] }),
    object: z.string(),
    follows: z.array(z.string()).meta({ description: 'what would happen, in sentences' }),
    changes: z.array(
      z.object({ what: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
    final: z.boolean().meta({ description: 'whether it cannot be taken back' }),
    undo: z.string().nullable().meta({ description: 'the verb that takes it back' }),
    ...issuedToken,
  })
  .meta({ id: 'VerbPreview' });
export type PreviewView = z.output<typeof previewView>;

/** The answer of a dry run, whatever the status of the verb itself. */
export class Shown {
  constructor(readonly view: object) {}
}

/** What a verb has begun, and where it can be followed. */
export class Begun {
  constructor(
    readonly view: object,
    readonly location: string,
  ) {}
}

const unwrapping: NestInterceptor = {
  intercept: (context, next) =>
    next.handle().pipe(
      map((result: unknown) => {
        const reply = context.switchToHttp().getResponse<FastifyReply>();
        if (result instanceof Shown) {
          reply.status(200);
          return result.view;
        }
        if (!(result instanceof Begun)) return result;
        reply.status(202).header('location', result.location);
        return result.view;
      }),
    ),
};

/** A verb that shows with `?dryRun=true` what would follow. It still declares its own answer. */
export const Previewed = (besides?: z.ZodType) =>
  applyDecorators(
    UseInterceptors(unwrapping),
    ApiOkResponse({
      standardSchema: besides ? z.union([besides, previewView]) : previewView,
      description: besides ? 'done; or only shown, for `dryRun`' : 'only shown, for `dryRun`',
    }),
  );
