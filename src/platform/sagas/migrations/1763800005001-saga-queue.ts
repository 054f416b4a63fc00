import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a queue must know to be fair and patient: which table a task belongs to (a program that does not know it leaves
 * it alone), whom outside it asks (a slow party has slots of its own), since when it gets no answer or no decision, and
 * up to where a timer's saga must have heard before it is judged.
 */
export class SagaQueue1763800005001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table platform.saga_tasks
        add column table_version int not null default 1,
        add column party text not null default '',
        add column held_since timestamptz,
        add column unanswered_since timestamptz,
        add column holds int not null default 0,
        add column is_watched boolean not null default false,
        add column hears_to bigint`);
    // What a step waits for was forgotten as soon as it was sent: from now on somebody watches each open step.
    await runner.query(`
      update platform.saga_tasks t set state = 'open', is_watched = true, owner = null, lease_until = null,
        due_at = clock_timestamp() + interval '30 seconds'
      from (
        select distinct on (saga, saga_id) id, state from platform.saga_tasks
        where kind = 'command' and direction <> 'tell'
        order by saga, saga_id, created_at desc, attempt desc) newest
      join platform.sagas s on s.state in ('running', 'compensating')
      where t.id = newest.id and newest.state = 'done' and s.saga = t.saga and s.saga_id = t.saga_id`);
    await runner.query(`alter table platform.sagas add column table_version int not null default 1`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
