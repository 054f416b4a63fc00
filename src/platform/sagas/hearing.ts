import type { Decider } from '../core/decider.js';
import type { DomainEvent } from '../core/event.js';
import { endOf, heard } from '../core/saga-engine.js';
import { StepAsked, TellAsked } from '../core/saga-events.js';
import type { SagaEvent, SagaState } from '../core/saga-state.js';
import type { CommandClass, SagaTable } from '../core/saga-table.js';
import type { PreparedEvent } from '../event-store/append.js';
import type { UnitRules } from '../event-store/unit-rules.js';
import type { UnitOfWork } from '../event-store/unit-of-work.js';
import { commandOf, rowsAlongside, type Round } from './tasks.js';

/** What is decided at once is bounded like any append; the rest is left to tasks. */
const AT_ONCE_BYTES = 2 ** 20;

/** The saga that hears. */
interface Listener {
  readonly decider: Decider<SagaState, SagaEvent, 'sagaId'>;
  readonly commands: ReadonlyMap<string, CommandClass>;
  readonly settings: object;
  hears(event: DomainEvent): boolean;
}

/**
 * One saga hears of something: records what it decides and what follows from that. A command for which there is a rule
 * is decided at once, in the same append, and the saga hears of its outcome; whoever was told at once need not be
 * remembered. Everything else becomes a task, also what is refused here: the task will say why.
 */
export class Hearing {
  private readonly rounds: Round[] = [];
  private readonly outcomes: DomainEvent[] = [];

  constructor(
    private readonly saga: Listener,
    private readonly table: SagaTable,
    private readonly unit: UnitOfWork,
    private readonly sagaId: string,
    private readonly rules?: UnitRules,
  ) {}

  /** @param led the data of the event that led to the decision */
  async record(decided: readonly SagaEvent[], led: object): Promise<void> {
    await this.round(decided, led);
    for (let next = this.outcomes.shift(); next; next = this.outcomes.shift()) {
      await this.round(heard(this.table, await this.state(), next), next.data);
    }
    if (this.rounds.length === 0) return;
    const end = endOf(this.table, await this.state());
    if (end) await this.round([end], led);
    const { table, sagaId, rounds } = this;
    const { settings } = this.saga;
    const rows = rowsAlongside({ table, settings, sagaId, rounds, after: await this.state() });
    this.unit.append(this.saga.decider, sagaId, [], rows);
  }

  private async round(decided: readonly SagaEvent[], led: object): Promise<void> {
    if (decided.length === 0) return;
    const prepared: PreparedEvent[] = [];
    this.rounds.push({ prepared, heard: led });
    for (const event of decided) {
      const cause = prepared.at(-1);
      if (cause && event instanceof TellAsked && (await this.isDecided(event.data, cause))) continue;
      this.unit.append(this.saga.decider, this.sagaId, [event], (numbered) => {
        prepared.push(...numbered);
        return [];
      });
      if (event instanceof StepAsked) await this.ask(event, prepared.at(-1)!, led);
    }
  }

  private async ask({ data }: StepAsked, cause: PreparedEvent, led: object): Promise<void> {
    const step = this.table.steps.find(({ name }) => name === data.step)!;
    await this.isDecided(commandOf(await this.state(), step, data.direction, led), cause);
  }

  private async isDecided(
    { command, data }: { readonly command: string; readonly data: object },
    cause: PreparedEvent,
  ): Promise<boolean> {
    const [rule, Declared] = [this.rules?.get(command), this.saga.commands.get(command)];
    if (!rule || !Declared || this.unit.bytes > AT_ONCE_BYTES) return false;
    const by = this.unit.following(cause);
    try {
      const asked = new Declared(data as never, by as never);
      const events = await this.unit.part(by, (part) => rule(part, asked as never));
      this.outcomes.push(...events.filter((event) => this.saga.hears(event)));
      return true;
    } catch {
      return false;
    }
  }

  private async state(): Promise<SagaState> {
    return (await this.unit.load(this.saga.decider, this.sagaId)).state;
  }
}
