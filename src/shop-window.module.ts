import { Module } from '@nestjs/common';
import { productAvailability } from './catalog/product-availability.js';
import { stockMovements } from './inventory/contract.js';
import { readModel } from './platform/read-models/read-models.js';

/** The catalogue shows what is in stock, and neither room knows the other: they are joined here. */
@Module({ imports: [readModel(productAvailability(stockMovements))] })
export class ShopWindowModule {}
