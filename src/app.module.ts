import { Module, type DynamicModule } from '@nestjs/common';
import { AnalyticsModule } from './analytics/analytics.module.js';
import { CatalogModule } from './catalog/catalog.module.js';
import { ConsoleModule } from './console/console.module.js';
import { CustomersModule } from './customers/customers.module.js';
import { FulfilmentModule } from './fulfilment/fulfilment.module.js';
import { HistoryModule } from './history/history.module.js';
import { IntegrationModule } from './integration.module.js';
import { InventoryModule } from './inventory/inventory.module.js';
import { migrations } from './migrations.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { OrdersModule } from './orders/orders.module.js';
import { PaymentsModule } from './payments/payments.module.js';
import type { Config } from './platform/config.js';
import { PlatformModule, type ProcessDoes } from './platform/platform.module.js';
import { ReturnsModule } from './returns/returns.module.js';
import { ShippingModule } from './shipping/shipping.module.js';
import { WalletModule } from './wallet/wallet.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';
import { WelcomeModule } from './welcome/welcome.module.js';
import { ShopWindowModule } from './shop-window.module.js';

/** One line a room. */
const rooms = [
  CatalogModule,
  InventoryModule,
  OrdersModule,
  PaymentsModule,
  ShippingModule,
  WalletModule,
  FulfilmentModule,
  NotificationsModule,
  WebhooksModule,
  ReturnsModule,
  ShopWindowModule,
  AnalyticsModule,
  HistoryModule,
  IntegrationModule,
  WelcomeModule,
  ConsoleModule,
  CustomersModule,
];

@Module({})
export class AppModule {
  /** @param does what this process does with the database; what its role says unless told otherwise */
  static with(config: Config, does?: ProcessDoes): DynamicModule {
    const names = migrations.map(({ name }) => name);
    return { module: AppModule, imports: [PlatformModule.with(config, names, does), ...rooms] };
  }
}
