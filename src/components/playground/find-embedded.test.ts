import { expect, test } from 'vitest';
import { draftId } from './find-embedded';
import { BLANK_PROGRAM } from '../../core/share/shared';

test('the draft of an embedded program is its own, also beside one that reads alike and runs otherwise', () => {
  const program = { ...BLANK_PROGRAM, source: 'run();' };
  const others = [
    { ...program, source: 'stop();' },
    { ...program, html: '<canvas></canvas>' },
    { ...program, realm: 'page' as const },
    { ...program, goal: 'script' as const },
    { ...program, serverHalf: { fileName: 'server.js', source: 'io;' } },
  ];
  expect(new Set([program, ...others].map(draftId)).size).toBe(6);
  expect(draftId({ ...program })).toBe(draftId(program));
});
