import { describe, expect, it } from '@jest/globals';
import { rehearsable } from './drills.js';

describe('Failures that can be rehearsed', () => {
  const simulated = { NODE_ENV: 'development', CARRIER: 'simulator', PAYMENT_GATEWAY: 'simulator' } as const;

  it('are those of parties that are simulated', () => {
    expect(rehearsable(simulated)).toEqual(['carrier-down', 'gateway-slow']);
    expect(rehearsable({ ...simulated, CARRIER: 'manual' })).toEqual(['gateway-slow']);
  });

  it('are none in production, whoever is simulated there', () => {
    expect(rehearsable({ ...simulated, NODE_ENV: 'production' })).toEqual([]);
  });
});
