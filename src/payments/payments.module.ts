import { listedBy, paymentsAndProvider, providerAndPayments } from './books.js';
import { simulatedList } from './gateway/simulated-list.js';
import { reconciles } from '../platform/reconciliation/comparison.js';
import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { aggregate } from '../platform/cqrs/aggregate.js';
import { Database } from '../platform/event-store/database.js';
import { retains } from '../platform/retention/retention.js';
import { chargeRetention } from './gateway/charge-retention.js';
import { registersProblems } from '../platform/problems.js';
import { Asking } from '../platform/kafka/asking.js';
import { needsAttention } from '../platform/ops/attention.js';
import { SimulatedWorld } from '../platform/outside/simulated-world.js';
import { problems } from './contract.js';
import { RecordPayment, RecordPayout, ReturnSurplus } from './payment.commands.js';
import { absentGateway, PAYMENT_GATEWAY } from './gateway/payment-gateway.js';
import { KafkaGateway } from './gateway/kafka-gateway.js';
import { knownTo, stripeBooks } from './gateway/stripe/stripe-books.js';
import { stripeClient } from './gateway/stripe/stripe-client.js';
import { StripeGateway } from './gateway/stripe/stripe-gateway.js';
import { SimulatedGateway } from './gateway/simulated-gateway.js';
import { SimulatedChargesController } from './gateway/simulator.controller.js';
import { inFulfilment, IssueRefundHandler } from './issue-refund.handler.js';
import { messageRetention } from './messages/message-retention.js';
import { PROVIDERS, type Provider } from './messages/provider.js';
import { ProviderMessages } from './messages/provider-messages.js';
import { ProviderMessagesController } from './messages/provider-messages.controller.js';
import { SimulatedMessages } from './messages/simulated-messages.js';
import { StripeMessages } from './messages/stripe-messages.js';
import { byHand, MoneyByHand } from './money-by-hand.js';
import { OpenRefunds } from './open-refunds.js';
import { paymentWorld } from './payment-world.js';
import { payment, recordPayment } from './payment.decider.js';
import { recordPayout } from './payment.payout.js';
import { returnSurplus } from './payment.surplus.js';
import { FindUnsettledHandler, GetPaymentHandler, ListOrderPaymentsHandler } from './payment.queries.js';
import { PaymentsController } from './payments.controller.js';
import { PaymentsLive } from './payments.live.js';
import { RefundPaymentHandler } from './refund-payment.handler.js';
import { refundTroubles } from './refund-troubles.js';
import { Refunds } from './refunds.js';
import { TakePaymentHandler } from './take-payment.handler.js';
import {
  LowerPaymentHandler,
  SettlePaymentHandler,
  takesAtOnce,
  WalletPayments,
  WhyNotAcceptedHandler,
} from './wallet-payments.js';

@Module({
  controllers: [PaymentsController, ProviderMessagesController, SimulatedChargesController],
  providers: [
    reconciles({
      inject: [Database, CONFIG],
      useFactory: (database: Database, config: Config) => {
        if (config.PAYMENT_GATEWAY === 'stripe') return stripeBooks(database, stripeClient(config));
        return config.PAYMENT_GATEWAY === 'simulator'
          ? paymentsAndProvider(database, simulatedList(database))
          : undefined;
      },
    }),
    reconciles({
      inject: [Database, CONFIG],
      useFactory: (database: Database, config: Config) => {
        if (config.PAYMENT_GATEWAY === 'stripe') {
          return providerAndPayments(database, knownTo(stripeClient(config)));
        }
        return config.PAYMENT_GATEWAY === 'simulator'
          ? providerAndPayments(database, listedBy(simulatedList(database)))
          : undefined;
      },
    }),
    ...aggregate(payment, {
      commands: [
        [RecordPayment, recordPayment],
        [RecordPayout, recordPayout],
        [ReturnSurplus, returnSurplus],
      ],
    }),
    WalletPayments,
    takesAtOnce,
    SettlePaymentHandler,
    LowerPaymentHandler,
    WhyNotAcceptedHandler,
    FindUnsettledHandler,
    TakePaymentHandler,
    RefundPaymentHandler,
    IssueRefundHandler,
    inFulfilment,
    GetPaymentHandler,
    ListOrderPaymentsHandler,
    Refunds,
    OpenRefunds,
    PaymentsLive,
    paymentWorld,
    SimulatedWorld,
    SimulatedGateway,
    {
      provide: PAYMENT_GATEWAY,
      inject: [CONFIG, SimulatedGateway, { token: Asking, optional: true }],
      useFactory: (config: Config, simulated: SimulatedGateway, asking?: Asking) => {
        if (config.PAYMENT_GATEWAY === 'simulator') return simulated;
        if (config.PAYMENT_GATEWAY === 'stripe') return new StripeGateway(stripeClient(config));
        return asking ? new KafkaGateway(asking) : absentGateway;
      },
    },
    ...chargeRetention.map(retains),
    retains(messageRetention),
    ProviderMessages,
    {
      provide: PROVIDERS,
      inject: [CONFIG],
      useFactory: (config: Config): readonly Provider[] => {
        if (config.PAYMENT_GATEWAY === 'simulator') {
          return config.NODE_ENV === 'production'
            ? []
            : [new SimulatedMessages(config.SIMULATOR_WEBHOOK_SECRET)];
        }
        const { STRIPE_WEBHOOK_SECRET: secrets } = config;
        return config.PAYMENT_GATEWAY === 'stripe' && secrets
          ? [new StripeMessages(stripeClient(config), secrets)]
          : [];
      },
    },
    MoneyByHand,
    ...byHand,
    registersProblems(problems),
    needsAttention({ inject: [Database], useFactory: refundTroubles }),
  ],
})
export class PaymentsModule {}
