import { RouteConfig } from '@nestjs/platform-fastify';

/**
 * Lets a route take more than the 64 KiB of all others.
 *
 * @param bytes the most its body may have
 */
export const MaxBody = (bytes: number) => RouteConfig({ maxBody: bytes });
