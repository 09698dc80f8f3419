/**
 * The wiring figure: a value in the middle, big-endian memory above it on straight wires, little-endian memory below
 * it on crossing ones. Any value can be typed, and any byte typed over. Drawn at build; alive on intent.
 */
import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { formatFull, formatHex } from '../../core/bytes/format';
import { endiannessText } from '../../i18n/endianness';
import { textFor, type Locale } from '../../i18n/locale';
import { byteOf, light } from './lights';
import { MemoryRow } from './MemoryRow';
import {
  formatAddress,
  WIRED_BITS,
  WIRED_FAMILIES,
  WIRED_KINDS,
  wiringOf,
  type WiredByte,
  type WiredName,
  type Wiring,
} from './model';
import { ValueBar, type Example } from './ValueBar';
import { ValueRow } from './ValueRow';
import { Wires } from './Wires';
import {
  bitsOfName,
  chosen,
  familyOfName,
  openingState,
  poked,
  typed,
  type WiringState,
} from './wiring-state';
import './endianness.css';

export interface EndiannessProps {
  /** As a reader would type it: `0x12345678`. */
  readonly value: string;
  readonly kind: WiredName;
  readonly examples?: readonly Example[];
  readonly locale: Locale;
}

const NO_EXAMPLES: readonly Example[] = [];
const noSubscription = () => () => undefined;

export function Endianness({ value, kind, examples = NO_EXAMPLES, locale }: EndiannessProps) {
  const text = textFor(endiannessText, locale);
  const [state, setState] = useState(() => openingState(value, kind));
  const [pinned, setPinned] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const [touched, setTouched] = useState(false);
  const hydrated = useSyncExternalStore(
    noSubscription,
    () => true,
    () => false,
  );
  const figure = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const noteId = useId();
  const captionId = useId();
  const wiring = useMemo(() => wiringOf(state.bytes, WIRED_KINDS[state.name]), [state]);
  const numberText = useCallback(
    (number: number | bigint) =>
      wiring.family === 'f' ? formatFull(number) : text.integer(number),
    [text, wiring.family],
  );

  /** Lit: what the pointer is on, else what has the focus, else what is pinned. */
  const pointed = useRef<number | null>(null);
  const focused = useRef<number | null>(null);
  const relight = useCallback(() => {
    if (figure.current) light(figure.current, pointed.current ?? focused.current ?? pinned);
  }, [pinned]);
  useEffect(relight);

  useEffect(() => {
    if (pinned === null) return;
    const unpin = ({ target }: PointerEvent) => {
      if (!(target instanceof Node) || !figure.current?.contains(target)) setPinned(null);
    };
    document.addEventListener('pointerdown', unpin);
    return () => {
      document.removeEventListener('pointerdown', unpin);
    };
  }, [pinned]);

  const show = (next: WiringState, say: boolean) => {
    setState(next);
    setTouched(true);
    if (next.name !== state.name) setPinned(null);
    if (say) setSaid(sentenceOf(next));
  };
  const sentenceOf = (next: WiringState): string => {
    if (next.refusal) return text.refusals[next.refusal];
    const { value: number, family } = wiringOf(next.bytes, WIRED_KINDS[next.name]);
    const whole = { start: 0, end: next.bytes.length };
    return text.stored(
      family === 'f' ? formatFull(number) : text.integer(number),
      formatHex(next.bytes, whole),
      formatHex(next.bytes.toReversed(), whole),
    );
  };
  const poke = (byte: WiredByte, to: number, order: 'big' | 'little', address: number) => {
    const next = poked(state, byte.index, to);
    show(next, false);
    const after = wiringOf(next.bytes, WIRED_KINDS[next.name]);
    const hex = after.bytes[byte.index]?.hex ?? '';
    setSaid(text.poked(hex, order, formatAddress(address), numberText(after.value)));
  };
  const tryOut = (example: Example) => {
    show(openingState(example.value, example.kind), true);
  };

  // What was typed or pressed before this code had loaded counts too.
  const act = useRef<(action: string) => void>(() => undefined);
  useEffect(() => {
    act.current = (action) => {
      const [what, which = ''] = action.split(':');
      const example = examples[Number(which)];
      const family = WIRED_FAMILIES.find((each) => each === which);
      const bits = WIRED_BITS.find((each) => String(each) === which);
      if (what === 'try' && example) tryOut(example);
      if (family) show(chosen(state, family, bitsOfName(state.name)), true);
      if (bits) show(chosen(state, familyOfName(state.name), bits), true);
    };
  });
  useEffect(() => {
    const early = input.current?.value;
    if (early !== undefined) setState((now) => (early === now.text ? now : typed(now, early)));
    const island = figure.current?.closest('astro-island');
    const onIntent = (event: Event) => {
      if (event instanceof CustomEvent) act.current((event.detail as { action: string }).action);
    };
    island?.addEventListener('bytescope:intent', onIntent);
    return () => island?.removeEventListener('bytescope:intent', onIntent);
  }, []);

  const note = state.refusal
    ? text.refusals[state.refusal]
    : state.note
      ? text.notes[state.note](numberText(wiring.value), wiring.byteSize * 8)
      : touched
        ? sentenceOf(state)
        : text.hint;

  return (
    <figure
      ref={figure}
      className="endian wide"
      aria-label={text.label(wiring.hex)}
      data-hydrated={hydrated || undefined}
      onPointerOver={({ target }) => {
        pointed.current = byteOf(target);
        relight();
      }}
      onPointerLeave={() => {
        pointed.current = null;
        relight();
      }}
      onFocus={({ target }) => {
        focused.current = byteOf(target);
        relight();
      }}
      onBlur={() => {
        focused.current = null;
        relight();
      }}
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return;
        setPinned(null);
        pointed.current = focused.current = null;
        relight();
      }}
    >
      <ValueBar
        value={state.text}
        name={state.name}
        isRefused={state.refusal !== null}
        noteId={noteId}
        inputRef={input}
        examples={examples}
        text={text}
        onType={(next) => {
          show(typed(state, next), false);
        }}
        onDone={() => {
          if (touched) setSaid(note);
        }}
        onChoose={(family, bits) => {
          show(chosen(state, family, bits), true);
        }}
        onTry={tryOut}
      />
      <p className={`en-note${state.refusal ? ' refused' : ''}`} id={noteId}>
        {note}
      </p>
      <div className={`en-grid ${wiring.family}`} data-bytes={wiring.byteSize}>
        <Side order="big" title={text.orders.big.title} about={text.orders.big.about}>
          <Call suffix={wiring.suffix} address={0} little={false} />
        </Side>
        <Readings wiring={wiring} order="big" labels={text.readings} numberText={numberText} />
        <div className="en-core">
          <MemoryRow
            wiring={wiring}
            order="big"
            address={0}
            text={text}
            onPoke={(byte, to, address) => {
              poke(byte, to, 'big', address);
            }}
          />
          <Wires order="big" count={wiring.byteSize} />
          <ValueRow
            wiring={wiring}
            text={text}
            pinned={pinned}
            onPin={setPinned}
            onPoke={(byte, to) => {
              poke(byte, to, 'big', byte.bigOffset);
            }}
          />
          <Wires order="little" count={wiring.byteSize} />
          <MemoryRow
            wiring={wiring}
            order="little"
            address={wiring.byteSize}
            text={text}
            onPoke={(byte, to, address) => {
              poke(byte, to, 'little', address);
            }}
          />
        </div>
        <div className="en-mid">
          <h3>{text.value}</h3>
          <p>{text.aboutValue}</p>
        </div>
        <dl className="en-read value">
          <div>
            <dt>{text.hex}</dt>
            <dd>{wiring.hex}</dd>
          </div>
          <div>
            <dt>{text.decimal}</dt>
            <dd>{numberText(wiring.value)}</dd>
          </div>
        </dl>
        <Side order="little" title={text.orders.little.title} about={text.orders.little.about}>
          <Call suffix={wiring.suffix} address={wiring.byteSize} little />
        </Side>
        <Readings wiring={wiring} order="little" labels={text.readings} numberText={numberText} />
      </div>
      <figcaption className="vh" id={captionId}>
        {text.caption(wiring.hex)}
      </figcaption>
      <span className="vh" role="status">
        {said}
      </span>
    </figure>
  );
}

