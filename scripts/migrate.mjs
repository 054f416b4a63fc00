/** Brings the database at DATABASE_URL to this program's schema; prints what ran. Needs a build. */
const [{ migrate }, { migrations }] = await Promise.all([
  import('../dist/platform/event-store/migrate.js'),
  import('../dist/migrations.js'),
]);

try {
  const ran = await migrate(process.env.DATABASE_URL, migrations);
  console.log(ran.length === 0 ? 'up to date' : `${ran.length} migrations`);
} catch (error) {
  const address = new URL(process.env.DATABASE_URL);
  const reason = error.message || error.errors?.map((each) => each.message).join('; ');
  console.error(`The database at ${address.host}${address.pathname} could not be migrated: ${reason}`);
  process.exit(1);
}
