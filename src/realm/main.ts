/**
 * The bundle's first words. The same script is the frame's page and, through a blob, each of its Workers: which of the
 * two it is shows by whether there is a document.
 */
import { bootFrame } from './frame';
import { bootWorker } from './worker';

if (typeof document === 'undefined') bootWorker();
else bootFrame();
