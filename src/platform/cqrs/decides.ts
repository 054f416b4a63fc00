import type { Provider, Type } from '@nestjs/common';
import { CommandHandler, type ICommand } from '@nestjs/cqrs';
import type { Decider, Rule } from '../core/decider.js';
import type { DomainEvent } from '../core/event.js';
import { AggregateStore } from '../event-store/aggregate-store.js';
import { Deciders } from '../event-store/deciders.js';
import { UnitRules } from '../event-store/unit-rules.js';
import type { CommandContext, Written } from './command.js';

interface Decided<IdKey extends string> extends ICommand {
  readonly data: Readonly<Record<IdKey, string>>;
  readonly by: CommandContext;
}

/**
 * Wires a command to its rule: a real `@CommandHandler`, in one line of the module.
 *
 * @param command the command class; its data must carry the decider's id
 * @param decider whose stream it changes
 * @param rule what it decides
 */
export function decides<
  State,
  Event extends DomainEvent,
  IdKey extends string,
  Command extends Decided<IdKey>,
>(
  command: Type<Command>,
  decider: Decider<State, Event, IdKey>,
  rule: Rule<Command, State, Event>,
): Provider {
  const handler = {
    [`${command.name}Handler`]: class {
      constructor(private readonly store: AggregateStore) {}

      execute(asked: Command): Promise<Written<State>> {
        return this.store.execute(decider, asked.data[decider.idKey], asked.by, rule(asked));
      }
    },
  }[`${command.name}Handler`]!;
  CommandHandler(command)(handler);
  return {
    provide: handler,
    inject: [AggregateStore, Deciders, UnitRules],
    useFactory: (store: AggregateStore, deciders: Deciders, rules: UnitRules) => {
      deciders.add(decider);
      rules.add(command, async (unit, asked) => {
        const id = asked.data[decider.idKey];
        unit.append(decider, id, rule(asked)((await unit.load(decider, id)).state));
      });
      return new handler(store);
    },
  };
}
