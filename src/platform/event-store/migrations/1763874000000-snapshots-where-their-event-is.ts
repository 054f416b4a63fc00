import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A snapshot out of an append over several streams had the position of the last event of that append. */
export class SnapshotsWhereTheirEventIs1763874000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update platform.snapshots s set position = e.position
      from platform.events e
      where e.stream_id = s.stream_id and e.version = s.version and e.event_id = s.event_id
        and e.position <> s.position`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
