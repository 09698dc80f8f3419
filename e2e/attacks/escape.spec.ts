import { FRAMES, NAVIGATIONS, NETWORK, SCREEN, STORAGE } from './escape';
import { testAttacks } from './run-attacks';

testAttacks('leaving the realm', NAVIGATIONS);
testAttacks('the reader’s screen', SCREEN);
testAttacks('the network', NETWORK);
testAttacks('frames inside the realm', FRAMES);
testAttacks('storage and the host page', STORAGE);
