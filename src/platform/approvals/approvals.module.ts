import { Global, Module } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { needsAttention, type AttentionSource } from '../ops/attention.js';
import { fromRows } from '../ops/attention-sources.js';
import { registersProblems } from '../problems.js';
import { approvalProblems, Deeds } from './approval.js';
import { Approvals } from './approvals.js';
import { ApprovalsController } from './approvals.controller.js';

/** What waits for a second person, and what was agreed to and is not done after a minute. */
const waiting = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select id::text, 'approval' as kind, object,
       requested_by || case state when 'waiting' then ' waits for a second person: ' else ' has a yes that was not carried out: ' end
         || action || ', ' || reason as detail,
       coalesce(decided_at, requested_at) as since
     from platform.approvals
     where state = 'waiting' or (state = 'approved' and decided_at < clock_timestamp() - interval '1 minute')`,
    ({ id }) => [
      { rel: 'look', method: 'GET', href: `/v1/ops/approvals/${id}` },
      { rel: 'approve', method: 'POST', href: `/v1/ops/approvals/${id}/approve` },
      { rel: 'reject', method: 'POST', href: `/v1/ops/approvals/${id}/reject` },
    ],
  );

/** A second person for money: rooms say with `approvable(...)` what can wait, and ask `Approvals` whether it has to. */
@Global()
@Module({
  controllers: [ApprovalsController],
  providers: [
    Deeds,
    Approvals,
    registersProblems(approvalProblems),
    needsAttention({ inject: [Database], useFactory: waiting }),
  ],
  exports: [Deeds, Approvals],
})
export class ApprovalsModule {}
