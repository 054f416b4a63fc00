import { describe, expect, it } from '@jest/globals';
import { AddressRefused, isPublic, publicLookup, refuseLiteral } from './public-address.js';

describe('Where a webhook may go', () => {
  it.each(['93.184.215.14', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450:4001:82f::200e'])(
    '%s is public',
    (address) => expect(isPublic(address)).toBe(true),
  );

  it.each([
    ...['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '100.64.0.1', '192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1'],
    ...['203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fc00::1'],
    ...['fd12:3456::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:a00:1', '::127.0.0.1', '64:ff9b::7f00:1'],
    ...['2002:7f00:1::', '2001:0:7f00:1::', '2001:db8::1', 'fec0::1', '100::1', 'localhost', ''],
  ])('%s is not', (address) => expect(isPublic(address)).toBe(false));

  it.each([
    ...['http://127.0.0.1/', 'http://0x7f.1/', 'http://2130706433/', 'http://017700000001/', 'http://[::1]/'],
    ...['http://[::ffff:10.0.0.1]/', 'http://0/', 'http://127.1:8080/', 'https://169.254.169.254/latest'],
  ])('refuses %s however it is spelled', (url) => {
    expect(() => refuseLiteral(new URL(url))).toThrow(AddressRefused);
  });

  it('refuses a name that leads to this machine when it is resolved, for one address and for all', async () => {
    for (const all of [true, false]) {
      const error = await new Promise((resolve) => publicLookup('localhost', { all }, resolve));
      expect(error).toBeInstanceOf(AddressRefused);
    }
  });
});
