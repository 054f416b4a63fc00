import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sealed address takes more room than the address. */
export class SealedContacts1763814000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table notifications.contacts drop constraint contacts_email_check`);
    await runner.query(
      `alter table notifications.contacts add constraint email_bounded check (length(email) <= 2000)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
