import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a restored database must know: how far it has come in each partition (moved with the effect of each record),
 * and in which epoch of its history it is.
 */
export class WhereReadingGoesOn1763800003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.epochs (
        epoch int primary key,
        from_position bigint not null,
        began_at timestamptz(3) not null default clock_timestamp(),
        reason text not null,
        identity text not null
      )`);
    await runner.query(
      `insert into platform.epochs (epoch, from_position, reason, identity) values (1, 0, 'the beginning', '')`,
    );
    await runner.query(`
      create table platform.consumed (
        topic text,
        partition int,
        next_offset bigint not null,
        epoch int not null references platform.epochs,
        updated_at timestamptz not null default clock_timestamp(),
        primary key (topic, partition)
      ) with (fillfactor = 50)`);
    await runner.query(
      `create view audit.epochs as select epoch, from_position, began_at, reason from platform.epochs`,
    );
    await runner.query(`
      create or replace view audit.checkpoints as
      select name as projection, position, epoch, updated_at,
        (select max(e.epoch) from platform.epochs e) as database_epoch
      from platform.subscriptions`);
    await runner.query(`grant select on audit.epochs, audit.checkpoints to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
