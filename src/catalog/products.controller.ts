import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import { Allow } from '../platform/http/access.js';
import { AwaitsModel } from '../platform/http/awaits-model.js';
import { By, Caller } from '../platform/http/caller.js';
import { ReadReply, WriteReply, type Shown } from '../platform/http/replies.js';
import { noBody, pointInTime, sku, type PointInTime } from '../platform/core/schemas.js';
import { GetProduct, ListProducts, productFilter, productPage, productView } from './contract.js';
import {
  ArchiveProduct,
  ChangeProduct,
  changeProductBody,
  CreateProduct,
  createProductBody,
} from './product.commands.js';
import { availabilityModel } from './product-availability.js';
import { productList } from './product-list.js';
import type { ProductState } from './product.state.js';
import { viewOf } from './product.view.js';

const location = ({ id }: Shown<ProductState>) => `/v1/products/${id}`;

@ApiTags('Catalogue')
@Controller('v1/products')
export class ProductsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Allow('operator', 'service')
  @ApiOperation({ operationId: 'createProduct', summary: 'Put a product on sale' })
  @ApiCreatedResponse({ standardSchema: productView })
  @WriteReply({ status: 201, view: viewOf, location })
  create(
    @Body({ schema: createProductBody }) body: z.output<typeof createProductBody>,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new CreateProduct(body, by));
  }

  @Patch(':sku')
  @Allow('operator', 'service')
  @ApiOperation({
    operationId: 'changeProduct',
    summary: 'Change name, description, category or price; orders keep the price they were made at',
  })
  @ApiOkResponse({ standardSchema: productView })
  @WriteReply({ status: 200, view: viewOf })
  change(
    @Param('sku', { schema: sku }) sku: string,
    @Body({ schema: changeProductBody }) body: z.output<typeof changeProductBody>,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new ChangeProduct({ sku, ...body }, by));
  }

  @Post(':sku/archive')
  @Allow('operator', 'service')
  @ApiOperation({ operationId: 'archiveProduct', summary: 'Take a product off sale for ever' })
  @ApiNoContentResponse()
  @WriteReply({ status: 204 })
  archive(
    @Param('sku', { schema: sku }) sku: string,
    @Body({ schema: noBody }) _body: unknown,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new ArchiveProduct({ sku }, by));
  }

  @Get(':sku')
  @Allow('customer', 'operator', 'service')
  @ApiOperation({ operationId: 'getProduct', summary: 'A product, now, at a version or at an instant' })
  @ApiOkResponse({ standardSchema: productView })
  @ReadReply()
  get(
    @Param('sku', { schema: sku }) sku: string,
    @Query({ schema: pointInTime }) point: PointInTime,
    @Caller() caller: Actor,
  ) {
    return this.queries.execute(new GetProduct(sku, caller, point));
  }

  @Get()
  @Allow('customer', 'operator', 'service')
  @AwaitsModel(productList, availabilityModel)
  @ApiOperation({
    operationId: 'listProducts',
    summary: 'Products on sale: those that answer a question best, or all in any order',
  })
  @ApiOkResponse({ standardSchema: productPage })
  list(@Query({ schema: productFilter }) filter: z.output<typeof productFilter>) {
    return this.queries.execute(new ListProducts(filter));
  }
}
