/** What watch-links.ts loads for a shared link in the address: reads it, and shows what it holds. */
import { openLink } from '../../core/share/link';
import { LinkPreview } from './LinkPreview';
import { mount } from './mount';
import type { LinkWatch } from './watch-links';

/** @returns takes the dialog away again */
export function showLink(hash: string, { locale, example, open }: LinkWatch): () => void {
  const opened = openLink(hash);
  return mount((close) => (
    <LinkPreview
      link={opened}
      locale={locale}
      example={example}
      onOpen={(shared) => {
        close();
        leaveLink();
        open(shared);
      }}
      onLeave={(keepsLink) => {
        close();
        if (!keepsLink) leaveLink();
      }}
    />
  ));
}

/** The address without the link, as a new one: a reload shows the playground, Back shows the link again. */
function leaveLink(): void {
  const { pathname, search } = window.location;
  window.history.pushState(window.history.state, '', pathname + search);
}
