import { expect, test } from 'vitest';
import { findViewMentions } from '../../../core/instrument';
import { mentionClass } from './mention-class';

test('a variable and the constructor it comes from have the family’s colour and different weights', () => {
  expect(findViewMentions('const x = new Int16Array(2); x[0] = 1;')?.map(mentionClass)).toEqual([
    'v i',
    't i',
    'v i',
  ]);
});
