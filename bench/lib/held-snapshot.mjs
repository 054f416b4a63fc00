import { connected } from './server.mjs';

/**
 * As pg_dump or a long report holds one: nothing that is deleted meanwhile can be cleared away.
 *
 * @returns {Promise<() => Promise<void>>} lets it go
 */
export async function heldSnapshot(url) {
  const holder = await connected(url);
  await holder.query('begin isolation level repeatable read');
  await holder.query('select count(*) from platform.events');
  return () => holder.end();
}
