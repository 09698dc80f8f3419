import { expect, test } from 'vitest';
import { initialValues, labelOf, parseValue, type Control } from './control';

const range: Control = { kind: 'range', name: 't', min: 0, max: 255, value: 128 };
const tenths: Control = { kind: 'range', name: 'g', min: 0.1, max: 4, step: 0.1, value: 1 };
const select: Control = {
  kind: 'select',
  name: 's',
  options: [{ value: 'invert' }, { value: 'grey', label: 'Grey' }],
  value: 'grey',
};
const toggle: Control = { kind: 'toggle', name: 'on', value: true };
const file: Control = { kind: 'file', name: 'picture' };

test('a control begins where its snippet says', () => {
  expect(initialValues([range, select, toggle, file, { kind: 'button', name: 'go' }])).toEqual({
    t: 128,
    s: 'grey',
    on: true,
    picture: null,
    go: 0,
  });
});

test.each([
  ['within its ends', range, 300, 255],
  ['on a step', range, 12.6, 13],
  ['without the rest of a division', tenths, 0.30000000000000004, 0.3],
  ['not text', range, '12', null],
  ['not NaN', range, NaN, null],
  ['one of the options', select, 'invert', 'invert'],
  ['no other', select, 'blur', null],
  ['true or false', toggle, false, false],
  ['nothing like it', toggle, 0, null],
  ['never a file', file, {}, null],
])('a stored value is %s', (_name, control, stored, value) => {
  expect(parseValue(control, stored)).toBe(value);
});

test('a label is in the language asked for, in English, or the name', () => {
  expect(labelOf({ en: 'Threshold', ko: '임계값' }, 'ko', 't')).toBe('임계값');
  expect(labelOf({ en: 'Threshold' }, 'ko', 't')).toBe('Threshold');
  expect(labelOf('Threshold', 'ko', 't')).toBe('Threshold');
  expect(labelOf(undefined, 'en', 't')).toBe('t');
});
