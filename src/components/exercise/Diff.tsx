/** The reader's code against the solution. Loaded when the solution is opened. */
import { useMemo } from 'react';
import type { ExercisePageText } from '../../i18n/exercise-page';
import { useColouredLines } from '../bench/PlainCode';
import { diffLines, type DiffLine } from './diff-lines';

export interface DiffProps {
  readonly mine: string;
  readonly solution: string;
  readonly text: ExercisePageText;
}

const SIGNS = { same: ' ', removed: '−', added: '+' } as const;

export default function Diff({ mine, solution, text }: DiffProps) {
  const stretches = useMemo(() => diffLines(mine, solution), [mine, solution]);
  const old = useColouredLines(mine);
  const fresh = useColouredLines(solution);
  if (stretches.length === 0) return <p className="sol-same">{text.same}</p>;
  const said = { same: undefined, removed: text.removed, added: text.added };
  const row = ({ kind, index }: DiffLine) => (
    <span className={`ln ${kind}`} key={`${kind} ${index}`}>
      <i aria-hidden="true">{index + 1}</i>
      <span>
        <span className="sg" aria-hidden="true">
          {SIGNS[kind]}
        </span>
        {said[kind] !== undefined && <span className="vh">{said[kind]}: </span>}
        {(kind === 'added' ? fresh : old)[index]}
      </span>
      {'\n'}
    </span>
  );
  return (
    <pre className="code diff" tabIndex={0} role="region" aria-label={text.diff}>
      {stretches.map((lines, index) => (
        <span className="hunk" key={index}>
          {lines.map(row)}
        </span>
      ))}
    </pre>
  );
}
