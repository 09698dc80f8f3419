/** The three calls of jQuery that the seed's samples make: find, `get`, and listening by `on` or `bind`. */
import { NativeTypeError, push } from '../../primordials';

type Handler = (event: Event) => void;

interface Found {
  readonly length: number;
  get(index: number): EventTarget | undefined;
  on(event: string, handler: Handler): Found;
  bind(event: string, handler: Handler): Found;
}

export function $(what: string | EventTarget): Found {
  const elements: EventTarget[] = [];
  if (typeof what === 'string') {
    const found = document.querySelectorAll(what);
    for (let i = 0; i < found.length; i++) push(elements, found[i] as Element);
  } else if (typeof what === 'object') push(elements, what);
  else throw new NativeTypeError('$ takes a selector or an element. Call it so: $("#button")');
  const found: Found = {
    length: elements.length,
    get: (index) => (index < elements.length ? elements[index] : undefined),
    on(event, handler) {
      for (let i = 0; i < elements.length; i++) elements[i]?.addEventListener(event, handler);
      return found;
    },
    bind: (event, handler) => found.on(event, handler),
  };
  return found;
}
