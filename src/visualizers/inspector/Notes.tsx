/** The reader's notes on ranges of the file. */
import { useRef, useState, type SubmitEvent } from 'react';
import type { ByteRange } from '../../core/bytes/ranges';
import type { InspectorText } from '../../i18n/inspector';
import {
  inOrder,
  MOST_NAME_LETTERS,
  MOST_NOTES,
  NOTE_COLOURS,
  type Note,
  type NoteColour,
} from './note-list';

export interface NotesProps {
  readonly notes: readonly Note[];
  readonly range: ByteRange;
  /** Where they are kept. */
  readonly said: string;
  readonly text: InspectorText;
  readonly makeId: () => string;
  readonly onChange: (notes: readonly Note[]) => void;
  readonly onChoose: (range: ByteRange) => void;
  readonly onLight: (range: ByteRange | null) => void;
  readonly onSave: () => void;
  readonly onOpen: (file: File) => void;
}

export function Notes(props: NotesProps) {
  const { notes, range, said, text, makeId, onChange, onChoose, onLight, onSave, onOpen } = props;
  const { notes: words } = text;
  const [name, setName] = useState('');
  const [colour, setColour] = useState<NoteColour>('red');
  const [removed, setRemoved] = useState<Note | null>(null);
  const [refusal, setRefusal] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const nameOf = (note: Note) => (note.name === '' ? words.unnamed : note.name);
  const isFull = notes.length >= MOST_NOTES;

  const add = (event: SubmitEvent) => {
    event.preventDefault();
    if (isFull) {
      setRefusal(words.full(MOST_NOTES));
      return;
    }
    setRefusal('');
    onChange(inOrder([...notes, { id: makeId(), ...range, name: name.trim(), colour }]));
    setName('');
  };
  const edit = (note: Note, change: Partial<Note>) =>
    onChange(notes.map((each) => (each.id === note.id ? { ...each, ...change } : each)));
  return (
    <section className="ins-notes" aria-label={words.title}>
      <div className="mf-head">
        <h2 ref={heading} tabIndex={-1}>
          {words.title}
        </h2>
        <span className="mf-summary">{words.count(notes.length)}</span>
      </div>
      <form className="ins-new-note" onSubmit={add}>
        <label>
          <span>{words.name}</span>
          <input
            type="text"
            maxLength={MOST_NAME_LETTERS}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </label>
        <ColourChoice label={words.colour} colour={colour} text={text} onChange={setColour} />
        <button type="submit" className="btn">
          {words.add}
        </button>
      </form>
      {refusal !== '' && (
        <p className="ins-said" role="alert">
          {refusal}
        </p>
      )}
      {notes.length === 0 ? (
        <p className="ins-none">{words.none}</p>
      ) : (
        <ul className="ins-note-list">
          {notes.map((note) => (
            <li
              key={note.id}
              onPointerEnter={() => onLight(note)}
              onPointerLeave={() => onLight(null)}
            >
              <button
                type="button"
                className="ins-note-go"
                aria-label={words.go(nameOf(note), note)}
                onClick={() => onChoose(note)}
              >
                <i className={`ins-swatch ${note.colour}`} aria-hidden="true" />
                <span className="mono">{text.selection.range(note)}</span>
              </button>
              <input
                type="text"
                aria-label={words.rename(nameOf(note))}
                placeholder={words.unnamed}
                maxLength={MOST_NAME_LETTERS}
                value={note.name}
                onChange={({ target }) => edit(note, { name: target.value })}
              />
              <ColourChoice
                label={words.recolour(nameOf(note))}
                colour={note.colour}
                text={text}
                onChange={(chosen) => edit(note, { colour: chosen })}
              />
              <button
                type="button"
                className="icon-btn"
                aria-label={words.remove(nameOf(note))}
                onClick={() => {
                  setRemoved(note);
                  onChange(notes.filter(({ id }) => id !== note.id));
                  // What had the focus is gone: the way back is there instead.
                  requestAnimationFrame(() => (undo.current ?? heading.current)?.focus());
                }}
              >
                <svg className="ico" viewBox="0 0 16 16" aria-hidden="true">
                  <path d="m4 4 8 8m0-8-8 8" />
                </svg>
              </button>
            </li>
          ))}
        </ul>
      )}
      {removed !== null && (
        <p className="ins-undo" role="status">
          {words.removed(nameOf(removed))}{' '}
          <button
            ref={undo}
            type="button"
            className="btn"
            onClick={() => {
              onChange(inOrder([...notes, removed]));
              setRemoved(null);
              heading.current?.focus();
            }}
          >
            {words.undo}
          </button>
        </p>
      )}
      <p className="ins-note-files">
        <button type="button" className="btn" disabled={notes.length === 0} onClick={onSave}>
          {words.save}
        </button>
        <button type="button" className="btn" onClick={() => picker.current?.click()}>
          {words.openList}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={words.openList}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) onOpen(file);
            // The same file may be chosen again.
            target.value = '';
          }}
        />
      </p>
      <p className="ins-said" role="status">
        {said}
      </p>
    </section>
  );
}

function ColourChoice(props: {
  readonly label: string;
  readonly colour: NoteColour;
  readonly text: InspectorText;
  readonly onChange: (colour: NoteColour) => void;
}) {
  const { label, colour, text, onChange } = props;
  return (
    <select
      aria-label={label}
      value={colour}
      onChange={({ target }) => {
        const chosen = NOTE_COLOURS.find((each) => each === target.value);
        if (chosen) onChange(chosen);
      }}
    >
      {NOTE_COLOURS.map((each) => (
        <option key={each} value={each}>
          {text.notes.colours[each]}
        </option>
      ))}
    </select>
  );
}
