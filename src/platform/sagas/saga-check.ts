import { Injectable } from '@nestjs/common';
import { NewerEvent } from '../core/event.js';
import type { SagaState } from '../core/saga-state.js';
import { timeoutOf, type SagaTable, type Step } from '../core/saga-table.js';
import { Database } from '../event-store/database.js';
import { StreamLoader } from '../event-store/stream-loader.js';
import { SagaRegistry } from './saga-registry.js';
import type { Saga } from './saga.js';

/**
 * What becomes of a saga under way when this program takes over: it `breaks` where the program has no table, no step or
 * no command for it, `waits` where only a newer program leads it on, and `moves` where its table says something else than
 * when it went that way.
 */
export interface Fate {
  readonly saga: string;
  readonly sagaId: string;
  readonly table: number;
  readonly state: string;
  readonly fate: 'breaks' | 'waits' | 'moves';
  readonly why: string;
}

interface UnderWay {
  readonly saga: string;
  readonly saga_id: string;
  readonly table_version: number;
  readonly state: string;
  readonly tasks: readonly OpenTask[];
}
interface OpenTask {
  readonly kind: 'command' | 'timeout';
  readonly step: string;
  readonly direction: 'do' | 'undo' | 'tell';
  readonly command: string | null;
  readonly party: string;
}
type Verdict = Pick<Fate, 'fate' | 'why'>;

const AT_ONCE = 200;

const PAGE = `
  select s.saga, s.saga_id, s.table_version, s.state,
    (select coalesce(json_agg(json_build_object('kind', kind, 'step', step, 'direction', direction,
       'command', command, 'party', party) order by kind, id), '[]')
     from platform.saga_tasks t where t.saga = s.saga and t.saga_id = s.saga_id) as tasks
  from platform.sagas s
  where (s.saga, s.saga_id) > ($1, $2) and (s.state in ('running', 'compensating', 'needs-attention')
    or exists (select from platform.saga_tasks t where t.saga = s.saga and t.saga_id = s.saga_id))
  order by s.saga, s.saga_id limit ${AT_ONCE}`;

/** Looks at every saga under way as this program would lead it on, before it does. */
@Injectable()
export class SagaCheck {
  constructor(
    private readonly database: Database,
    private readonly loader: StreamLoader,
    private readonly sagas: SagaRegistry,
  ) {}

  /** @param tell hears of those that would not go on as they are. @returns how many are under way */
  async check(tell: (fate: Fate) => void, signal: AbortSignal): Promise<number> {
    let count = 0;
    for (let last = ['', '']; ;) {
      signal.throwIfAborted();
      const page: UnderWay[] = await this.database.query<UnderWay>(PAGE, last);
      for (const one of page) {
        const verdict = await this.verdict(one);
        const { saga, saga_id: sagaId, table_version: table, state } = one;
        if (verdict) tell({ saga, sagaId, table, state, ...verdict });
      }
      count += page.length;
      if (page.length < AT_ONCE) return count;
      last = [page.at(-1)!.saga, page.at(-1)!.saga_id];
    }
  }

  private async verdict({
    saga: name,
    saga_id,
    table_version,
    tasks,
  }: UnderWay): Promise<Verdict | undefined> {
    const saga = this.sagas.all().find((one) => one.name === name);
    if (!saga) return { fate: 'breaks', why: `this program has no saga ${name}` };
    if (!saga.versions.includes(table_version)) return unknownTable(saga, table_version);
    try {
      const { state } = await this.loader.load(saga.decider, saga_id);
      const table = saga.tableOf(state);
      return broken(saga, table, state, tasks) ?? moved(saga, table, state, tasks);
    } catch (error) {
      if (error instanceof NewerEvent) return { fate: 'waits', why: error.message };
      throw error;
    }
  }
}

function unknownTable({ versions }: Saga, table: number): Verdict {
  const newest = Math.max(...versions);
  return table > newest
    ? { fate: 'waits', why: `a newer program began it: this one knows tables up to ${newest}` }
    : {
        fate: 'breaks',
        why: `table ${table} is left out: put it back under \`earlier\`, or wait for its end`,
      };
}

/** What the saga has gone through, or is about to do, is not there. */
function broken(
  { commands }: Saga,
  { steps }: SagaTable,
  { legs }: SagaState,
  tasks: readonly OpenTask[],
): Verdict | undefined {
  const gone = legs.find(({ step }) => !steps.some(({ name }) => name === step));
  if (gone) return { fate: 'breaks', why: `it has come through ${gone.step}, a step that its table lacks` };
  const unsent = tasks.find(({ command }) => command !== null && !commands.has(command));
  if (unsent) return { fate: 'breaks', why: `it is about to send ${unsent.command}, which no table sends` };
  return undefined;
}

/** The table was changed without a new version. */
function moved(
  saga: Saga,
  { steps }: SagaTable,
  state: SagaState,
  tasks: readonly OpenTask[],
): Verdict | undefined {
  const come = [...new Set(state.legs.map(({ step }) => step))];
  const skipped = steps.slice(0, come.length).find(({ name }, at) => name !== come[at]);
  if (skipped) {
    return {
      fate: 'moves',
      why: `it went ${come.join(', ')}, and its table has ${skipped.name} before the end of that`,
    };
  }
  for (const task of tasks) {
    const step = steps.find(({ name }) => name === task.step);
    const why = step && task.direction !== 'tell' && otherwise(step, task, state, saga.settings);
    if (why) return { fate: 'moves', why };
  }
  return undefined;
}

function otherwise(step: Step, task: OpenTask, { context }: SagaState, settings: object): string | undefined {
  const where = `${step.name} under way`;
  if (task.kind === 'timeout') {
    const isTimed = timeoutOf(step, context, settings) !== undefined;
    return isTimed ? undefined : `${where} has a timer, and its table says as long as it takes`;
  }
  const says = task.direction === 'do' ? step.asks : step.compensation;
  if (says?.command.name !== task.command) {
    return `${where} sends ${task.command}, and its table says ${says?.command.name ?? 'nothing'}`;
  }
  return task.party === (step.party ?? '')
    ? undefined
    : `${where} asks ${task.party || 'nobody outside'}, and its table says ${step.party ?? 'nobody outside'}`;
}
