import type { MigrationInterface, QueryRunner } from 'typeorm';
import { demandProgram } from '../../platform/event-store/schema-fit.js';

/**
 * The timeline is read from the log; its copy and the subscription that filled it go. A program that still has the
 * subscription cannot live without the table: it turns unready, and may not bring the subscription back, since every
 * event would be parked there.
 */
export class TimelineFromTheLog1763801003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists fulfilment.order_timeline__rebuild`);
    await runner.query(`drop table fulfilment.order_timeline`);
    await runner.query(`delete from platform.parked where subscription = 'fulfilment.order-timeline'`);
    await runner.query(`delete from platform.rebuilds where model = 'fulfilment.order-timeline'`);
    await runner.query(`delete from platform.subscriptions where name = 'fulfilment.order-timeline'`);
    await runner.query(`
      create function platform.stay_away() returns trigger language plpgsql as $$
      begin
        return null;
      end $$`);
    await runner.query(`
      create trigger the_timeline_stays_away before insert on platform.subscriptions
      for each row when (new.name = 'fulfilment.order-timeline') execute function platform.stay_away()`);
    await demandProgram(runner, this, TimelineFromTheLog1763801003000.name);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
