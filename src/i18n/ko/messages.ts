import type { MessagesText } from '../messages';

const whole = new Intl.NumberFormat('ko');
const tenths = new Intl.NumberFormat('ko', { maximumFractionDigits: 1 });
const number = (id: number): string => whole.format(id + 1);

export const messages: MessagesText = {
  title: '메시지',
  count: (n) => `메시지 ${whole.format(n)}개`,
  nothing: '랩과 주고받은 메시지가 없습니다.',
  list: '보낸 순서대로 늘어놓은 메시지',
  number,
  time: (ms) => `${ms < 10 ? tenths.format(ms) : whole.format(Math.round(ms))} ms`,
  bytes: (n) => `${whole.format(n)}바이트`,
  answers: (id) => `${number(id)}번에 대한 응답`,
  fates: {
    'on its way': '가는 중',
    arrived: '도착함',
    lost: '잃어버림',
    twice: '두 번 도착함',
    'not yet': '아직',
  },
  earlier: (n) => `앞선 메시지 ${whole.format(n)}개 보기`,
  later: (n) => `뒤의 메시지 ${whole.format(n)}개 보기`,
  omitted: (n) => `그 밖에 ${whole.format(n)}개가 더 있습니다. 실행마다 처음 것들만 보관합니다.`,
  message: '메시지 ',
  way: { client: ', 랩으로', lab: ', 랩에서' },
  summary: (n) =>
    [
      ...(n.lost > 0 ? [`잃어버림 ${whole.format(n.lost)}`] : []),
      ...(n.twice > 0 ? [`두 번 도착 ${whole.format(n.twice)}`] : []),
      ...(n['on its way'] > 0 ? [`가는 중 ${whole.format(n['on its way'])}`] : []),
      ...(n['not yet'] > 0 ? [`이 단계에서는 아직 ${whole.format(n['not yet'])}`] : []),
    ].join(', '),
  columns: { time: '시각', event: '이벤트', carries: '내용', bytes: '바이트', fate: '결과' },
};
