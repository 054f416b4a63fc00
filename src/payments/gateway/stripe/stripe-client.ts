import Stripe from 'stripe';
import type { Config } from '../../../platform/config.js';

/** Each request is made once, in time: what is asked again, and when, is decided by whoever leads the payment. */
export function stripeClient(
  config: Pick<Config, 'STRIPE_SECRET_KEY' | 'STRIPE_API_URL' | 'GATEWAY_TIMEOUT_MS'>,
): Stripe {
  const { hostname, port, protocol } = new URL(config.STRIPE_API_URL);
  return new Stripe(config.STRIPE_SECRET_KEY!, {
    host: hostname,
    ...(port && { port }),
    protocol: protocol === 'http:' ? 'http' : 'https',
    timeout: config.GATEWAY_TIMEOUT_MS,
    maxNetworkRetries: 0,
    telemetry: false,
    appInfo: { name: 'Waybill' },
  });
}
