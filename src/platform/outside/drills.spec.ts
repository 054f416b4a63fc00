import { describe, expect, it } from '@jest/globals';
import { EventRegistry } from '../event-store/event-registry.js';
import { SubscriptionRegistry } from '../subscriptions/subscription.js';
import { rehearsable } from './drills.js';
import { Poison } from './poison.js';

describe('Failures that can be rehearsed', () => {
  const simulated = { NODE_ENV: 'development', CARRIER: 'simulator', PAYMENT_GATEWAY: 'simulator' } as const;

  it('are those of parties that are simulated, and of our own', () => {
    expect(rehearsable(simulated)).toEqual(['carrier-down', 'gateway-slow', 'poison-event']);
    expect(rehearsable({ ...simulated, CARRIER: 'manual' })).toEqual(['gateway-slow', 'poison-event']);
  });

  it('are none in production, whoever is simulated there', () => {
    expect(rehearsable({ ...simulated, NODE_ENV: 'production' })).toEqual([]);
  });

  it('stand in the way of nobody in production', () => {
    const subscription = { name: 'a.model', events: [], handle: () => Promise.resolve() };
    const foundIn = (NODE_ENV: 'development' | 'production') => {
      const registry = new SubscriptionRegistry(new EventRegistry());
      registry.add(subscription);
      const nothing = { query: <Row>() => Promise.resolve<Row[]>([]) };
      const poison = new Poison({ NODE_ENV }, nothing, registry);
      poison.of('a.model');
      poison.onModuleInit();
      return registry.get('a.model');
    };
    expect(foundIn('production')).toBe(subscription);
    expect(foundIn('development')).not.toBe(subscription);
  });
});
