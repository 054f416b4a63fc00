import { Module } from '@nestjs/common';
import { catalogPublications } from './catalog/catalog.kafka.js';
import { InventoryConsumer, inventoryPublications } from './inventory/inventory.kafka.js';
import { orderPublications, OrdersConsumer } from './orders/orders.kafka.js';
import { customerPublications } from './customers/customers.kafka.js';
import { gatewayQuestions } from './payments/gateway/kafka-gateway.js';
import { PaymentsConsumer, paymentPublications } from './payments/payments.kafka.js';
import { KafkaHttpModule } from './platform/kafka/kafka-http.module.js';
import { KafkaModule } from './platform/kafka/kafka.module.js';
import { carrierQuestions } from './shipping/carrier/kafka-carrier.js';
import { ShippingConsumer, shippingPublications } from './shipping/shipping.kafka.js';
import { walletPublications } from './wallet/wallet.kafka.js';

/** Everything that leaves for Kafka; `contracts/` is generated from it. */
export const publications = [
  ...catalogPublications,
  ...inventoryPublications,
  ...orderPublications,
  ...paymentPublications,
  ...shippingPublications,
  ...walletPublications,
  ...customerPublications,
];

/** Everything that is asked of a payment service and a carrier, when those are reached over Kafka. */
export const questions = [...Object.values(gatewayQuestions), ...Object.values(carrierQuestions)];

/** Waybill and the systems around it. With an empty KAFKA_BROKERS nothing in here does anything. */
@Module({
  imports: [KafkaModule.with({ publications, questions }), KafkaHttpModule],
  controllers: [OrdersConsumer, InventoryConsumer, PaymentsConsumer, ShippingConsumer],
})
export class IntegrationModule {}
