import { describe, expect, it } from 'vitest';
import { isChord } from './keys';

const press = (key: string, ...held: string[]) => ({
  key,
  ctrlKey: held.includes('Control'),
  altKey: held.includes('Alt'),
  metaKey: held.includes('Meta'),
  getModifierState: (name: string) => held.includes(name),
});

describe('the keys of the page', () => {
  it.each([
    ['[ alone', press('[')],
    ['? alone', press('?')],
    ['] with AltGr, as Linux reports it', press(']', 'AltGraph')],
    ['[ with AltGr, as Windows reports it', press('[', 'AltGraph', 'Control', 'Alt')],
    ['[ with Option', press('[', 'Alt')],
  ])('are meant by %s', (_, event) => {
    expect(isChord(event)).toBe(false);
  });

  it.each([
    ['Ctrl+[', press('[', 'Control')],
    ['Command+[', press('[', 'Meta')],
    ['Command+Option+]', press(']', 'Meta', 'Alt')],
    ['Alt+?', press('?', 'Alt')],
    ['Ctrl+Alt+?', press('?', 'AltGraph', 'Control', 'Alt')],
  ])('are not meant by %s', (_, event) => {
    expect(isChord(event)).toBe(true);
  });
});
