import { randomUUID } from 'node:crypto';

const page = (get, toSee, see = Boolean) => ({ get, as: 'nobody', see, toSee });

export const system = {
  name: 'system',
  title: 'Health, metrics, and what the server says about itself',
  about: `Everything a platform, a monitor, and somebody who writes a client need.`,
  async walk(tour) {
    await tour.step('The start page', page('/', 'what to try first', /<html/i));
    await tour.step('Is it alive?', page('/health/live', '200'));
    await tour.step('Can it work?', page('/health/ready', '200: database, schema, subscriptions'));
    await tour.step('Numbers for Prometheus', {
      ...{ get: '/metrics', see: /^# HELP /m, toSee: 'counters, gauges, durations' },
    });
    await tour.step('The API for machines', page('/openapi.json', 'OpenAPI 3.1', { openapi: /^3\.1/ }));
    await tour.step('The API to try in a browser', page('/docs', 'Swagger UI', /<html/i));
    await tour.step('Every error there is', page('/problems', 'a list', Boolean));
    await tour.step('One of them: what it means, what to do', {
      ...page('/problems/account.insufficient-funds', 'what happened and what to do', {
        fix: Boolean,
        status: 409,
      }),
    });
    await tour.step('What is not there', {
      ...{
        get: '/v1/nothing',
        status: 404,
        header: { 'content-type': /problem\+json/ },
        toSee: '404, a problem',
      },
    });
  },
};

export const contracts = {
  name: 'contracts',
  title: 'Events on Kafka',
  about: `With KAFKA_BROKERS set, every event is published as a CloudEvent. What is published is a contract: AsyncAPI and a
    JSON schema for each type. npm run kafka starts a broker; docs/kafka.md has a consumer.`,
  async walk(tour) {
    const { body } = await tour.step('The events for machines', {
      ...page('/asyncapi.json', 'AsyncAPI 3', { asyncapi: /^3/ }),
    });
    await tour.step('The events to read', page('/asyncapi', 'a page', /<html/i));
    const topic = 'waybill.orders.v1';
    await tour.step('The schema of one', {
      ...page(`/contracts/${topic}/waybill.order.shipped.json`, 'JSON Schema', { $schema: /json-schema/ }),
      why: `${Object.keys(body.channels ?? {}).length} topics; ce_dataschema of each record points to its schema.`,
    });
    await tour.step('How the connection is', {
      ...{ get: '/v1/ops/kafka', see: { enabled: (is) => typeof is === 'boolean', groupId: Boolean } },
      toSee: 'whether it is on, and the state of consumer and producer',
    });
    await tour.step('What could not be handled', {
      ...{
        get: '/v1/ops/dead-letters?state=open',
        see: { items: Array.isArray },
        toSee: 'dead letters; none on a good day',
      },
    });
    for (const verb of ['replay', 'discard'])
      await tour.step(`One of them: ${verb}`, {
        ...{ post: `/v1/ops/dead-letters/${randomUUID()}/${verb}`, key: false, body: { reason: 'the tour' } },
        ...{ status: 404, toSee: '404: there is no such dead letter' },
      });
  },
};
