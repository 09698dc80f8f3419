/**
 * tus-js-client for a program in a realm: the library as it is, over the realm's `fetch` to the lab. Built by
 * `integrations/realm-page.ts` into a script of its own, which only a program that names `tus` is given.
 */
import * as library from 'tus-js-client';
import type { TusParts } from '../core/protocol/tus';
import { fileReaderOver } from './file-reader';
import { LabStack } from './lab-stack';
import { RunStorage } from './run-storage';

export function makeTus({ fetch, slice }: TusParts): object {
  const { Upload, defaultOptions, DetailedError } = library;
  // A program's own options go before these.
  defaultOptions.httpStack = new LabStack(fetch);
  defaultOptions.urlStorage = new RunStorage();
  defaultOptions.fileReader = fileReaderOver(defaultOptions.fileReader, slice);
  return {
    Upload,
    defaultOptions,
    DetailedError,
    // The library looks for what a realm has not, an XMLHttpRequest and a localStorage.
    isSupported: true,
    canStoreURLs: true,
  };
}
