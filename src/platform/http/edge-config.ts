import { RouteConfig } from '@nestjs/platform-fastify';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';

/** What the server knows of a route before its controller does. */
export interface EdgeConfig {
  /** The most its body may have, in bytes. */
  readonly maxBody?: number;
  /** Whether a body is read without a token. */
  readonly open?: boolean;
  /** Whether its handler gets the body as it came, byte by byte. */
  readonly raw?: boolean;
}

/** Adds to what other decorators of the same method have said; on a class it says nothing. */
export const edgeConfig =
  (config: EdgeConfig): ClassDecorator & MethodDecorator =>
  (target: object, key?: string | symbol, descriptor?: { readonly value?: unknown }): void => {
    if (key === undefined || typeof descriptor?.value !== 'function') return;
    const known = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, descriptor.value) as
      EdgeConfig | undefined;
    RouteConfig({ ...known, ...config })(target, key, descriptor);
  };

/**
 * Lets a route take more than the 64 KiB of all others.
 *
 * @param maxBody in bytes
 */
export const MaxBody = (maxBody: number) => edgeConfig({ maxBody });

/** For what is signed over its bytes: the handler reads them itself, and only after it has checked them. */
export const RawBody = () => edgeConfig({ raw: true });
