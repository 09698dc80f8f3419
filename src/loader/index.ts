/**
 * The page's own script: everything that works before an island has loaded. It stays under a few kilobytes, since it
 * is all the JavaScript a reader gets who only reads.
 */
import { wireArrival } from './arrival';
import { prefetchEditorNearBenches } from './prefetch-editor';
import { wireDialogs } from './dialogs';
import { returnToPlace } from './keep-place';
import { wireKeys } from './keys';
import { wireLanguage } from './language';
import { keepOfflineOnceRead } from './offline-watch';
import { wireProgress } from './progress';
import { wireSections } from './sections';
import { wireTheme } from './theme';

returnToPlace();
wireArrival();
wireTheme();
wireDialogs();
wireKeys();
wireLanguage();
wireSections();
wireProgress();
prefetchEditorNearBenches();
keepOfflineOnceRead();
