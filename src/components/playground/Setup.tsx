/** How the open program runs: chosen by what its code uses, or by hand; its own page; files for it. */
import { useId, useState, type ChangeEvent } from 'react';
import type { PlaygroundText } from '../../i18n/playground';
import type { Choices } from './program-record';
import { inForce, type PlaygroundSession, type PlaygroundState } from './playground-session';

export interface SetupProps {
  readonly session: PlaygroundSession;
  readonly state: PlaygroundState;
  readonly text: PlaygroundText;
  readonly onFiles: (files: readonly File[]) => void;
}

const BY_THE_CODE = 'code';

export function Setup({ session, state, text, onFiles }: SetupProps) {
  const id = useId();
  const { open, needs } = state;
  const { program, chosen } = open;
  const byCode = inForce(program, { realm: null, goal: null, lab: null }, needs);
  const choose = (what: keyof Choices) => (event: ChangeEvent<HTMLSelectElement>) => {
    const { value } = event.target;
    session.choose({ [what]: value === BY_THE_CODE ? null : value });
  };
  const field = (
    what: keyof Choices,
    label: string,
    words: Readonly<Record<string, string>>,
    found: string,
  ) => (
    <div className="play-field">
      <label htmlFor={`${id}${what}`}>{label}</label>
      <select id={`${id}${what}`} value={chosen[what] ?? BY_THE_CODE} onChange={choose(what)}>
        <option value={BY_THE_CODE}>{text.byTheCode(words[found] ?? found)}</option>
        {Object.entries(words).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <div className="play-setup" role="group" aria-label={text.setupTitle}>
      {field('realm', text.realm, text.realms, byCode.realm)}
      {field('goal', text.goal, text.goals, byCode.goal)}
      {program.serverHalf === null && field('lab', text.lab, text.labs, byCode.lab ?? 'none')}
      <p className="play-hint play-because">
        {text.because(program.realm, needs?.pageName ?? null, program.html !== null)}
      </p>
      <HtmlField key={open.id} session={session} html={program.html ?? ''} text={text} />
      <div className="play-field">
        <label className="btn" htmlFor={`${id}file`}>
          {text.giveFile}
        </label>
        <input
          id={`${id}file`}
          className="vh"
          type="file"
          multiple
          aria-describedby={`${id}file-note`}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            // The same file may be given again, after it was changed.
            event.target.value = '';
          }}
        />
        <span className="play-hint" id={`${id}file-note`}>
          {text.giveFileHint}
        </span>
      </div>
    </div>
  );
}

interface HtmlFieldProps {
  readonly session: PlaygroundSession;
  readonly html: string;
  readonly text: PlaygroundText;
}

function HtmlField({ session, html, text }: HtmlFieldProps) {
  const id = useId();
  // What is typed stays as typed; the program's is null while it is blank.
  const [typed, setTyped] = useState(html);
  const shown = typed.trim() === html.trim() ? typed : html;
  return (
    <div className="play-field play-html">
      <label htmlFor={id}>{text.html}</label>
      <textarea
        id={id}
        rows={3}
        spellCheck={false}
        aria-describedby={`${id}-note`}
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value);
          session.setHtml(event.target.value);
        }}
      />
      <span className="play-hint" id={`${id}-note`}>
        {text.htmlHint}
      </span>
    </div>
  );
}
