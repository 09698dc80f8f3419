/** Interface text of the message log. */
import type { Texts } from './locale';

type Fate = 'on its way' | 'arrived' | 'lost' | 'twice' | 'not yet';

export interface MessagesText {
  readonly title: string;
  readonly count: (messages: number) => string;
  readonly nothing: string;
  readonly list: string;
  readonly number: (id: number) => string;
  readonly time: (ms: number) => string;
  readonly bytes: (n: number) => string;
  readonly answers: (id: number) => string;
  readonly fates: Readonly<Record<Fate, string>>;
  readonly earlier: (n: number) => string;
  readonly later: (n: number) => string;
  /** Messages that the log only counts. */
  readonly omitted: (n: number) => string;
  /** Before a row's number, for who does not see the columns. */
  readonly message: string;
  readonly way: { readonly client: string; readonly lab: string };
  readonly summary: (fates: Readonly<Record<Fate, number>>) => string;
  readonly columns: {
    readonly time: string;
    readonly event: string;
    readonly carries: string;
    readonly bytes: string;
    readonly fate: string;
  };
}

const whole = new Intl.NumberFormat('en');
const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

const counted = (n: number, one: string, many: string): string =>
  `${whole.format(n)} ${n === 1 ? one : many}`;
const time = (ms: number): string =>
  `${ms < 10 ? tenths.format(ms) : whole.format(Math.round(ms))} ms`;
const number = (id: number): string => whole.format(id + 1);
const bytes = (n: number): string => counted(n, 'byte', 'bytes');

const fates: Readonly<Record<Fate, string>> = {
  'on its way': 'on its way',
  arrived: 'arrived',
  lost: 'lost',
  twice: 'arrived twice',
  'not yet': 'not yet',
};

export const messagesText: Texts<MessagesText> = {
  en: {
    title: 'Messages',
    count: (n) => counted(n, 'message', 'messages'),
    nothing: 'Nothing has been said to the lab.',
    list: 'Messages, in the order in which they were sent',
    number,
    time,
    bytes,
    answers: (id) => `answers ${number(id)}`,
    fates,
    earlier: (n) => `Show ${counted(n, 'earlier message', 'earlier messages')}`,
    later: (n) => `Show ${counted(n, 'later message', 'later messages')}`,
    omitted: (n) => `and ${whole.format(n)} more: a run keeps its first ones.`,
    message: 'Message ',
    way: { client: ', to the lab', lab: ', from the lab' },
    summary: (n) =>
      [
        ...(n.lost > 0 ? [`${whole.format(n.lost)} lost`] : []),
        ...(n.twice > 0 ? [`${whole.format(n.twice)} twice`] : []),
        ...(n['on its way'] > 0 ? [`${whole.format(n['on its way'])} on their way`] : []),
        ...(n['not yet'] > 0 ? [`${whole.format(n['not yet'])} not yet at this step`] : []),
      ].join(', '),
    columns: { time: 'time', event: 'event', carries: 'carries', bytes: 'bytes', fate: 'fate' },
  },
};
