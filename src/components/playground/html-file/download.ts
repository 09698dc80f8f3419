/** Makes the file of a program and hands it to the reader. Fetched when they ask for it. */
import type { Shared } from '../../../core/share/shared';
import { downloadText } from '../../../loader/download';
import type { FileText } from '../../../i18n/playground';
import guest from './guest.js?raw';
import host from './host.js?raw';
import { htmlFile } from './html-file';

/** Comments and indentation stay at home. */
const inline = (script: string): string =>
  script.replace(/^\s*\/\/.*\n/gm, '').replace(/\n\s*/g, '\n');

/** @returns the name that the file has */
export function downloadProgram(
  name: string,
  { program, files, language }: Shared,
  text: FileText,
): string {
  const fileName = `${name.replace(/\.(?:m|c)?js$/i, '').replace(/[\\/:*?"<>|]/g, '-')}.html`;
  downloadText(
    fileName,
    htmlFile({
      name,
      program,
      files,
      locale: language,
      text,
      host: inline(host),
      guest: inline(guest),
    }),
    'text/html',
  );
  return fileName;
}
