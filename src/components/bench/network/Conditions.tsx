/** How the link to the lab behaves, to be set. Fetched when the network panel is opened. */
import { useId, useState } from 'react';
import { CLEAR_LINK, type LinkConditions } from '../../../core/trace/net-log';
import type { NetworkText } from '../../../i18n/network';
import { fieldNumber, isClear, LINK_LIMITS, SPEEDS } from './link';

export interface ConditionsProps {
  readonly text: NetworkText;
  readonly conditions: LinkConditions;
  /** They could not be kept. */
  readonly unsaved: boolean;
  /** There may be a connection to cut. */
  readonly connected: boolean;
  readonly onSet: (conditions: LinkConditions) => void;
  readonly onDisconnect: () => void;
}

export function Conditions(props: ConditionsProps) {
  const { text, conditions, unsaved, connected, onSet, onDisconnect } = props;
  const [said, setSaid] = useState('');
  const change = (part: Partial<LinkConditions>) => onSet({ ...conditions, ...part });
  const speeds = SPEEDS.includes(conditions.bytesPerSecond)
    ? SPEEDS
    : [...SPEEDS, conditions.bytesPerSecond];
  return (
    <>
      <NumberField
        label={text.latency}
        hint={text.latencyHint}
        value={conditions.latencyMs}
        least={0}
        most={LINK_LIMITS.latencyMs}
        step={10}
        onChange={(latencyMs) => change({ latencyMs: latencyMs ?? 0 })}
      />
      <label className="net-field">
        <span>{text.speed}</span>
        <select
          value={String(conditions.bytesPerSecond)}
          onChange={({ currentTarget: { value } }) => {
            change({ bytesPerSecond: value === 'null' ? null : Number(value) });
          }}
        >
          {speeds.map((speed) => (
            <option key={String(speed)} value={String(speed)}>
              {text.speeds(speed)}
            </option>
          ))}
        </select>
      </label>
      <NumberField
        label={text.chunk}
        hint={text.chunkHint}
        value={conditions.chunkBytes}
        placeholder={text.anySize}
        least={1}
        most={LINK_LIMITS.chunkBytes}
        step={1024}
        onChange={(chunkBytes) => change({ chunkBytes })}
      />
      <NumberField
        label={text.dropAfter}
        hint={text.dropAfterHint}
        value={conditions.dropAfter}
        placeholder={text.never}
        least={1}
        most={LINK_LIMITS.dropAfter}
        step={1}
        onChange={(dropAfter) => change({ dropAfter })}
      />
      <Check
        label={text.duplicate}
        checked={conditions.duplicate}
        onChange={(duplicate) => change({ duplicate })}
      />
      <Check
        label={text.reorder}
        checked={conditions.reorder}
        onChange={(reorder) => change({ reorder })}
      />
      <p className="net-actions">
        <button
          type="button"
          className="btn"
          aria-disabled={!connected || undefined}
          title={connected ? undefined : text.disconnectIdle}
          onClick={() => {
            if (connected) onDisconnect();
            setSaid(connected ? text.disconnected : text.disconnectIdle);
          }}
        >
          {text.disconnect}
        </button>
        <button
          type="button"
          className="btn quiet"
          aria-disabled={isClear(conditions) || undefined}
          onClick={() => onSet(CLEAR_LINK)}
        >
          {text.clear}
        </button>
        <span role="status">{unsaved ? text.unsaved : said}</span>
      </p>
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number | null;
  readonly placeholder?: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Null for an empty field. */
  readonly onChange: (value: number | null) => void;
}

/** What is typed stays as it is typed; what it stands for is told as it changes, and shown when the field is left. */
function NumberField(props: NumberFieldProps) {
  const { label, hint, value, placeholder, least, most, step, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const hintId = useId();
  return (
    <label className="net-field">
      <span>{label}</span>
      <span className="net-number">
        <input
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          step={step}
          placeholder={placeholder}
          value={typed ?? value ?? ''}
          aria-describedby={hintId}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            onChange(fieldNumber(currentTarget.value, least, most));
          }}
          onBlur={() => setTyped(null)}
        />
        <span id={hintId}>{hint}</span>
      </span>
    </label>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className="net-check">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {label}
    </label>
  );
}
