/** Text of the page of error messages. */
import { errorList } from './ko/error-list';
import type { Texts } from './locale';

export interface ErrorListText {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly groups: Readonly<Record<'views' | 'media' | 'language', string>>;
  /** Before the lesson in which an error is met. */
  readonly met: string;
}

export const errorListText: Texts<ErrorListText> = {
  en: {
    title: 'Error messages',
    description:
      'What Chromium and Firefox say when bytes, views or media go wrong, what it means, and what to do about it.',
    lead: 'What a browser says when bytes, views or media go wrong, what it means, and what to do. Where Chromium and Firefox have words of their own, both stand here.',
    groups: {
      views: 'Buffers and views',
      media: 'Media and object URLs',
      language: 'The language itself',
    },
    met: 'Met in',
  },
  ko: errorList,
};
