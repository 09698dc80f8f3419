/** What the first failing check expected and found, one above the other: bytes in cells, other values as code. */
import { formatByte } from '../../core/bytes/format';
import type { Feedback, Problem } from '../../core/exercise/feedback';
import type { ExercisePageText } from '../../i18n/exercise-page';
import { byteRows, type ByteRow } from './byte-rows';

export function Comparison({
  feedback,
  text,
}: {
  readonly feedback: Feedback;
  readonly text: ExercisePageText;
}) {
  const { problem, call } = feedback;
  const bytes = problem.kind === 'bytes' ? byteRows(problem) : null;
  const values = valuesOf(problem);
  if (bytes === null && values === null) return null;
  return (
    <div className="cmp" role="group" aria-label={text.compared}>
      <p className="cmp-in">
        {call === null ? (
          text.inProgram
        ) : (
          <>
            {text.withCall} <code>{call}</code>
          </>
        )}
      </p>
      {bytes?.rows.map((row) => (
        <Octet key={row.start} row={row} text={text} />
      ))}
      {bytes !== null && bytes.hidden > 0 && (
        <p className="cmp-more">{text.moreDiffer(bytes.hidden)}</p>
      )}
      {values !== null && (
        <dl className="cmp-v">
          <dt>{text.expected}</dt>
          <dd>
            <code>{values.expected ?? text.nothing}</code>
          </dd>
          <dt>{text.found}</dt>
          <dd className="miss">
            <code>{values.found ?? text.nothing}</code>
          </dd>
        </dl>
      )}
    </div>
  );
}

function Octet({ row, text }: { readonly row: ByteRow; readonly text: ExercisePageText }) {
  const hex = (byte: number | null) => (byte === null ? null : formatByte(byte, 'hex'));
  return (
    <div className="cmp-b" role="table" aria-label={text.compared}>
      <div className="cmp-r off" aria-hidden="true">
        <span />
        {row.cells.map((_, index) => (
          <b key={index}>{row.start + index}</b>
        ))}
      </div>
      {(['expected', 'found'] as const).map((side) => (
        <div className={`cmp-r ${side}`} role="row" key={side}>
          <span role="rowheader">{text[side]}</span>
          {row.cells.map((cell, index) => (
            <b
              key={index}
              role="cell"
              className={cell.differs ? 'miss' : undefined}
              aria-label={text.byte(row.start + index, hex(cell[side]), cell.differs)}
            >
              {hex(cell[side]) ?? '··'}
            </b>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Both sides of a problem that is no matter of bytes, as code; null where there are no two sides. */
function valuesOf(problem: Problem): { expected: string | null; found: string | null } | null {
  switch (problem.kind) {
    case 'value':
    case 'no-error':
    case 'type':
    case 'printed':
      return problem;
    case 'view':
      return problem.property === 'buffer'
        ? null
        : {
            expected: `${problem.property} ${String(problem.expected)}`,
            found: `${problem.property} ${String(problem.found)}`,
          };
    default:
      return null;
  }
}
