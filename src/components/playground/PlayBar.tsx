/** The bar over the playground's bench: the program's name, and what can be done with it. */
import { useRef, useState, type RefObject } from 'react';
import type { PlaygroundText } from '../../i18n/playground';
import type { OpenProgram } from './playground-session';

export type SheetName = 'programs' | 'examples' | 'embed';

export interface PlayBarProps {
  readonly open: OpenProgram;
  readonly text: PlaygroundText;
  readonly nameField: RefObject<HTMLInputElement | null>;
  readonly isSetupOpen: boolean;
  readonly onSetup: () => void;
  readonly onRename: (name: string) => void;
  readonly onNew: () => void;
  readonly onSheet: (sheet: SheetName) => void;
  readonly onFile: (file: File) => void;
  readonly onDownload: () => void;
}

export function PlayBar(props: PlayBarProps) {
  const { open, text, nameField, onSheet } = props;
  const { realm, goal, lab } = open.program;
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="play-bar" role="group" aria-label={text.bar}>
      <NameField
        key={open.id}
        name={open.name}
        label={text.name}
        field={nameField}
        onRename={props.onRename}
      />
      <button type="button" className="btn tool" onClick={props.onNew}>
        {text.create}
      </button>
      {(['programs', 'examples'] as const).map((sheet) => (
        <button
          key={sheet}
          type="button"
          className="btn tool"
          aria-haspopup="dialog"
          onClick={() => onSheet(sheet)}
        >
          {text[sheet]}
        </button>
      ))}
      <button type="button" className="btn tool" onClick={() => picker.current?.click()}>
        {text.openFile}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".js,.mjs,.cjs,text/javascript"
        data-open-file
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) props.onFile(file);
          // The same file may be opened again, after it was changed.
          event.target.value = '';
        }}
      />
      <button type="button" className="btn tool" onClick={props.onDownload}>
        {text.download}
      </button>
      <button
        type="button"
        className="btn tool"
        aria-haspopup="dialog"
        onClick={() => onSheet('embed')}
      >
        {text.embed}
      </button>
      <button
        type="button"
        className="btn tool quiet play-runs"
        aria-expanded={props.isSetupOpen}
        onClick={props.onSetup}
      >
        {text.setup(realm, goal, lab ?? 'none')}
      </button>
    </div>
  );
}

interface NameFieldProps {
  readonly name: string;
  readonly label: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onRename: (name: string) => void;
}

function NameField({ name, label, field, onRename }: NameFieldProps) {
  const [typed, setTyped] = useState(name);
  const [taken, setTaken] = useState(name);
  // The program is kept under another name than it came with, or another tab has renamed it.
  if (taken !== name) {
    setTaken(name);
    setTyped(name);
  }
  const rename = () => {
    onRename(typed);
    if (typed.trim() === '') setTyped(name);
  };
  return (
    <input
      ref={field}
      className="play-name"
      type="text"
      aria-label={label}
      maxLength={120}
      spellCheck={false}
      autoComplete="off"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={rename}
      onKeyDown={(event) => {
        if (event.key === 'Enter') rename();
        else if (event.key === 'Escape') setTyped(name);
      }}
    />
  );
}
