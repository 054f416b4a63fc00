import { choice, days, isWithoutTls, list, milliseconds, text, url, whole } from './setting-kinds.js';

const secretKey = /^(sk|rk)_\w+$/;

/** Who takes payments, and how long they may take. */
export const paymentSettings = {
  PAYMENT_GATEWAY: choice(['simulator', 'stripe', 'kafka'], 'simulator', 'who takes payments'),
  GATEWAY_TIMEOUT_MS: milliseconds(5000, 'deadline of one call to the payment gateway'),
  GATEWAY_SLOTS: whole(1, 1000, 32, 'saga steps that are busy with the payment gateway at once'),
  STRIPE_SECRET_KEY: {
    schema: text.regex(secretKey).optional(),
    expected: 'a secret or restricted key of Stripe, sk_... or rk_...',
    example: 'rk_live_...',
    about: 'with which Stripe is asked; it may write payment intents and refunds',
    secret: true,
  },
  STRIPE_API_URL: {
    schema: url('https:', 'http:').default('https://api.stripe.com'),
    expected: 'an http(s) URL',
    example: 'https://api.stripe.com',
    about: 'where Stripe is',
  },
  STRIPE_WEBHOOK_SECRET: {
    schema: list.optional(),
    expected: 'whsec_...; several separated by commas while one takes the place of another',
    example: 'whsec_...',
    about:
      'with which Stripe signs what it tells; empty: nothing is taken from it, and outcomes are looked up',
    secret: true,
  },
  SIMULATOR_WEBHOOK_SECRET: {
    schema: text.default('simulated'),
    expected: 'text',
    example: 'simulated',
    about: 'with which the simulated bank signs what it tells; it tells nothing in production',
    secret: true,
  },
  RETENTION_PROVIDER_MESSAGES_DAYS: days(
    4,
    30,
    'for what payment providers told; they repeat it for three days',
  ),

  PAYMENT_PATIENCE_SECONDS: whole(
    1,
    2_592_000,
    900,
    'how long a payment by card or wallet may stay open before the order is cancelled',
  ),
  PAYMENT_PATIENCE_PAYPAL_SECONDS: whole(1, 2_592_000, 10_800, 'the same for paypal'),
  PAYMENT_PATIENCE_CRYPTO_SECONDS: whole(1, 2_592_000, 7_200, 'the same for crypto'),
  PAYMENT_PATIENCE_BANK_TRANSFER_SECONDS: whole(
    1,
    7_776_000,
    604_800,
    'the same for a bank transfer, which takes days; weekends count',
  ),
} as const;

interface PaymentConfig {
  readonly PAYMENT_GATEWAY: string;
  readonly STRIPE_SECRET_KEY?: string;
  readonly STRIPE_API_URL: string;
}
type Demand = (right: boolean, name: keyof PaymentConfig, expected: string) => unknown;

/** What the settings of payments ask of each other. */
export function demandOfPayments(config: PaymentConfig, demand: Demand, production: boolean): void {
  if (config.PAYMENT_GATEWAY !== 'stripe') return;
  demand(!!config.STRIPE_SECRET_KEY, 'STRIPE_SECRET_KEY', 'set, because PAYMENT_GATEWAY is stripe');
  demand(!production || !isWithoutTls(config.STRIPE_API_URL), 'STRIPE_API_URL', 'https in production');
}
