import { FORGERIES, HOSTILE_VALUES, PATCHES } from './deceive';
import { testAttacks } from './run-attacks';

testAttacks('hostile values', HOSTILE_VALUES);
testAttacks('patched globals', PATCHES);
testAttacks('forged messages', FORGERIES);
