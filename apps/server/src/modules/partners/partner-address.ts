import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Ranges that are nobody's public address: loopback, private, link-local, shared, multicast, documentation, and their like. */
const closed4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;
const closed6 = [
  ['::', 96],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const;

const closed = new BlockList();
for (const [net, bits] of closed4) closed.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of closed6) closed.addSubnet(net, bits, 'ipv6');

export class AddressRefused extends Error {}

/** Which addresses partners may have: public ones always, others only inside the networks the operator named. */
export interface AddressRule {
  allows(address: string): boolean;
}

/** `networks` as CIDR: `10.20.0.0/16`. Throws for what is none. */
export function createAddressRule(networks: readonly string[]): AddressRule {
  const open = new BlockList();
  for (const network of networks) {
    const [net = '', bits = ''] = network.split('/');
    const family = isIP(net);
    if (family === 0 || !/^\d{1,3}$/.test(bits))
      throw new Error(`PARTNER_NETWORKS: "${network}" is no network like 10.20.0.0/16`);
    open.addSubnet(net, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  }
  return {
    allows(address) {
      // A BlockList judges an IPv4 address in IPv6 clothes (::ffff:…) as what it is.
      const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
      return open.check(address, family) || !closed.check(address, family);
    },
  };
}

/** The address of a partner's server, or null: http or https, a host, no name or password, no path, query or fragment. */
export function parsePartnerUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const plain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  return web && plain && url.pathname === '/' && url.hostname !== '' ? url : null;
}

/** Address literals are no names: they are never looked up, so they are judged here. */
export function literalAllowed(url: URL, rule: AddressRule): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 || rule.allows(host);
}

/**
 * Name → address for the connection itself: what was judged is what is connected to, so a name that answers differently a moment
 * later gains nothing.
 */
export function guardedLookup(rule: AddressRule): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const allowed = addresses.filter(({ address }) => rule.allows(address));
      const first = allowed[0];
      if (!first || allowed.length !== addresses.length)
        return callback(new AddressRefused(`${hostname} leads to an address that is not allowed`), '', 0);
      return options.all ? callback(null, allowed) : callback(null, first.address, first.family);
    });
  };
}
