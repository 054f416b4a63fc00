/** A database with the product's schema, of the build that is measured. */
export async function migrated(url) {
  const { migrate } = await import('../../dist/platform/event-store/migrate.js');
  const { migrations } = await import('../../dist/migrations.js');
  await migrate(url, migrations);
}
