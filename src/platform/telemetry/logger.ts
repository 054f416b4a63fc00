import { once, type EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Level, type Logger } from 'pino';
import { logIds } from '../http/call.js';
import { currentSpan } from '../tracing/tracing.js';
import { redact } from './redact.js';

/** A line is made of these and nothing else: whatever a caller adds by mistake stays out of the log. */
const FIELDS = [
  'method',
  'route',
  'path',
  'status',
  'ms',
  'bytes',
  'actor',
  'refusal',
  'reason',
  'errorId',
  'code',
  'command',
  'stream',
  'position',
  'subscription',
  'orderId',
  'saga',
  'step',
  'attempt',
  'topic',
  'partition',
  'offset',
  'role',
  'port',
  'url',
  'signal',
  'migrations',
  'lag',
  'owner',
  'requestId',
  'trace_id',
  'span_id',
] as const;

const MOST_SETTLING_MS = 100;
const MAX_FIELD = 300;
const MAX_MESSAGE = 2_000;
const MAX_STACK = 8_000;

interface Line {
  msg: string;
  context?: string;
  err?: object;
  [field: string]: unknown;
}

/** Nest's logger as JSON lines: allow-listed fields, correlation ids, and no secrets. */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;
  private readonly destination: DestinationStream;

  /**
   * @param level pino's, or `silent`
   * @param destination where lines go; absent means stdout
   */
  constructor(level: string, destination?: DestinationStream) {
    const options = {
      level,
      base: { service: 'waybill', pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label: string) => ({ level: label }) },
    };
    this.destination = destination ?? pino.destination({ sync: false });
    this.pino = pino(options, this.destination);
  }

  /** A fatal line is written at once: whoever wants it to be the last waits until those before it are written. */
  async settled(): Promise<void> {
    if (!('emit' in this.destination)) return;
    const drained = once(this.destination as unknown as EventEmitter, 'drain');
    await Promise.race([drained, sleep(MOST_SETTLING_MS)]);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    if (!this.pino.isLevelEnabled(level)) return;
    const { msg, ...line } = lineOf(message, rest);
    const span = currentSpan();
    this.pino[level]({ ...(span && logIds(span)), ...line }, msg);
  }
}

/** Nest passes the context last, and for errors a stack before it. */
function lineOf(message: unknown, rest: readonly unknown[]): Line {
  const words = rest.filter((item) => typeof item === 'string');
  const context = words.at(-1);
  const stack = words.length > 1 ? words[0] : undefined;
  const line: Line = { msg: '', ...(context !== undefined && { context }) };
  const error = [message, ...rest].find((item) => item instanceof Error);
  if (typeof message === 'object' && message !== null && !(message instanceof Error))
    Object.assign(line, allowed(message));
  else line.msg = redact(message instanceof Error ? message.message : String(message), MAX_MESSAGE);
  if (error) line.err = describe(error);
  else if (stack !== undefined) line.err = { stack: redact(stack, MAX_STACK) };
  return line;
}

function allowed(given: object): Partial<Line> {
  const { msg, err, ...fields } = given as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  for (const name of FIELDS) if (fields[name] !== undefined) kept[name] = scalar(fields[name]);
  return {
    msg: redact(String(msg ?? ''), MAX_MESSAGE),
    ...kept,
    ...(err instanceof Error && { err: describe(err) }),
  };
}

const scalar = (value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? value : redact(String(value), MAX_FIELD);

/** Of a database error neither its detail nor its parameters: they quote rows. */
function describe(error: Error): object {
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: redact(error.message, MAX_MESSAGE),
    ...(typeof code === 'string' && { code }),
    ...(error.stack && { stack: redact(error.stack, MAX_STACK) }),
    ...(error.cause instanceof Error && { cause: redact(error.cause.message, MAX_MESSAGE) }),
  };
}
