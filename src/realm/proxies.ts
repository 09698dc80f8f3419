/** Knows every Proxy made in this realm, so that a preview never wakes a trap. */
import { apply, construct, define, NativeProxy, NativeTypeError, SafeWeakMap } from './primordials';

const proxies = new SafeWeakMap<object, true>();

export function isProxy(value: object): boolean {
  return proxies.get(value) === true;
}

/** Puts a Proxy constructor in the global's place that notes what it makes. Behaves and looks like the native one. */
export function watchProxies(disguise: (wrapper: object, native: object) => void): void {
  const nativeRevocable = NativeProxy.revocable;
  function Proxy(this: unknown, target: object, handler: ProxyHandler<object>): object {
    if ((new.target as unknown) === undefined)
      throw new NativeTypeError("Constructor Proxy requires 'new'");
    const proxy: object = construct(NativeProxy, [target, handler]);
    proxies.set(proxy, true);
    return proxy;
  }
  const revocable = {
    revocable(target: object, handler: ProxyHandler<object>): object {
      const pair = apply(nativeRevocable, NativeProxy, [target, handler]) as { proxy: object };
      proxies.set(pair.proxy, true);
      return pair;
    },
  }.revocable;
  disguise(Proxy, NativeProxy);
  disguise(revocable, nativeRevocable);
  // The native has none; a function's own can be emptied, not deleted.
  Proxy.prototype = undefined;
  define(Proxy, 'revocable', revocable);
  define(globalThis, 'Proxy', Proxy);
}
