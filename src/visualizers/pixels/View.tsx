/**
 * The pictures of a run: before and after, a crosshair with its index, a magnifier, the bytes under it, how bright the
 * pixels are, and in which order they were written. React draws the frame; `stage.ts` draws in it.
 */
import {
  memo,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { textFor, type Locale } from '../../i18n/locale';
import { pixelsText, type PixelsText } from '../../i18n/pixels';
import type { MemoryReplay } from '../memory/memory-replay';
import { savePicture } from './download';
import { beforeOf, insideOf, pictureAt, picturesOf, pixelOf, placeAt, type Picture } from './model';
import { attachPointing } from './pointing';
import {
  HISTOGRAM,
  HOST_IS_LITTLE_ENDIAN,
  LOUPE,
  PixelStage,
  STRIP_PIXELS,
  type PixelScene,
  type StagePlace,
  type ThresholdSource,
} from './stage';
import './pixels.css';

export interface PixelsViewProps {
  readonly replay: MemoryReplay;
  readonly locale: Locale;
  /** The control whose line stands on the histogram; null where the snippet has none. */
  readonly threshold: ThresholdSource | null;
}

export default memo(function PixelsView({ replay, locale, threshold }: PixelsViewProps) {
  const text = textFor(pixelsText, locale);
  const pictures = useMemo(() => picturesOf(replay.trace), [replay]);
  const [chosen, setChosen] = useState<number | null>(null);
  const subscribe = useCallback((listener: () => void) => replay.subscribe(listener), [replay]);
  const indexNow = () =>
    chosen !== null && chosen < pictures.list.length ? chosen : pictureAt(pictures, replay.step);
  const index = useSyncExternalStore(subscribe, indexNow, indexNow);
  // The same picture may be put elsewhere.
  const factNow = () => placeAt(pictures, index, replay.step);
  const fact = useSyncExternalStore(subscribe, factNow, factNow);
  const picture = pictures.list[index];
  const before = useMemo(() => beforeOf(replay.trace, pictures, index), [replay, pictures, index]);
  if (!picture) return null;
  return (
    <PictureView
      replay={replay}
      picture={picture}
      before={before}
      fact={fact}
      threshold={threshold}
      text={text}
    >
      {pictures.list.length > 1 && (
        <select
          className="px-choice"
          aria-label={text.picture}
          value={chosen ?? 'follow'}
          onChange={({ target: { value } }) => setChosen(value === 'follow' ? null : Number(value))}
        >
          <option value="follow">{text.follow}</option>
          {pictures.list.map(({ name, operation, line, width, height }, at) => (
            <option key={at} value={at}>
              {text.pictureOption(at, name, operation, line, width, height)}
            </option>
          ))}
        </select>
      )}
    </PictureView>
  );
});

interface PictureViewProps {
  readonly replay: MemoryReplay;
  readonly picture: Picture;
  readonly before: Uint8Array;
  readonly fact: ReturnType<typeof placeAt>;
  readonly threshold: ThresholdSource | null;
  readonly text: PixelsText;
  readonly children?: React.ReactNode;
}

function PictureView(props: PictureViewProps) {
  const { replay, picture, before, fact, threshold, text, children } = props;
  const [shows, setShows] = useState<PixelScene['shows']>('picture');
  const root = useRef<HTMLElement>(null);
  const place = useRef<StagePlace>({ x: picture.width >> 1, y: picture.rows >> 1, cut: 0.5 });
  const stage = useRef<PixelStage>(null);
  const scene = useMemo<PixelScene>(
    () => ({ replay, picture, before, shows, threshold, text }),
    [replay, picture, before, shows, threshold, text],
  );
  const sceneNow = useRef(scene);
  const title = useId();

  useLayoutEffect(() => {
    if (!root.current) return;
    sceneNow.current = scene;
    stage.current ??= new PixelStage(root.current, scene, place.current);
    stage.current.attach(scene);
  });
  useEffect(() => {
    if (!root.current) return;
    return attachPointing(root.current, () => {
      if (!stage.current) throw new Error('The picture was pointed at before it was drawn.');
      return {
        stage: stage.current,
        picture: sceneNow.current.picture,
        openByte: (bufferId, byteOffset) =>
          sceneNow.current.replay.select({ bufferId, byteOffset }),
      };
    });
  }, []);
  useEffect(
    () =>
      replay.subscribe(() => {
        const { head } = replay;
        const pixel =
          head?.bufferId === picture.bufferId ? pixelOf(picture, head.range.start) : null;
        // A range that covers the picture is about no pixel of it.
        if (pixel && head?.ranged === false) Object.assign(place.current, pixel);
        stage.current?.paint();
      }),
    [replay, picture],
  );
  useEffect(() => threshold?.subscribe(() => stage.current?.paintThreshold()), [threshold]);
  useEffect(() => {
    // Canvases know no custom properties: what is drawn in the theme's colours is drawn again.
    const themed = new MutationObserver(() => stage.current?.attach(sceneNow.current));
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => themed.disconnect();
  }, []);

  const { width, height, rows, name } = picture;
  const inside = insideOf(picture, fact);
  const outside =
    width * rows - inside.width * Math.max(0, Math.min(rows - inside.y, inside.height));
  const at = fact?.image;
  return (
    <section ref={root} className="pixels" aria-labelledby={title}>
      <div className="px-head">
        <h3 id={title}>{text.title}</h3>
        <span className="px-summary">{text.summary(name, width, height, width * height * 4)}</span>
        <div className="seg-ctl sm" role="group" aria-label={text.show}>
          {(['picture', 'order'] as const).map((mode) => (
            <button
              key={mode}
              type="button"
              aria-pressed={shows === mode}
              onClick={() => setShows(mode)}
            >
              {mode === 'picture' ? text.showPicture : text.showOrder}
            </button>
          ))}
        </div>
        {children}
      </div>
      <div
        className="px-stage"
        data-px="stage"
        role="application"
        tabIndex={0}
        aria-label={text.stage}
        style={stageStyle(picture)}
      >
        <canvas className="px-before" data-px="before" width={width} height={rows} />
        <canvas className="px-after" data-px="after" width={width} height={rows} />
        {outside > 0 && <i className="px-outside" style={{ clipPath: allBut(inside, picture) }} />}
        <i className="px-line across" />
        <i className="px-line down" />
        <i className="px-box" />
        <span className="px-tab first" aria-hidden="true">
          {text.before}
        </span>
        <span className="px-tab last" aria-hidden="true">
          {shows === 'picture' ? text.after : text.order}
        </span>
        <div
          className="px-divider"
          data-px="divider"
          role="slider"
          tabIndex={0}
          aria-label={text.divider}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={50}
        >
          <i>
            <svg className="ico" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M5.5 4 2 8l3.5 4M10.5 4 14 8l-3.5 4" />
            </svg>
          </i>
        </div>
        <p className="px-gone">{text.gone}</p>
      </div>
      <div className="px-cursor">
        <span>
          x <b data-px="x" />
        </span>
        <span>
          y <b data-px="y" />
        </span>
        <span>
          i = (y × {width} + x) × 4 = <b data-px="index" />
        </span>
        <span>
          <span className="px-word">{text.brightness}</span> <b data-px="level" />
        </span>
        {at && (at.x !== 0 || at.y !== 0) && (
          <span className="px-word">{text.onCanvas(at.x, at.y)}</span>
        )}
        <button
          type="button"
          className="btn quiet"
          onClick={() => void savePicture(root.current?.querySelector('[data-px="after"]') ?? null)}
        >
          {text.download}
        </button>
      </div>
      {outside > 0 && <p className="px-note">{text.outside(outside)}</p>}
      {rows < height && <p className="px-note">{text.cut(rows, height)}</p>}
      <p className="px-note px-written" data-px="written" />
      <div className="px-row">
        <div className="px-loupe">
          <div className="px-head">
            <h4>{text.magnifier}</h4>
            <span className="px-summary">{text.magnifierSize(LOUPE.columns, LOUPE.rows)}</span>
          </div>
          <div className="px-loupe-frame">
            <canvas
              data-px="loupe"
              width={LOUPE.columns * LOUPE.scale}
              height={LOUPE.rows * LOUPE.scale}
              aria-hidden="true"
            />
          </div>
        </div>
        <Histogram threshold={threshold} text={text} />
      </div>
      <Strip text={text} />
      <p className="vh" role="status" data-px="spoken" />
    </section>
  );
}

function Histogram({
  threshold,
  text,
}: {
  readonly threshold: ThresholdSource | null;
  readonly text: PixelsText;
}) {
  return (
    <div className="px-brightness">
      <div className="px-head">
        <h4>{threshold?.label ?? text.histogram}</h4>
        {threshold && <output data-px="threshold" />}
      </div>
      <div className="px-histogram">
        <canvas data-px="histogram" role="img" width={HISTOGRAM.width} height={HISTOGRAM.height} />
        {threshold && (
          <input
            type="range"
            data-px="line"
            min={threshold.min}
            max={threshold.max}
            defaultValue={threshold.value}
            aria-label={threshold.label}
            onKeyDown={(event) => {
              const by = { ArrowRight: 10, ArrowUp: 10, ArrowLeft: -10, ArrowDown: -10 }[event.key];
              if (by === undefined || !event.shiftKey) return;
              event.preventDefault();
              const { min, max, value } = threshold;
              threshold.set(Math.max(min, Math.min(max, value + by)));
            }}
            onChange={(event) => threshold.set(event.target.valueAsNumber)}
          />
        )}
      </div>
      <div className="px-scale" aria-hidden="true">
        {[0, 64, 128, 192, 255].map((level) => (
          <span key={level}>{level}</span>
        ))}
      </div>
      {threshold && (
        <p className="px-shares">
          <span>
            <i className="below" /> <b data-px="below" />
          </span>
          <span>
            <i className="not-below" /> <b data-px="not-below" />
          </span>
        </p>
      )}
      <p className="px-verdict" data-px="verdict" />
    </div>
  );
}

/** Four pixels as sixteen bytes: what they are, as numbers, and as one number each. */
function Strip({ text }: { readonly text: PixelsText }) {
  const cells = Array.from({ length: STRIP_PIXELS * 4 }, (_, k) => k);
  const pixels = Array.from({ length: STRIP_PIXELS }, (_, k) => k);
  const note = useId();
  return (
    <div className="px-strip">
      <div className="px-head">
        <h4>{text.bytes}</h4>
        <span className="px-summary" data-px="range" />
      </div>
      <table aria-label={text.bytes} aria-describedby={note}>
        <thead>
          <tr>
            <td />
            {pixels.map((k) => (
              <th key={k} colSpan={4} scope="colgroup">
                <i className="px-swatch">
                  <i data-px={`s${k}`} />
                </i>
                <span data-px={`x${k}`} />
              </th>
            ))}
          </tr>
          <tr>
            <td />
            {cells.map((k) => (
              <th key={k} scope="col" className={`px-channel ${'RGBA'[k % 4]}`}>
                {'RGBA'[k % 4]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="px-bytes">
            <th scope="row">{text.byteRow}</th>
            {cells.map((k) => (
              <td key={k}>
                <button type="button" data-px={`b${k}`} />
              </td>
            ))}
          </tr>
          <tr className="px-values">
            <th scope="row">{text.valueRow}</th>
            {cells.map((k) => (
              <td key={k} data-px={`v${k}`} />
            ))}
          </tr>
          <tr className="px-words">
            <th scope="row">{text.wordRow}</th>
            {pixels.map((k) => (
              <td key={k} colSpan={4} data-px={`w${k}`} />
            ))}
          </tr>
        </tbody>
      </table>
      <p className="px-note" id={note}>
        {text.hostOrder(HOST_IS_LITTLE_ENDIAN)}
      </p>
    </div>
  );
}

/** No taller than a screen's half, and never a lone pixel wide. */
function stageStyle({ width, rows }: Picture): React.CSSProperties {
  return {
    aspectRatio: `${width} / ${rows}`,
    maxInlineSize: `${Math.max(160, (460 * width) / rows)}px`,
    '--box-w': `${(LOUPE.columns / width) * 100}%`,
    '--box-h': `${(LOUPE.rows / rows) * 100}%`,
  } as React.CSSProperties;
}

/** A shape that leaves out the part on the canvas. */
function allBut(inside: ReturnType<typeof insideOf>, { width, rows }: Picture): string {
  const percent = (value: number, of: number) => `${Math.min(100, (value / of) * 100)}%`;
  const left = percent(inside.x, width);
  const right = percent(inside.x + inside.width, width);
  const top = percent(inside.y, rows);
  const bottom = percent(inside.y + inside.height, rows);
  return `polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, ${left} ${top}, ${right} ${top}, ${right} ${bottom}, ${left} ${bottom}, ${left} ${top})`;
}
