import { Injectable } from '@nestjs/common';
import type { UnitOfWork } from './unit-of-work.js';
import type { CommandContext } from '../cqrs/command.js';

interface Asked {
  readonly data: object;
  readonly by: CommandContext;
}

/**
 * Decides a command within a unit that somebody else has begun, so that both are stored in one append. It asks nobody
 * but the streams; of a command that has to ask outside, it records the intent.
 */
export type UnitRule<Command = Asked> = (unit: UnitOfWork, command: Command) => Promise<unknown>;

/** How commands are decided within the unit of whoever leads to them. The CommandBus stays the door for all others. */
@Injectable()
export class UnitRules {
  private readonly rules = new Map<string, UnitRule<never>>();

  add<Command>(
    command: { readonly name: string; new (...args: never[]): Command },
    rule: UnitRule<Command>,
  ): void {
    this.rules.set(command.name, rule);
  }

  get(command: string): UnitRule | undefined {
    return this.rules.get(command) as UnitRule | undefined;
  }
}
