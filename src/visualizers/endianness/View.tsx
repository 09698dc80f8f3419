/**
 * The wiring figure: a value in the middle, big-endian memory above it on straight wires, little-endian memory below
 * it on crossing ones. Any value can be typed, and any byte typed over. Drawn at build; alive on intent.
 */
import { useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { formatHex } from '../../core/bytes/format';
import { endiannessText, type EndiannessText } from '../../i18n/endianness';
import { textFor, type Locale } from '../../i18n/locale';
import { MemoryRow } from './MemoryRow';
import {
  formatAddress,
  WIRED_BITS,
  WIRED_FAMILIES,
  WIRED_KINDS,
  wiringOf,
  type WiredByte,
  type WiredName,
} from './model';
import { numberWriter, Readings, Side, ValueReading } from './Sides';
import { useEarlyActs } from './use-early-acts';
import { useLights } from './use-lights';
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
  const wiring = useMemo(() => wiringOf(state.bytes, WIRED_KINDS[state.name]), [state]);
  const lights = useLights(figure, pinned);
  const note = noteOf(state, touched, text);

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

  const show = (next: WiringState) => {
    setState(next);
    setTouched(true);
    if (next.name !== state.name) setPinned(null);
  };
  const showAndSay = (next: WiringState) => {
    show(next);
    setSaid(noteOf(next, true, text));
  };
  const poke = (byte: WiredByte, to: number, order: 'big' | 'little', address: number) => {
    const next = poked(state, byte.index, to);
    const after = wiringOf(next.bytes, WIRED_KINDS[next.name]);
    const hex = after.bytes[byte.index]?.hex ?? '';
    show(next);
    setSaid(text.poked(hex, order, formatAddress(address), numberWriter(after, text)(after.value)));
  };
  const tryOut = (example: Example) => {
    showAndSay(openingState(example.value, example.kind));
  };

  useEarlyActs(figure, input, {
    onText: (early) => {
      if (early !== state.text) show(typed(state, early));
    },
    onAction: (action) => {
      const [what, which = ''] = action.split(':');
      const example = what === 'try' ? examples[Number(which)] : undefined;
      const family = WIRED_FAMILIES.find((each) => each === which);
      const bits = WIRED_BITS.find((each) => String(each) === which);
      if (example) tryOut(example);
      else if (family) showAndSay(chosen(state, family, bitsOfName(state.name)));
      else if (bits) showAndSay(chosen(state, familyOfName(state.name), bits));
    },
  });

  return (
    <figure
      ref={figure}
      className="endian wide"
      aria-label={text.label(wiring.hex)}
      data-hydrated={hydrated || undefined}
      onPointerOver={({ target }) => {
        lights.point(target);
      }}
      onPointerLeave={() => {
        lights.point(null);
      }}
      onFocus={({ target }) => {
        lights.focus(target);
      }}
      onBlur={() => {
        lights.focus(null);
      }}
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return;
        setPinned(null);
        lights.point(null);
        lights.focus(null);
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
          show(typed(state, next));
        }}
        onDone={() => {
          if (touched) setSaid(note);
        }}
        onChoose={(family, bits) => {
          showAndSay(chosen(state, family, bits));
        }}
        onTry={tryOut}
      />
      <p className={`en-note${state.refusal ? ' refused' : ''}`} id={noteId}>
        {note}
      </p>
      <div className={`en-grid ${wiring.family}`} data-bytes={wiring.byteSize}>
        <Side wiring={wiring} order="big" text={text} />
        <Readings wiring={wiring} order="big" text={text} />
        <div className="en-core">
          <MemoryRow wiring={wiring} order="big" address={0} text={text} onPoke={poke} />
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
            onPoke={poke}
          />
        </div>
        <div className="en-mid">
          <h3>{text.value}</h3>
          <p>
            {text.aboutValue} <span className="en-follow">{text.follow}</span>
          </p>
        </div>
        <ValueReading wiring={wiring} text={text} />
        <Side wiring={wiring} order="little" text={text} />
        <Readings wiring={wiring} order="little" text={text} />
      </div>
      <figcaption className="vh">{text.caption(wiring.hex)}</figcaption>
      <span className="vh" role="status">
        {said}
      </span>
    </figure>
  );
}

/** The line under the value: why nothing was stored, what the store did to it, or which bytes it has become. */
function noteOf(state: WiringState, touched: boolean, text: EndiannessText): string {
  if (!touched && state.note === null) return text.hint;
  if (state.refusal) return text.refusals[state.refusal];
  const { value, family, byteSize } = wiringOf(state.bytes, WIRED_KINDS[state.name]);
  const written = numberWriter({ family }, text)(value);
  if (state.note) return text.notes[state.note](written, byteSize * 8);
  const whole = { start: 0, end: byteSize };
  return text.stored(
    written,
    formatHex(state.bytes, whole),
    formatHex(state.bytes.toReversed(), whole),
  );
}
