import { FLOODS, HEAP_BOMBS } from './hang';
import { testAttacks } from './run-attacks';

testAttacks('code that says too much', FLOODS);
testAttacks('code that takes too much', HEAP_BOMBS);
