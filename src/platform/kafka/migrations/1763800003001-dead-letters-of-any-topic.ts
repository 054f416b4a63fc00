import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A topic that is made anew uses its offsets again: a letter is known by what it says as well, and stands in the
 * order of arrival. Keys are looked up by their hash, as an index entry has no room for a long one.
 */
export class DeadLettersOfAnyTopic1763800003001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table platform.dead_letters
        add fingerprint text not null default '',
        add sent_ms bigint,
        add arrival bigint,
        drop constraint dead_letters_consumer_topic_partition_offset_key,
        add unique (consumer, topic, partition, "offset", fingerprint)`);
    await runner.query(`
      update platform.dead_letters letter set arrival = sorted.arrival
      from (select id, row_number() over (order by failed_at, partition, "offset") as arrival
        from platform.dead_letters) sorted
      where letter.id = sorted.id`);
    await runner.query(`
      alter table platform.dead_letters
        alter arrival set not null,
        alter arrival add generated always as identity`);
    await runner.query(`
      select setval(pg_get_serial_sequence('platform.dead_letters', 'arrival'),
        (select coalesce(max(arrival), 0) + 1 from platform.dead_letters), false)`);
    await runner.query(`drop index platform.dead_letters_open`);
    await runner.query(
      `create index dead_letters_open on platform.dead_letters (consumer, topic, sha256(msg_key), arrival)
       where state = 'open'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
