import { createParamDecorator, Injectable, type ExecutionContext, type MessageEvent } from '@nestjs/common';
import { SSE_METADATA } from '@nestjs/common/constants.js';
import type { FastifyRequest } from 'fastify';
import { Observable, type Subscriber } from 'rxjs';
import { Rejection } from '../core/rejection.js';
import { EventLog } from '../event-store/event-log.js';
import type { Recorded } from '../event-store/recorded.js';
import { currentCall } from './call.js';
import { Lifecycle } from './lifecycle.js';
import { Traffic } from './traffic.js';

const HEARTBEAT_MS = 15_000;
/** Other instances append too: look without a hint this often. */
const LOOK_EVERY_MS = 1_000;
const RECONNECT_MS = 2_000;
const BATCH = 200;
const PAUSE_MS = 100;
const MAX_VIEWS = 500;

/** The position after which a live view goes on: the Last-Event-ID of the caller, 0 without one. */
export const LastEventId = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const given = context.switchToHttp().getRequest<FastifyRequest>().headers['last-event-id'];
  if (given === undefined || given === '') return 0;
  if (/^\d{1,15}$/.test(String(given))) return Number(given);
  throw new Rejection('invalid-request', 'Last-Event-ID must be an id of this stream');
});

export const isLive = (handler: object): boolean => Reflect.getMetadata(SSE_METADATA, handler) === true;

export interface View {
  /** For example `order-018f...`. */
  readonly streams: readonly string[];
  /** Global position, exclusive. */
  readonly after: number;
  /** What a reader gets of an event; undefined leaves it out. */
  show(recorded: Recorded): object | undefined;
  /** Whether nothing can follow this event: the view then ends. */
  isLast?(recorded: Recorded): boolean;
}

/** Live views of streams as server-sent events; the id of each is its global position, so a reader can resume. */
@Injectable()
export class LiveEvents {
  private open = 0;

  constructor(
    private readonly log: EventLog,
    private readonly lifecycle: Lifecycle,
    private readonly traffic: Traffic,
  ) {}

  /**
   * For a handler with `@Sse`. Ends when the caller leaves, after the last event, or when the process stops.
   *
   * @throws Rejection `overloaded` when too many views are open
   */
  follow(view: View): Observable<MessageEvent> {
    if (this.open >= MAX_VIEWS) throw new Rejection('overloaded', 'too many live views are open');
    const call = currentCall.getStore();
    return new Observable<MessageEvent>((out) => {
      this.open += 1;
      if (call) this.traffic.leave(call);
      // Without an id of its own Nest would number it, and a reader would resume there.
      out.next({ id: String(view.after), retry: RECONNECT_MS });
      const reader = new ViewReader(this.log, view, out);
      const stop = [
        this.log.onAppended(() => reader.lookSoon()),
        this.lifecycle.onClose(() => out.complete()),
        every(LOOK_EVERY_MS, () => reader.lookSoon()),
        every(HEARTBEAT_MS, () => out.next({ comment: 'still here' })),
      ];
      reader.lookSoon();
      return () => {
        this.open -= 1;
        for (const each of stop) each();
      };
    });
  }
}

/** Reads on from where it was; however many hints come, it looks at most every 100 ms. */
class ViewReader {
  private position: number;
  private wanted = false;
  private busy = false;

  constructor(
    private readonly log: EventLog,
    private readonly view: View,
    private readonly out: Subscriber<MessageEvent>,
  ) {
    this.position = view.after;
  }

  lookSoon(): void {
    this.wanted = true;
    if (!this.busy) void this.look();
  }

  private async look(): Promise<void> {
    this.busy = true;
    try {
      while (this.wanted && !this.out.closed) {
        this.wanted = false;
        await this.readOn();
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS).unref());
      }
    } catch {
      // The reader comes back with the last id it saw, and may find the database in a better mood.
      this.out.complete();
    } finally {
      this.busy = false;
    }
  }

  private async readOn(): Promise<void> {
    const events = await this.log.readStreamsAfter(this.view.streams, this.position, BATCH);
    this.wanted ||= events.length === BATCH;
    for (const recorded of events) {
      this.position = recorded.position;
      const data = this.view.show(recorded);
      if (data) this.out.next({ id: String(this.position), type: recorded.event.type, data });
      if (!this.view.isLast?.(recorded)) continue;
      this.out.next({ id: String(this.position), type: 'end', data: {} });
      this.out.complete();
      return;
    }
  }
}

function every(ms: number, task: () => void): () => void {
  const timer = setInterval(task, ms);
  timer.unref();
  return () => clearInterval(timer);
}
