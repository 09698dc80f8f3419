import type { FoldedLine } from '../../core/trace/step-loops';
import type { TimelineText } from '../timeline';

const count = new Intl.NumberFormat('ko');
const times = (n: number): string => `${count.format(n)}번`;

/** `3행, 쓰기 65,536번; 4행, 읽기 65,536번` */
function lines(folded: readonly FoldedLine[]): string {
  const shown = folded
    .slice(0, 4)
    .map(({ line, reads, writes }) =>
      [
        line === 0 ? '알 수 없는 행' : `${line}행`,
        ...(reads > 0 ? [`읽기 ${times(reads)}`] : []),
        ...(writes > 0 ? [`쓰기 ${times(writes)}`] : []),
      ].join(', '),
    );
  const rest = folded.length - shown.length;
  return [...shown, ...(rest > 0 ? [`그 밖에 ${count.format(rest)}행`] : [])].join('; ');
}

export const timeline: TimelineText = {
  label: '타임라인',
  slider: '단계',
  byte: '바이트',
  step: '단계',
  number: (n) => count.format(n),
  address: (byteOffset) =>
    byteOffset >= 10_000 && byteOffset % 1024 === 0 ? `${byteOffset / 1024}K` : String(byteOffset),
  value: (step, steps, title) =>
    `${count.format(steps)}단계 중 ${count.format(step)}단계. ${title}`,
  end: '실행의 끝',
  afterStep: (steps) => `${count.format(steps)}단계 뒤`,
  endValue: (steps, lost) => `실행의 끝, ${count.format(steps)}단계 뒤: ${lost}.`,
  beforeFirst: (steps) => `${count.format(steps)}단계 중 1단계 앞.`,
  empty: '메모리를 건드린 단계가 없습니다.',
  stepOf: (step, steps) => `${count.format(step)} / ${count.format(steps)}단계`,
  onLine: (line) => `, ${line}행`,
  transport: '단계',
  first: '첫 단계',
  back: '한 단계 뒤로',
  play: '재생',
  pause: '일시 정지',
  forward: '한 단계 앞으로',
  last: '마지막 단계',
  speed: (speed) => `속도, ${speed} 배`,
  speedShort: (speed) => `${speed}×`,
  unrecorded: (accesses, changedBytes) => {
    const lost = `접근 ${times(accesses)}은 기록되지 않음`;
    if (changedBytes === null) return lost;
    return `${lost}; ${changedBytes === 0 ? '바뀐 바이트 없음' : `${count.format(changedBytes)}바이트 바뀜`}`;
  },
  skipped: (accesses) => `기록을 시작하기 전의 접근 ${times(accesses)}`,
  recordFromHere: '여기서부터 기록',
  recordFromHereLong: (access) => `다시 실행해서 ${count.format(access)}번째 접근부터 기록`,
  loops: '반복문',
  lines,
  openLoop: (first, last, folded) =>
    `${count.format(first)}–${count.format(last)}단계 보기: ${folded}`,
  stretch: (first, last, steps) =>
    `${count.format(steps)}단계 중 ${count.format(first)}–${count.format(last)}단계`,
  wholeRun: '실행 전체 보기',
};
