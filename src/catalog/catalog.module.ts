import { Module } from '@nestjs/common';
import { aggregate } from '../platform/cqrs/aggregate.js';
import { registersProblems } from '../platform/problems.js';
import { readModel } from '../platform/read-models/read-models.js';
import { problems } from './contract.js';
import { ArchiveProduct, ChangeProduct, CreateProduct } from './product.commands.js';
import { knownWords } from './known-words.js';
import { productList } from './product-list.js';
import { ListProductsHandler } from './product-search.js';
import { archiveProduct, changeProduct, createProduct, product } from './product.decider.js';
import { GetProductHandler, GetProductsHandler } from './product.queries.js';
import { ProductsController } from './products.controller.js';

@Module({
  imports: [readModel(productList), readModel(knownWords)],
  controllers: [ProductsController],
  providers: [
    ...aggregate(product, {
      commands: [
        [CreateProduct, createProduct],
        [ChangeProduct, changeProduct],
        [ArchiveProduct, archiveProduct],
      ],
    }),
    GetProductHandler,
    GetProductsHandler,
    ListProductsHandler,
    registersProblems(problems),
  ],
})
export class CatalogModule {}
