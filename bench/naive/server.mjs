/**
 * What a good team writes in an afternoon: Nest on Fastify, a zod schema, one commit with `repository.save` (or one
 * insert with ?plain). No events, no idempotency, no rules.
 */
import 'reflect-metadata';
import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { DataSource, EntitySchema } from 'typeorm';
import { z } from 'zod';

const draft = z.object({
  customerId: z.uuid(),
  currency: z.string().length(3),
  items: z.array(z.object({ sku: z.string(), quantity: z.int().positive() })).min(1),
  shippingAddress: z.record(z.string(), z.string()),
  paymentMethod: z.object({ type: z.string(), token: z.string() }),
});
const Order = new EntitySchema({
  name: 'naive_orders',
  columns: {
    id: { type: 'uuid', primary: true },
    status: { type: 'text' },
    body: { type: 'json' },
    createdAt: { type: 'timestamptz', createDate: true },
  },
});
const source = new DataSource({
  type: 'postgres',
  url: process.env.DATABASE_URL,
  entities: [Order],
  synchronize: true,
  poolSize: 20,
});
await source.initialize();
const orders = source.getRepository(Order);

class Orders {
  async place(body, query) {
    const order = { id: randomUUID(), status: 'draft', body: draft.parse(body) };
    if ('plain' in query) {
      await source.query('insert into naive_orders (id, status, body) values ($1, $2, $3)', [
        order.id,
        order.status,
        JSON.stringify(order.body),
      ]);
    } else await orders.save(order);
    return order;
  }
  one(id) {
    return orders.findOneBy({ id });
  }
  async list() {
    return { items: await orders.find({ order: { createdAt: 'DESC' }, take: 20 }) };
  }
}

const on = (method, route, ...parameters) => {
  route(Orders.prototype, method, Object.getOwnPropertyDescriptor(Orders.prototype, method));
  parameters.forEach((parameter, at) => parameter(Orders.prototype, method, at));
};
Controller('v1/orders')(Orders);
on('place', Post(), Body(), Query());
on('one', Get(':id'), Param('id'));
on('list', Get());
class Naive {}
Module({ controllers: [Orders] })(Naive);

const app = await NestFactory.create(Naive, new FastifyAdapter(), { logger: ['error'] });
await app.listen(Number(process.env.PORT), '127.0.0.1');
process.send?.('listening');
