/** One element taken apart: head, size and data, with the bits of its variable-length integers. */
import { formatByte } from '../../core/bytes/format';
import type { BlockHead, FormatElement, FormatTree } from '../../core/formats/element';
import type { MediaFileText } from '../../i18n/media-file';
import { anatomyOf, type AnatomyPart } from './apart';
import type { ShownBytes } from './file-bytes';

export interface AnatomyProps {
  readonly element: FormatElement;
  readonly format: FormatTree['format'];
  readonly bytes: ShownBytes;
  readonly text: MediaFileText;
}

export function Anatomy({ element, format, bytes, text }: AnatomyProps) {
  const parts = anatomyOf(element, format, bytes);
  const hexOf = (part: AnatomyPart | undefined) =>
    (part?.bytes ?? []).map(({ value }) => digits(value)).join(' ');
  return (
    <>
      <p className="mf-readout">
        <b>{element.name}</b>
        <span className="mono">{hexOf(parts[0])}</span>
        <span>{text.then}</span>
        <span className="mono">{hexOf(parts[1])}</span>
        <span className="mf-why">{text.why(element, format)}</span>
      </p>
      <div className="mf-anatomy">
        {parts.map((part) => (
          <div key={part.role} className={`mf-part ${part.role}`}>
            <h5>{text.parts[part.role === 'id' && format === 'mp4' ? 'type' : part.role]}</h5>
            {part.bytes.length > 0 && (
              <div className="mf-part-bytes">
                {part.bytes.map(({ offset, value, bits }) => (
                  <span key={offset} className="mf-part-byte" data-span={`${offset} ${offset + 1}`}>
                    <b>{digits(value)}</b>
                    {bits === null ? (
                      <i>{value === null ? '' : under(value)}</i>
                    ) : (
                      <i>
                        {bits.before}
                        {bits.marker !== '' && <em>{bits.marker}</em>}
                        {bits.rest}
                      </i>
                    )}
                  </span>
                ))}
                {part.more > 0 && <span className="mf-part-more">{text.moreBytes(part.more)}</span>}
              </div>
            )}
            {part.role === 'id' && <p>{text.idSays(element, format)}</p>}
            {part.role === 'size' && <p>{text.sizeSays(element, format)}</p>}
            {part.role === 'data' && <DataSays element={element} text={text} />}
          </div>
        ))}
      </div>
    </>
  );
}

const digits = (value: number | null): string => (value === null ? '··' : formatByte(value, 'hex'));

/** A letter where it is one, else the number. */
const under = (value: number): string =>
  value > 32 && value < 127 ? String.fromCharCode(value) : String(value);

function DataSays({ element, text }: { element: FormatElement; text: MediaFileText }) {
  const { value } = element;
  const says = text.dataSays(element);
  return (
    <>
      {says !== '' && <p>{says}</p>}
      {value?.kind === 'block' && <Block block={value.value} text={text} />}
      {value?.kind === 'fields' && (
        <dl className="mf-fields">
          {value.value.map(({ name, value: of, range }) => (
            <div key={range.start} data-span={`${range.start} ${range.end}`}>
              <dt>{name}</dt>
              <dd>{text.field(of)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Block({ block, text }: { readonly block: BlockHead; readonly text: MediaFileText }) {
  const words = text.block;
  const lengths = block.frames.map(({ start, end }) => end - start);
  return (
    <dl className="mf-fields">
      <div>
        <dt>{words.track}</dt>
        <dd>{block.track}</dd>
      </div>
      <div>
        <dt>{words.time}</dt>
        <dd>{words.relative(block.relativeTime)}</dd>
      </div>
      <div>
        <dt>{words.flags}</dt>
        <dd>
          {words.keyframe(block.keyframe)}, {words.lacing[block.lacing]}
        </dd>
      </div>
      <div>
        <dd>{words.frames(lengths)}</dd>
      </div>
    </dl>
  );
}
