import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { GetOrder } from '../orders/contract.js';
import { Rejection } from '../platform/core/rejection.js';
import type { Leg, Trouble } from '../platform/core/saga-state.js';
import { shownDirection } from '../platform/core/saga-signals.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { Database } from '../platform/event-store/database.js';
import type { PointInTime } from '../platform/core/schemas.js';
import { SagaRegistry } from '../platform/sagas/saga-registry.js';
import { GetFulfilment, type FulfilmentView } from './contract.js';
import { forCustomer } from './customer-view.js';

interface TaskRow {
  step: string;
  direction: string;
  attempt: number;
  attempts: number;
  kind: string;
  state: string;
  due_at: Date | null;
  last_error: string | null;
}

/** The saga's own stream, folded; how often a command was tried stands with the task that sends it. */
@QueryHandler(GetFulfilment)
export class GetFulfilmentHandler implements IQueryHandler<GetFulfilment> {
  constructor(
    private readonly store: AggregateStore,
    private readonly database: Database,
    private readonly sagas: SagaRegistry,
    private readonly queries: QueryBus,
  ) {}

  async execute(query: GetFulfilment): Promise<FulfilmentView> {
    const view = await this.whole(query);
    return query.actor.role === 'customer' ? forCustomer(view) : view;
  }

  private async whole({ orderId, actor, point }: GetFulfilment): Promise<FulfilmentView> {
    const order = await this.queries.execute(new GetOrder(orderId, actor));
    const { state, version } = await this.store.load(this.sagas.get('fulfilment').decider, orderId, point);
    if (version < (point.version ?? 0))
      throw new Rejection('saga.not-found', `the saga has no version ${point.version} yet`);
    if (state.status === 'none') {
      // Confirmed a moment ago: the saga is about to hear of it.
      if (isNow(point) && order.confirmedAt !== undefined)
        return { orderId, state: 'running', steps: [], troubles: [], version: 0 };
      throw new Rejection('saga.not-found', 'the order was not confirmed at that point');
    }
    const tasks = await this.tasksOf(orderId);
    // What is open today tells nothing about what was open then.
    const open = isNow(point) ? tasks : [];
    const deadline = open.find(({ kind, state }) => kind === 'timeout' && state === 'open');
    const troubles = state.troubles.map(shown);
    const live = state.legs.some((leg) => leg.state === 'started');
    return {
      orderId,
      state: state.status,
      steps: state.legs.map((leg) => stepView(leg, leg.state === 'started' ? open : tasks)),
      ...(live && deadline && { deadlineAt: deadline.due_at!.toISOString() }),
      ...(troubles[0] && { attention: troubles[0] }),
      troubles,
      version,
    };
  }

  private tasksOf(orderId: string): Promise<TaskRow[]> {
    return this.database.query<TaskRow>(
      `select step, direction, attempt, attempts, kind, state, due_at, last_error from platform.saga_tasks
       where saga = 'fulfilment' and saga_id = $1
       union all
       select step, direction, attempt, attempts, 'command', 'ended', null, null from platform.saga_attempts
       where saga = 'fulfilment' and saga_id = $1`,
      [orderId],
    );
  }
}

const isNow = ({ version, asOf }: PointInTime): boolean => version === undefined && asOf === undefined;

const shown = ({ step, direction, command, detail }: Trouble): FulfilmentView['troubles'][number] => ({
  step,
  direction: shownDirection(direction),
  ...(command !== undefined && { command }),
  detail,
});

function stepView(leg: Leg, tasks: readonly TaskRow[]): FulfilmentView['steps'][number] {
  const task = tasks.find(
    ({ kind, step, direction, attempt }) =>
      kind === 'command' && step === leg.step && direction === leg.direction && attempt === leg.attempt,
  );
  const isOpen = leg.state === 'started' && task?.state !== 'done';
  const nextAt = isOpen && task?.last_error ? task.due_at : null;
  const detail = leg.detail ?? (leg.state === 'started' ? task?.last_error : undefined);
  return {
    name: leg.step,
    direction: leg.direction === 'do' ? 'forward' : 'compensate',
    state: leg.state,
    // What was done at the first try leaves no trace.
    attempts: task?.attempts ?? 1,
    startedAt: leg.startedAt,
    ...(leg.endedAt !== undefined && { endedAt: leg.endedAt }),
    ...(detail && { detail }),
    ...(nextAt && { nextAttemptAt: nextAt.toISOString() }),
  };
}