interface SideProps {
  readonly order: 'big' | 'little';
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

function Side({ order, title, about, children }: SideProps) {
  return (
    <div className={`en-side ${order}`}>
      <h3>{title}</h3>
      <p>{about}</p>
      {children}
    </div>
  );
}

interface CallProps {
  readonly suffix: string;
  readonly address: number;
  readonly little: boolean;
}

/** The call that stores the value so. */
function Call({ suffix, address, little }: CallProps) {
  return (
    <code className="en-call">
      <span className="d">dv</span>.set{suffix}({address}, v{little && ', '}
      {little && <b>true</b>})
    </code>
  );
}

interface ReadingsProps {
  readonly wiring: Wiring;
  readonly order: 'big' | 'little';
  readonly labels: Readonly<Record<'big' | 'little', string>>;
  readonly numberText: (value: number | bigint) => string;
}

/** What a reader finds who takes these bytes in the order they were written in, and in the other. */
function Readings({ wiring, order, labels, numberText }: ReadingsProps) {
  const other = order === 'big' ? 'little' : 'big';
  return (
    <dl className={`en-read ${order}`}>
      <div>
        <dt>{labels[order]}</dt>
        <dd>{numberText(wiring.value)}</dd>
      </div>
      <div>
        <dt>{labels[other]}</dt>
        <dd className={wiring.isPalindrome ? undefined : 'wrong'}>{numberText(wiring.swapped)}</dd>
      </div>
    </dl>
  );
}
