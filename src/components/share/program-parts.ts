/** What a program is made of, in words: what goes along in a link, and what came out of one. */
import type { Shared } from '../../core/share/shared';
import type { ShareText } from '../../i18n/share';

export const lineCount = (source: string): number => source.split('\n').length;

export function programParts({ program, view }: Shared, text: ShareText): readonly string[] {
  const { realm, html, controls, lab, serverHalf } = program;
  return [
    text.realms[realm],
    ...(html === null ? [] : [text.ownPage]),
    ...(lab === null ? [] : [text.labs[lab]]),
    ...(serverHalf === null
      ? []
      : [text.serverHalf(serverHalf.fileName, lineCount(serverHalf.source))]),
    ...(controls.length === 0 ? [] : [text.controls(controls.length)]),
    ...(view.conditions === null ? [] : [text.conditions]),
  ];
}
