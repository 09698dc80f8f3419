import type { ByteRange } from '../../core/bytes/ranges';
import type { UploadText } from '../upload';

const whole = new Intl.NumberFormat('ko');
const short = new Intl.NumberFormat('ko', { maximumFractionDigits: 2 });

const bytes = (n: number): string => `${whole.format(n)}바이트`;

/** `100 KiB, 102.4 kB`: powers of 1,024 and of 1,000; nothing where a byte says it as well. */
const inUnits = (n: number): string => {
  if (n < 1000) return '';
  const mega = n >= 1_000_000;
  const binary = `${short.format(n / (mega ? 1024 ** 2 : 1024))} ${mega ? 'MiB' : 'KiB'}`;
  return `${binary}, ${short.format(n / (mega ? 1e6 : 1e3))} ${mega ? 'MB' : 'kB'}`;
};

/** `102,400 (40.96 %)` */
const share = (n: number, size: number | null): string =>
  size === null || size === 0
    ? whole.format(n)
    : `${whole.format(n)} (${short.format((100 * n) / size)} %)`;

const range = ({ start, end }: ByteRange): string =>
  end - start === 1
    ? `바이트 ${whole.format(start)}`
    : `바이트 ${whole.format(start)}–${whole.format(end - 1)}`;

const length = (n: number): string => {
  const units = inUnits(n);
  return units === '' ? bytes(n) : `${bytes(n)} (${units})`;
};

const states = {
  unsent: '보내지 않음',
  read: '읽음, 아직 보내지 않음',
  lost: '보냈지만 응답이 오기 전에 연결이 끊김',
  inFlight: '가는 중',
  acknowledged: '수신 확인됨',
  saved: '저장됨',
  mixed: '저마다 다름',
} as const;

const sentTimes = (times: number): string => (times === 0 ? '' : `${times}번 보냄`);

export const upload: UploadText = {
  title: '업로드',
  nothing: '파일의 바이트를 아직 보내지 않았습니다.',
  lanes: { read: '읽음', inFlight: '가는 중', acknowledged: '수신 확인', saved: '저장' },
  states,
  legend: '줄이 나타내는 것',
  lost: '잃음',
  size: (n) => (n === null ? '크기를 모름' : length(n)),
  totals: ({ size, sent, acknowledged, saved }) =>
    [
      size === null
        ? `보냄 ${bytes(sent)}`
        : `보냄 ${bytes(size)} 중 ${whole.format(sent)}${size === 0 ? '' : ` (${short.format((100 * sent) / size)} %)`}`,
      `수신 확인 ${share(acknowledged, size)}`,
      `저장 ${share(saved, size)}`,
    ].join(', '),
  chunks: (file) => `${file}의 청크`,
  chunk: ({ first, last, range: of, state, sent }) =>
    [
      first === last ? `청크 ${first}` : `청크 ${first}–${last}`,
      range(of),
      states[state ?? 'mixed'],
      ...(sent > 1 ? [sentTimes(sent)] : []),
    ].join(', '),
  number: (first, last) => (first === last ? String(first) : `${first}–${last}`),
  bytes: range,
  length,
  sentTimes,
  messages: (ids) =>
    ids.length === 0
      ? ''
      : ids.length > 6
        ? `메시지 ${whole.format(ids.length)}개`
        : `메시지 ${ids.map((id) => whole.format(id + 1)).join(', ')}`,
  tick: (byte) => whole.format(byte),
  pointHint: '청크를 가리키면 그 바이트와 메시지가 보입니다.',
};
