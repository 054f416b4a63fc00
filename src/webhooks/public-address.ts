import { lookup } from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The receiver is at an address where nothing of Waybill's may be sent. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';

  constructor(host: string) {
    super(`${host} is not a public address`);
  }
}

/** IPv6 as it is given out today; what only stands for an IPv4 address, or leads to one, lies outside or has a name. */
const globalIpv6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/** Whether an address belongs to the public internet: neither this machine, nor its network, nor anything reserved. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const real = ipaddr.process(address);
  if (real.range() !== 'unicast') return false;
  return real.kind() === 'ipv4' || (real as ipaddr.IPv6).match(globalIpv6);
}

/** @throws AddressRefused for an address that is written out; a name is looked at when it is resolved */
export function refuseLiteral(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublic(host)) throw new AddressRefused(host);
}

type Callback = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * Resolves a name for the connection that is about to be made: it goes to the very addresses that were looked at here,
 * so a name cannot be public when it is checked and private when it is used. One private address among several spoils all.
 */
export function publicLookup(hostname: string, options: LookupOptions, callback: Callback): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    if (!addresses.every(({ address }) => isPublic(address)))
      return callback(new AddressRefused(hostname), []);
    if (options.all === true) return callback(null, addresses);
    const [first] = addresses;
    callback(null, first!.address, first!.family);
  });
}
