import { HANGS } from './hang';
import { testAttacks } from './run-attacks';

testAttacks('code that does not end', HANGS);
