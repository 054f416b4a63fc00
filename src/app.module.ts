import { Module, type DynamicModule } from '@nestjs/common';
import { CatalogModule } from './catalog/catalog.module.js';
import { FulfilmentModule } from './fulfilment/fulfilment.module.js';
import { IntegrationModule } from './integration.module.js';
import { InventoryModule } from './inventory/inventory.module.js';
import { migrations } from './migrations.js';
import { OrdersModule } from './orders/orders.module.js';
import { PaymentsModule } from './payments/payments.module.js';
import type { Config } from './platform/config.js';
import { PlatformModule } from './platform/platform.module.js';
import { ShippingModule } from './shipping/shipping.module.js';

/** One line a room. */
const rooms = [
  CatalogModule,
  InventoryModule,
  OrdersModule,
  PaymentsModule,
  ShippingModule,
  FulfilmentModule,
  IntegrationModule,
];

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    const names = migrations.map(({ name }) => name);
    return { module: AppModule, imports: [PlatformModule.with(config, names), ...rooms] };
  }
}
