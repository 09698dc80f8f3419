import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Control } from '../../../core/controls/control';
import { Controls } from './Controls';
import { ControlStore } from './control-store';

const controls: readonly Control[] = [
  { kind: 'range', name: 't', label: { en: 'Size' }, min: 0, max: 9, value: 4, unit: 'px' },
  { kind: 'toggle', name: 'on', value: true },
  {
    kind: 'select',
    name: 'mode',
    options: [{ value: 'a', label: 'Alpha' }, { value: 'b' }],
    value: 'b',
  },
  { kind: 'button', name: 'go', label: 'Go' },
  { kind: 'file', name: 'picture', label: 'Picture', accept: 'image/*' },
];

function draw(enabled: boolean): string {
  const store = new ControlStore('x', controls, null);
  return renderToString(<Controls store={store} locale="en" enabled={enabled} />);
}

test('the static page has each control as it begins, named, and not to be used yet', () => {
  const html = draw(false);
  expect(html).toContain('aria-label="Controls of the program"');
  for (const label of ['Size', 'on', 'mode', 'Go', 'Picture', 'Alpha'])
    expect(html).toContain(label);
  expect(html).toContain('aria-valuetext="4 px"');
  expect(html).toContain('No file yet, or drop one here.');
  const fields = html.match(/<(?:input|select|button)\b[^>]*>/g) ?? [];
  expect(fields).toHaveLength(6);
  for (const field of fields) expect(field).toContain('disabled');
});

test('alive, all but the reset of what is as it was can be used', () => {
  const disabled = draw(true).match(/<(?:input|select|button)\b[^>]*\bdisabled\b[^>]*>/g) ?? [];
  expect(disabled).toHaveLength(1);
  expect(disabled[0]).toContain('controls-reset');
});
