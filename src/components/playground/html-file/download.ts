/** Makes the file of a program and hands it to the reader. Fetched when they ask for it. */
import { isFileControl } from '../../../core/controls/control';
import type { Shared, SharedFile } from '../../../core/share/shared';
import { downloadText } from '../../../loader/download';
import type { ControlStore } from '../../bench/controls/control-store';
import type { FileText } from '../../../i18n/playground';
import guest from './guest.js?raw';
import host from './host.js?raw';
import { htmlFile } from './html-file';
import workerFrame from './worker-frame.js?raw';

/** Comments and indentation stay at home. */
const inline = (script: string): string =>
  script.replace(/^\s*\/\/.*\n/gm, '').replace(/\n\s*/g, '\n');

/** @returns the name that the file has */
export async function downloadProgram(
  name: string,
  { program, files, language }: Shared,
  controls: ControlStore,
  text: FileText,
): Promise<string> {
  const fileName = `${name.replace(/\.(?:m|c)?js$/i, '').replace(/[\\/:*?"<>|]/g, '-')}.html`;
  downloadText(
    fileName,
    htmlFile({
      name,
      program,
      files: [...files, ...(await givenFiles(controls))],
      locale: language,
      text,
      host: inline(host),
      guest: inline(guest),
      workerFrame: inline(workerFrame),
    }),
    'text/html',
  );
  return fileName;
}

/** The site's files that stand in controls: the reader of the file has no site to get them from. */
async function givenFiles(store: ControlStore): Promise<readonly SharedFile[]> {
  await store.ready();
  const files = store.controls.filter(isFileControl).map(async ({ name: control }) => {
    const file = store.given(control);
    if (file === null || store.values[control] !== file) return [];
    const bytes = new Uint8Array(await file.arrayBuffer());
    return [{ control, name: file.name, type: file.type, bytes }];
  });
  return (await Promise.all(files)).flat();
}
