import type { Provider, Type } from '@nestjs/common';
import { CommandHandler, type ICommand } from '@nestjs/cqrs';
import type { Decider, Rule } from '../core/decider.js';
import type { DomainEvent } from '../core/event.js';
import { AggregateStore } from '../event-store/aggregate-store.js';
import { Deciders } from '../event-store/deciders.js';
import { UnitRules, type UnitRule } from '../event-store/unit-rules.js';
import type { Loaded } from '../event-store/snapshots.js';
import type { UnitOfWork } from '../event-store/unit-of-work.js';
import type { CommandContext, Written } from './command.js';

interface Asked<IdKey extends string> extends ICommand {
  readonly data: Readonly<Record<IdKey, string>>;
  readonly by: CommandContext;
}

/** Reads and writes several streams; returns the one that the command is about. */
type Work<Command, State> = (unit: UnitOfWork, command: Command) => Promise<Loaded<State>>;

type PairsOf<Commands, State, Event extends DomainEvent> = {
  readonly [N in keyof Commands]: readonly [Type<Commands[N]>, Rule<Commands[N], State, Event>];
};
type WorksOf<Commands, State> = {
  readonly [N in keyof Commands]: readonly [Type<Commands[N]>, Work<Commands[N], State>];
};
type IntentsOf<Commands> = {
  readonly [N in keyof Commands]: readonly [Type<Commands[N]>, UnitRule<Commands[N]>];
};

interface Parts<State, Event extends DomainEvent, Commands, Works, Intents> {
  /** Commands that a rule on one stream decides. */
  readonly commands?: PairsOf<Commands, State, Event>;
  /** Commands that are decided on several streams, in one append. */
  readonly units?: WorksOf<Works, State>;
  /** What can be decided, in the append of whoever leads to them, of commands whose handlers ask somebody outside. */
  readonly intents?: IntentsOf<Intents>;
}

/**
 * One line of a room's module for a thing that is made of events: its events are known to the store, and each of its
 * commands gets a real `@CommandHandler`. Handlers that a room writes itself stand beside it.
 *
 * @param decider of the thing; the data of its commands must carry its id
 */
export function aggregate<
  State,
  Event extends DomainEvent,
  IdKey extends string,
  const Commands extends readonly Asked<IdKey>[] = [],
  const Works extends readonly Asked<IdKey>[] = [],
  const Intents extends readonly Asked<IdKey>[] = [],
>(
  decider: Decider<State, Event, IdKey>,
  parts: Parts<State, Event, Commands, Works, Intents> = {},
): Provider[] {
  type Command = Asked<IdKey>;
  const {
    commands = [],
    units = [],
    intents = [],
  } = parts as unknown as {
    readonly commands?: readonly (readonly [Type<Command>, Rule<Command, State, Event>])[];
    readonly units?: readonly (readonly [Type<Command>, Work<Command, State>])[];
    readonly intents?: readonly (readonly [Type<Command>, UnitRule<Command>])[];
  };
  const idIn = ({ data }: Command): string => data[decider.idKey];
  const within: UnitRulesOf<Command> = [
    ...commands.map(([command, rule]) => [command, ruleInUnit(decider, rule, idIn)] as const),
    ...units,
    ...intents,
  ];
  return [
    known(decider, within),
    ...commands.map(([command, rule]) =>
      handlerOf(command, (store, asked) => store.execute(decider, idIn(asked), asked.by, rule(asked))),
    ),
    ...units.map(([command, work]) =>
      handlerOf(command, (store, asked) =>
        store.change(decider, idIn(asked), asked.by, (unit) => work(unit, asked)),
      ),
    ),
  ];
}

type UnitRulesOf<Command> = readonly (readonly [Type<Command>, UnitRule<Command>])[];

/** Makes the thing, its events and what can be decided of it within others' appends known to the store. */
const known = <State, Event extends DomainEvent, Command>(
  decider: Decider<State, Event>,
  within: UnitRulesOf<Command>,
): Provider => ({
  provide: Symbol(decider.category),
  inject: [Deciders, UnitRules],
  useFactory: (deciders: Deciders, rules: UnitRules) => {
    deciders.add(decider);
    for (const [command, rule] of within) rules.add(command, rule);
    return decider;
  },
});

const ruleInUnit =
  <State, Event extends DomainEvent, Command>(
    decider: Decider<State, Event>,
    rule: Rule<Command, State, Event>,
    idIn: (asked: Command) => string,
  ): UnitRule<Command> =>
  async (unit, asked) => {
    const { state } = await unit.load(decider, idIn(asked));
    return unit.append(decider, idIn(asked), rule(asked)(state));
  };

function handlerOf<Command extends ICommand, State>(
  command: Type<Command>,
  execute: (store: AggregateStore, asked: Command) => Promise<Written<State>>,
): Provider {
  const name = `${command.name}Handler`;
  const handler = {
    [name]: class {
      constructor(private readonly store: AggregateStore) {}

      execute(asked: Command): Promise<Written<State>> {
        return execute(this.store, asked);
      }
    },
  }[name]!;
  CommandHandler(command)(handler);
  return {
    provide: handler,
    inject: [AggregateStore],
    useFactory: (store: AggregateStore) => new handler(store),
  };
}
