/**
 * The recorders that test262 runs with unless `--hooks` names another module. Such a module is bundled into a classic
 * script and evaluated in each test's own realm, so that what it throws is that realm's.
 */
import { quietHook, switchingHook } from '../../src/core/instrument/hooks.fixture';

/** Each makes the hook of one run, by the name that the report shows. */
export const hooks = {
  quiet: quietHook,
  'off after 5 accesses': () => switchingHook(5),
};
