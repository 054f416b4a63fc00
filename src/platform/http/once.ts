import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Rejection } from '../core/rejection.js';
import type { Written } from '../cqrs/command.js';
import { replays } from '../telemetry/counters.js';
import { IdempotencyRecords, type Kept } from './idempotency-records.js';
import { intentOf, type Intent } from './idempotency.js';
import { ProblemWriter } from './problem-writer.js';
import { ProblemCatalogue } from '../problems.js';
import type { Answer, Shown } from './replies.js';

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
  /** The controller; it reads its command context from `request.call`. */
  work(): Promise<unknown>;
}

/** Runs the work of an idempotent request at most once, and answers every copy of it alike. */
@Injectable()
export class Once {
  private readonly running = new Map<string, { readonly fingerprint: string; readonly since: number }>();

  constructor(
    private readonly records: IdempotencyRecords,
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

  private async first(request: FastifyRequest, intent: Intent, { render, work }: Work): Promise<Outcome> {
    const ends = new Set<string>();
    let beside: Answer | undefined;
    request.call.intent = {
      commandId: intent.commandId,
      alongside: (written: Shown<unknown>) => {
        beside = render(written);
        return this.records.rowOf(intent, beside, written.id);
      },
      onSettled: (end) => ends.add(end),
    };
    try {
      const result = await work();
      if (ends.has('repeated')) return await this.whatStands(intent);
      const position = request.call.position ?? positionIn(result);
      // As it was stored: what came last to the append is what the append holds.
      if (beside && ends.has('stored-with-row')) return { answer: beside, position, replayed: false };
      return await this.keep(intent, { answer: render(result), position, replayed: false });
    } catch (error) {
      if (ends.has('repeated')) return this.whatStands(intent, error);
      if (!this.catalogue.isDecision(error)) throw error;
      return this.keep(intent, { answer: this.refusal(error, request), position: null, replayed: false });
    }
  }

  private async keep(intent: Intent, outcome: Outcome): Promise<Outcome> {
    const isFirst = await this.records.keep(intent, outcome.answer, outcome.position);
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
