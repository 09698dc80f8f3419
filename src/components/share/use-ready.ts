/** The program that a dialog shares, asked for once when it opens. */
import { useEffect, useState } from 'react';
import { makeReady, type Ready } from './share-link';
import type { ShareSource } from './share-source';

/** `unreadable`: a file of the program could not be read. */
export type Asked = Ready | 'making' | 'unreadable';

export function useReady(source: ShareSource): Asked {
  const [asked, setAsked] = useState<Asked>('making');
  useEffect(() => {
    let isHere = true;
    makeReady(source).then(
      (ready) => {
        if (isHere) setAsked(ready);
      },
      () => {
        if (isHere) setAsked('unreadable');
      },
    );
    return () => {
      isHere = false;
    };
  }, [source]);
  return asked;
}
