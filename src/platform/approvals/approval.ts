import { Injectable, type InjectionToken, type Provider } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { ApiExtension } from '@nestjs/swagger';
import { z } from 'zod';
import { pageOf, pageQuery, reason, timestamp, uuid } from '../core/schemas.js';
import type { CommandContext, Written } from '../cqrs/command.js';
import type { Shown, WriteReplyOptions } from '../http/replies.js';
import type { ProblemKind } from '../problems.js';

export const approvalState = z.enum(['waiting', 'approved', 'done', 'failed', 'rejected']);

export const approvalSchema = z
  .object({
    id: uuid,
    action: z.string().meta({ description: 'what waits', examples: ['payment.refund'] }),
    object: z.string().meta({ description: 'what it is about: an id' }),
    amountMinor: z.int().optional(),
    currency: z.string().optional(),
    reason,
    requestedBy: z.string(),
    requestedAt: timestamp,
    state: approvalState.meta({ description: '`approved`: agreed to, and about to be done' }),
    decidedBy: z.string().optional(),
    decision: z.string().optional(),
    decidedAt: timestamp.optional(),
    outcome: z.string().optional().meta({ description: 'why it could not be done after all' }),
  })
  .meta({ id: 'Approval' });
export type Approval = z.output<typeof approvalSchema>;

export const approvalFilter = pageQuery.extend({ state: approvalState.optional() });
export const approvalPage = pageOf(approvalSchema).meta({ id: 'ApprovalPage' });

export const approvalProblems = {
  'approval.not-found': {
    status: 404,
    title: 'There is no such approval',
    fix: 'Take the id from GET /v1/ops/approvals.',
  },
  'approval.same-person': {
    status: 403,
    title: 'It was you who asked',
    fix: 'Let a second person decide.',
  },
  'approval.decided': {
    status: 409,
    title: 'Somebody has decided on this already',
    fix: 'Look at its state; nothing needs to be done.',
  },
} as const satisfies Record<string, ProblemKind>;

/** Instead of what a command wrote: it waits for a second person. */
export type Awaited = Written<{ readonly approval: Approval }>;

const isAwaited = (shown: Shown<unknown>): shown is Shown<Awaited['state']> =>
  typeof shown.state === 'object' && shown.state !== null && 'approval' in shown.state;

/** The answer to a command that may have to wait for a second person: 202 with the approval, or what `options` say. */
export const unlessAwaited = <State>(
  options: WriteReplyOptions<State>,
): WriteReplyOptions<State | Awaited['state']> => ({
  status: (shown) => {
    if (isAwaited(shown)) return 202;
    return typeof options.status === 'number' ? options.status : options.status(shown as Shown<State>);
  },
  view: (shown) => (isAwaited(shown) ? shown.state.approval : options.view!(shown as Shown<State>)),
  location: (shown) => {
    if (isAwaited(shown)) return `/v1/ops/approvals/${shown.id}`;
    return options.location?.(shown as Shown<State>) ?? `/${shown.id}`;
  },
});

/** Of a route among those for money: why a second person is never asked. */
export const OnePersonIsEnough = (why: string): MethodDecorator => ApiExtension('x-one-person', why);

/**
 * Does what was agreed to. The same context at each try, so that a second try after a crash does nothing twice.
 *
 * @param data as it was asked for, once through JSON
 */
export type Deed = (data: unknown, by: CommandContext) => Promise<unknown>;

/** Everything that may have to wait for a second person; filled while the modules are built. */
@Injectable()
export class Deeds {
  private readonly deeds = new Map<string, Deed>();

  /** @throws Error when the action is there already */
  add(action: string, deed: Deed): void {
    if (this.deeds.has(action)) throw new Error(`two deeds are named ${action}`);
    this.deeds.set(action, deed);
  }

  get(action: string): Deed | undefined {
    return this.deeds.get(action);
  }
}

/** A line of a module: `approvable('payment.refund', { inject: [CommandBus], useFactory: (bus) => (data, by) => ... })`. */
export const approvable = (
  action: string,
  factory: { readonly inject: readonly InjectionToken[]; useFactory(...dependencies: never[]): Deed },
): Provider => ({
  provide: Symbol(action),
  inject: [Deeds, ...factory.inject],
  useFactory: (deeds: Deeds, ...dependencies: never[]) => {
    const deed = factory.useFactory(...dependencies);
    deeds.add(action, deed);
    return deed;
  },
});

/** What was agreed to is this command: `approvableCommand('payment.refund', IssueRefund)`. */
export const approvableCommand = <Data>(
  action: string,
  Agreed: {
    readonly schema: z.ZodType<Data>;
    new (data: Data, by: CommandContext): Command<unknown>;
  },
): Provider =>
  approvable(action, {
    inject: [CommandBus],
    useFactory: (commands: CommandBus) => (data, by) =>
      commands.execute(new Agreed(Agreed.schema.parse(data), by)),
  });
