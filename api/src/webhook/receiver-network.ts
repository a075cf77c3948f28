import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { AddressRefusal } from '@congvu/schema/errors';
import ipaddr from 'ipaddr.js';

/** How receivers of webhooks are found from this process. */
export interface ReceiverNetwork {
  /** Host names, lower case, that the office itself names as its own receivers: their addresses are not looked at, http is allowed. */
  readonly hosts: ReadonlySet<string>;
  /** Addresses of a name; the system’s own resolver unless a test answers. */
  readonly lookup: LookupFunction;
}

export function receiverNetwork(hosts: readonly string[]): ReceiverNetwork {
  return { hosts: new Set(hosts.map((host) => host.toLowerCase())), lookup: lookup as LookupFunction };
}

/** Ports below this belong to the system’s services: none of them is a receiver, but for those of the web. */
const SYSTEM_PORTS = 1_024;
const WEB_PORTS: readonly string[] = ['', '80', '443'];

/** A host as a resolver and a list of names take it: IPv6 without its brackets, no dot at the end. */
export function hostOf(url: URL): string {
  return url.hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
}

/**
 * Why nothing is sent to this address; null where it may be. The name is resolved, and each of its addresses must be one of the
 * public internet: private, loopback, link-local, unique-local, mapped, documentation and multicast ones are not.
 *
 * What a name answers now it need not answer later: the very address is checked again when it is connected to (post-message.ts).
 */
export async function refuseAddress(text: string, network: ReceiverNetwork): Promise<AddressRefusal | null> {
  const url = new URL(text);
  const host = hostOf(url);
  const isNamed = network.hosts.has(host);
  if (url.protocol !== 'https:' && !(isNamed && url.protocol === 'http:')) return 'NOT_HTTPS';
  if (url.username !== '' || url.password !== '') return 'USER_INFO';
  if (!WEB_PORTS.includes(url.port) && Number(url.port) < SYSTEM_PORTS) return 'PORT';
  if (isNamed) return null;
  const addresses = isIP(host) === 0 ? await resolve(host, network) : [host];
  if (addresses.length === 0) return 'UNRESOLVED';
  return addresses.every(isPublic) ? null : 'PRIVATE';
}

/** Whether an address is one of the public internet. */
function isPublic(address: string): boolean {
  // Anything but "unicast" has a purpose of its own, also an IPv4 address written as IPv6.
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'unicast';
}

function resolve(host: string, network: ReceiverNetwork): Promise<readonly string[]> {
  return new Promise((done) => {
    network.lookup(host, { all: true }, (error, addresses) => {
      // With `all` a resolver answers a list; a name it does not know is an error.
      done(error ? [] : (addresses as LookupAddress[]).map(({ address }) => address));
    });
  });
}
