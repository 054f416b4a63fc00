import type { CommandContext } from '../cqrs/command.js';
import { traced, under } from '../tracing/tracing.js';

/** How a decision and its append ended. */
export interface Run<Result> {
  readonly result: Result;
  readonly position?: number;
  readonly repeated?: boolean;
}

/**
 * A decision with its append as a span, to which belongs whatever follows from the events.
 *
 * @param decide gets the context of the command within the span
 */
export const asSpan = <Result>(
  by: CommandContext,
  decide: (by: CommandContext) => Promise<Run<Result>>,
): Promise<Run<Result>> =>
  traced(
    () => ({
      name: 'append platform.events',
      kind: 'client',
      parent: by,
      isPart: true,
      attributes: {
        'db.system.name': 'postgresql',
        'db.operation.name': 'append',
        'db.collection.name': 'platform.events',
      },
    }),
    async (span) => {
      const run = await decide(under(by, span));
      span?.set({ 'waybill.position': run.position, 'waybill.is_repeat': run.repeated });
      return run;
    },
  );
