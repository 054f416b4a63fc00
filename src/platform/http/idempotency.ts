import { createHash } from 'node:crypto';
import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { actorName } from '../core/actor.js';
import { namedId, withSmallIds } from '../core/ids.js';
import { Rejection } from '../core/rejection.js';
import type { Written } from '../cqrs/command.js';
import { PersonalData } from '../personal-data/personal-data.js';
import { ProblemCatalogue } from '../problems.js';
import { replays } from '../telemetry/counters.js';
import { routeOf } from './call.js';
import { callerOf } from './caller.js';
import { IdempotencyRecords, type Answer, type Intent, type Kept } from './idempotency-records.js';
import { ProblemWriter } from './problem-writer.js';

const IDEMPOTENT = 'waybill:idempotent';

/** Requires an Idempotency-Key: the same request under the same key has one effect and one answer. */
export const Idempotent = () =>
  applyDecorators(
    SetMetadata(IDEMPOTENT, true),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work',
      example: 'new-key-for-each-try',
    }),
  );

export const isIdempotent = (handler: object): boolean => Reflect.getMetadata(IDEMPOTENT, handler) === true;

/** An entry older than this is a handler that hangs; the command id still makes a second run harmless. */
const RUNNING_MS = 15_000;

export interface Outcome {
  readonly answer: Answer;
  readonly position: number | null;
  readonly replayed: boolean;
}

export interface Work {
  /** The answer for what the work returned. Pure: it also renders the stored copy. */
  render(result: unknown): Answer;
  /** Whether that is what a command wrote, so that it can be rendered before the work has ended. */
  readonly rendersWritten: boolean;
  /** The controller; it reads its command context from `request.call`. */
  work(): Promise<unknown>;
}

/** Runs the work of an idempotent request at most once, and answers every copy of it alike. */
@Injectable()
export class IdempotentExecutor {
  private readonly running = new Map<string, { readonly fingerprint: string; readonly since: number }>();

  constructor(
    private readonly records: IdempotencyRecords,
    private readonly personalData: PersonalData,
    private readonly catalogue: ProblemCatalogue,
    private readonly writer: ProblemWriter,
  ) {}

  /** @throws Rejection `idempotency-key-*`, `idempotency-in-progress`, and whatever the work throws that is no decision */
  async run(request: FastifyRequest, work: Work): Promise<Outcome> {
    const intent = intentOf(request);
    this.refuseSecond(intent);
    const entry = { fingerprint: intent.fingerprint, since: performance.now() };
    this.running.set(intent.commandId, entry);
    try {
      const known = await this.records.find(intent);
      if (known.kept) return replay(intent, known.kept);
      if (known.done) throw new Rejection('idempotency-key-expired', `the key ${intent.key} was used before`);
      return await this.first(request, intent, work);
    } finally {
      if (this.running.get(intent.commandId) === entry) this.running.delete(intent.commandId);
    }
  }

  private async first(request: FastifyRequest, intent: Intent, asked: Work): Promise<Outcome> {
    const { render, work } = asked;
    const ends = new Set<string>();
    let beside: Answer | undefined;
    let told: string | undefined;
    const rendered = (written: Omit<Written, 'position'>): Answer => {
      beside = render(written);
      told = beside.body === null ? undefined : this.personalData.openNow(beside.body, callerOf(request));
      return beside;
    };
    request.call.intent = {
      commandId: intent.commandId,
      inline: (written) => this.records.rowOf(intent, rendered(written), written.id, told),
      ...(asked.rendersWritten && {
        alone: (written: Written) => this.records.rowAlone(intent, rendered(written), written, told),
      }),
      onSettled: (end) => ends.add(end),
    };
    try {
      const result = await work();
      if (ends.has('repeated')) return await this.whatStands(intent);
      const position = request.call.position ?? positionIn(result);
      // As it was stored: what came last to the append is what the append holds.
      if (beside && ends.has('stored-with-row')) {
        if (beside.body !== null && told === undefined) {
          await this.records.tell(intent, await this.personalData.openJson(beside.body, callerOf(request)));
        }
        return { answer: beside, position, replayed: false };
      }
      return await this.keep(request, intent, { answer: render(result), position, replayed: false });
    } catch (error) {
      if (ends.has('repeated')) return this.whatStands(intent, error);
      if (!this.catalogue.isDecision(error)) throw error;
      return this.keep(request, intent, {
        answer: this.refusal(error, request),
        position: null,
        replayed: false,
      });
    }
  }

