import type { NetworkText } from '../network';

const short = new Intl.NumberFormat('ko', { maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('ko');

const speed = (bytesPerSecond: number): string =>
  bytesPerSecond >= 1e6
    ? `${short.format(bytesPerSecond / 1e6)} MB/s`
    : `${short.format(bytesPerSecond / 1e3)} kB/s`;

export const network: NetworkText = {
  title: '네트워크',
  lab: ({ wanted, used, fileName }) => {
    if (fileName !== null) return `랩: 이 페이지 안, ${fileName} 실행 중`;
    if (wanted === 'page') return '랩: 이 페이지 안';
    if (used === 'server') return '랩: 이 사이트의 서버';
    return used === 'page'
      ? '랩: 이 페이지 안 (이 사이트에는 서버가 없습니다)'
      : '랩: 이 사이트의 서버, 없으면 이 페이지 안';
  },
  conditions: ({ latencyMs, bytesPerSecond, chunkBytes, dropAfter, duplicate, reorder }) =>
    [
      ...(latencyMs > 0 ? [`${whole.format(latencyMs)} ms`] : []),
      ...(bytesPerSecond === null ? [] : [speed(bytesPerSecond)]),
      ...(chunkBytes === null ? [] : [`청크 최대 ${whole.format(chunkBytes)}바이트`]),
      ...(dropAfter === null ? [] : [`메시지 ${whole.format(dropAfter)}개 뒤에 끊김`]),
      ...(duplicate ? ['메시지마다 두 번'] : []),
      ...(reorder ? ['이웃끼리 자리 바꿈'] : []),
    ].join(', ') || '막힘없는 연결',
  explain:
    '랩까지의 연결이 어떻게 움직일지 정합니다. 이 프로그램에만 적용되고, 실행 중에 바꿔도 바로 적용됩니다.',
  latency: '지연 시간',
  latencyHint: 'ms, 편도',
  speed: '대역폭',
  speeds: (bytesPerSecond) => (bytesPerSecond === null ? '제한 없음' : speed(bytesPerSecond)),
  chunk: '가장 큰 청크',
  chunkHint: '클라이언트 메시지 하나의 바이트 수, 넘으면 연결이 끊김',
  anySize: '랩이 받는 대로',
  dropAfter: '연결 끊기',
  dropAfterHint: '클라이언트의 메시지 수, 한 번만',
  never: '끊지 않음',
  duplicate: '클라이언트의 메시지가 모두 두 번 도착',
  reorder: '이웃한 두 메시지 중 두 번째가 먼저 도착',
  clear: '막힘없는 연결로',
  disconnect: '지금 끊기',
  disconnectIdle: '지금은 연결이 없습니다. 프로그램을 실행하세요.',
  disconnected: '연결을 끊었습니다.',
  unsaved: '이 설정은 이번 방문 동안만 유지됩니다. 브라우저가 페이지에 저장을 허용하지 않습니다.',
  halves: '클라이언트와 서버',
  client: '클라이언트',
  server: '서버',
  edited: ' 수정됨',
  clientConsole: '클라이언트의 콘솔',
  serverConsole: '서버의 콘솔',
  serverNothing: '서버가 출력한 것이 없습니다.',
  memory: '메모리',
  buffers: (n) => (n === 0 ? '버퍼 없음' : `버퍼 ${whole.format(n)}개`),
  serverThrew: (fileName) => `서버의 ${fileName}에서:`,
};
