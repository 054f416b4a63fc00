import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { decides } from '../platform/cqrs/decides.js';
import { registersProblems } from '../platform/http/problems.js';
import { projects } from '../platform/read-models/read-model.js';
import { ArchiveProduct, ChangeProduct, CreateProduct, problems } from './contract.js';
import { ListProductsHandler, productList, ProductListRow } from './product-list.js';
import { archiveProduct, changeProduct, createProduct, product } from './product.decider.js';
import { GetProductHandler, GetProductsHandler } from './product.queries.js';
import { ProductsController } from './products.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([ProductListRow])],
  controllers: [ProductsController],
  providers: [
    decides(CreateProduct, product, createProduct),
    decides(ChangeProduct, product, changeProduct),
    decides(ArchiveProduct, product, archiveProduct),
    GetProductHandler,
    GetProductsHandler,
    projects(productList),
    ListProductsHandler,
    registersProblems(problems),
  ],
})
export class CatalogModule {}
