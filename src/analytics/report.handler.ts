import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Rejection } from '../platform/core/rejection.js';
import { Database } from '../platform/event-store/database.js';
import { CheckpointTracker } from '../platform/subscriptions/checkpoint-tracker.js';
import { RESOLVE, type Period } from './period.js';
import { GetReport, type ReportView } from './report.js';

type AnyReport = GetReport<z.ZodType<Period>, z.ZodType<object>>;

/** $1: models, $2: how far each is known to have come, which may be further than what was last written down. */
const AS_OF = `
  select min(greatest(coalesce(s.position, 0), known.position)) as position
  from unnest($1::text[], $2::bigint[]) as known(model, position)
  left join platform.subscriptions s on s.name = known.model`;

/** The rows and how far they have come are read at one and the same moment. */
@QueryHandler(GetReport)
export class GetReportHandler implements IQueryHandler<AnyReport> {
  constructor(
    private readonly database: Database,
    private readonly progress: CheckpointTracker,
  ) {}

  execute({ report, filter }: AnyReport): Promise<ReportView<object>> {
    const models = report.models.map(({ name }) => name);
    const seen = models.map((name) => this.progress.seenOf(name));
    return this.database.transaction(async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read only');
      const { from: first = null, to: last = null, timeZone } = filter;
      const [period] = await tx.query<{ from: Date; to: Date }>(RESOLVE, [first, last, timeZone]);
      const { from, to } = period!;
      if (from >= to) throw new Rejection('invalid-request', 'the period ends before it begins');
      const [asOf] = await tx.query<{ position: number }>(AS_OF, [models, seen]);
      const { sql } = report;
      const items = await tx.query<object>(sql, [from, to, ...report.params(filter)]);
      return {
        ...{ from: from.toISOString(), to: to.toISOString(), timeZone },
        ...{ asOfPosition: asOf!.position, items: items.map(plain) },
      };
    });
  }
}

/** Moments as everywhere in the API. */
const plain = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );
