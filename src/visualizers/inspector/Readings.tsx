/** The values of the bytes that the selection begins with, as every type and in both orders. */
import type { ByteRange } from '../../core/bytes/ranges';
import type { InspectorText } from '../../i18n/inspector';
import {
  numberReadings,
  otherReadings,
  type NumberReading,
  type OtherReading,
} from './reading-rows';

export interface ReadingsProps {
  readonly offset: number;
  /** From there on, as many as are at hand of `READ_BYTES`. */
  readonly bytes: Uint8Array;
  readonly text: InspectorText;
  readonly onLight: (range: ByteRange | null) => void;
}

export function Readings({ offset, bytes, text, onLight }: ReadingsProps) {
  const { readings: words } = text;
  const row = (
    { byteSize, little, big }: NumberReading | OtherReading,
    name: string,
    look: string,
  ) => (
    <tr
      key={name}
      onPointerEnter={() => onLight({ start: offset, end: offset + byteSize })}
      onPointerLeave={() => onLight(null)}
    >
      <th scope="row" className={look}>
        {name}
      </th>
      {little === big ? (
        <td colSpan={2}>{little ?? words.none}</td>
      ) : (
        <>
          <td>{little ?? words.none}</td>
          <td>{big ?? words.none}</td>
        </>
      )}
    </tr>
  );
  return (
    <section className="ins-readings" aria-label={words.title}>
      <div className="mf-head">
        <h2>{words.title}</h2>
        <span className="mf-summary">{words.at(offset)}</span>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.type}</th>
            <th scope="col">{words.little}</th>
            <th scope="col">{words.big}</th>
          </tr>
        </thead>
        <tbody>
          {numberReadings(bytes).map((reading) => row(reading, reading.name, reading.family))}
          {otherReadings(bytes).map((reading) => row(reading, words.others[reading.name], ''))}
        </tbody>
      </table>
    </section>
  );
}