  private async keep(request: FastifyRequest, intent: Intent, outcome: Outcome): Promise<Outcome> {
    const { answer, position } = outcome;
    const told =
      answer.body === null ? undefined : await this.personalData.openJson(answer.body, callerOf(request));
    const isFirst = await this.records.keep(intent, answer, position, told);
    return isFirst ? outcome : this.whatStands(intent);
  }

  /** Another copy, in another process, was first: its answer is the answer. */
  private async whatStands(intent: Intent, otherwise?: unknown): Promise<Outcome> {
    const { kept } = await this.records.find(intent);
    if (kept) return replay(intent, kept);
    throw otherwise instanceof Error ? otherwise : stillRunning();
  }

  private refusal(error: Rejection, request: FastifyRequest): Answer {
    const problem = this.writer.problemOf(error, request);
    return { status: problem.status, body: JSON.stringify(problem), location: null, etag: null };
  }

  private refuseSecond(intent: Intent): void {
    const other = this.running.get(intent.commandId);
    if (!other || performance.now() - other.since > RUNNING_MS) return;
    if (other.fingerprint !== intent.fingerprint) throw reused();
    throw stillRunning();
  }
}

const positionIn = (result: unknown): number | null =>
  (result as Partial<Written> | undefined)?.position ?? null;

const stillRunning = (): Rejection =>
  new Rejection('idempotency-in-progress', 'the same request is still running', { retryAfter: 1 });

const reused = (): Rejection =>
  new Rejection('idempotency-key-reused', 'this key was used for a request with another address or body');

function replay(intent: Intent, kept: Kept): Outcome {
  if (kept.fingerprint !== intent.fingerprint) throw reused();
  replays.inc();
  return { answer: kept, position: kept.position, replayed: true };
}

/** @throws Rejection `idempotency-key-required`, `invalid-idempotency-key` */
function intentOf(request: FastifyRequest): Intent {
  const key = keyOf(request.headers['idempotency-key']);
  const principal = actorName(callerOf(request));
  const route = routeOf(request);
  return {
    principal,
    route,
    key,
    fingerprint: fingerprintOf(request),
    commandId: namedId('idempotency', principal, route, key),
  };
}

/** Accepts the quoted string of the IETF draft and the bare text that everybody sends; both name the same key. */
function keyOf(header: string | string[] | undefined): string {
  if (header === undefined) {
    throw new Rejection('idempotency-key-required', 'the Idempotency-Key header is missing');
  }
  const given = String(header).trim();
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(given)?.[1];
  const key = quoted === undefined ? given : quoted.replace(/\\(["\\])/g, '$1');
  if (/^[\x20-\x7e]{1,255}$/.test(key)) return key;
  throw new Rejection(
    'invalid-idempotency-key',
    'the Idempotency-Key must be 1-255 printable ASCII characters',
  );
}

const fingerprintOf = (request: FastifyRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([request.method, canonical(request.url), canonical(request.body)]))
    .digest('hex');

/** The order of properties carries no meaning in JSON, nor do capitals in an id; the order of array items does. */
function canonical(value: unknown): unknown {
  if (typeof value === 'string') return withSmallIds(value);
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const given = value as Readonly<Record<string, unknown>>;
  const sorted: Record<string, unknown> = {};
  for (const name of Object.keys(given).sort()) sorted[name] = canonical(given[name]);
  return sorted;
}
