import { Command, InvalidArgumentError } from 'commander';
import { isCurrency } from '../platform/core/money.js';
import { uuid } from '../platform/core/schemas.js';
import type { ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';

/** What every command has. */
export interface Common {
  readonly json: boolean;
}

/** How a command speaks and ends. */
export interface Shell {
  terminal(command: string, json: boolean): Terminal;
  ended(code: ExitCode): void;
}

export const leaf = (parent: Command, name: string): Command =>
  parent.command(name).option('--json', 'one JSON document a line', false);

export const whole = (min: number, max: number) => (text: string) => {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max) return value;
  throw new InvalidArgumentError(`A whole number, ${min} to ${max}.`);
};

export const currency = (text: string): string => {
  if (isCurrency(text)) return text;
  throw new InvalidArgumentError('A currency of ISO 4217 such as GBP.');
};

export const id = (text: string): string => {
  const read = uuid.safeParse(text);
  if (read.success) return read.data;
  throw new InvalidArgumentError('An id such as 0190f5a2-7c1e-7b7a-9d53-2f5b6a1c0d11.');
};

export const instant = (text: string): string => {
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  throw new InvalidArgumentError('A time such as 2010-12-01T08:26:00Z.');
};
