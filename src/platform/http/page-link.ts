import type { FastifyReply, FastifyRequest } from 'fastify';

/** RFC 8288: where the page after this one is, for programs that follow links instead of cursors. */
export function linkNext({ url }: FastifyRequest, reply: FastifyReply, view: unknown): void {
  const cursor = (view as { readonly nextCursor?: unknown } | null | undefined)?.nextCursor;
  if (typeof cursor !== 'string') return;
  // Only the first question mark ends the path; in a query it is a letter.
  const [path = ''] = url.split('?', 1);
  const next = new URLSearchParams(url.slice(path.length));
  next.set('cursor', cursor);
  reply.header('Link', `<${path}?${next.toString()}>; rel="next"`);
}
