import { describe, expect, it } from 'vitest';
import { laneNames } from './lane-names';
import { bufferState, memoryOf, viewState } from './test-states';

const namesOf = (views: Parameters<typeof memoryOf>[1]) =>
  [...laneNames(memoryOf([bufferState([])], views))]
    .sort(([a], [b]) => a - b)
    .map(([, { name, shortName }]) => [name, shortName]);

describe('lane names', () => {
  it('are the variables, and short enough for a phone', () => {
    expect(
      namesOf([
        viewState(0, 'Uint8Array', 0, 0, { name: 'u8' }),
        viewState(1, 'Uint8ClampedArray', 0, 0, { name: 'pixels' }),
        viewState(2, 'DataView', 0, 0, { name: 'record' }),
      ]),
    ).toEqual([
      ['u8', 'u8'],
      ['pixels', 'u8c'],
      ['record', 'dv'],
    ]);
  });

  it('come from the type where there is no variable, and never repeat', () => {
    expect(
      namesOf([
        viewState(0, 'Int16Array', 0, 0),
        viewState(1, 'Int16Array', 0, 0),
        viewState(2, 'Uint8Array', 0, 0, { name: 'i16' }),
      ]),
    ).toEqual([
      ['i16·2', 'i16b'],
      ['i16·3', 'i16c'],
      ['i16', 'i16'],
    ]);
  });

  it('number variables of the same name', () => {
    expect(
      namesOf([
        viewState(0, 'Uint8Array', 0, 0, { name: 'chunk' }),
        viewState(1, 'Uint8Array', 0, 0, { name: 'chunk' }),
      ]),
    ).toEqual([
      ['chunk', 'u8'],
      ['chunk·2', 'u8b'],
    ]);
  });
});
