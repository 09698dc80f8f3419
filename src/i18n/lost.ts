/** Why a run was lost. The sandbox says it in English (src/sandbox/reasons.ts); this is the same in the page's language. */
import type { Texts } from './locale';

export const lostText: Texts<(reason: string) => string> = { en: (reason) => reason };
