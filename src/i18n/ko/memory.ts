import type { MemoryText } from '../memory';

const count = new Intl.NumberFormat('ko');
const bytes = (n: number): string => `${count.format(n)}바이트`;
/** First and last byte, both included. */
const range = (first: number, last: number): string =>
  first === last ? `바이트 ${first}` : `바이트 ${first}–${last}`;

/** `a, b, c`; of a long list the first five. */
const list = (names: readonly string[], more = false): string => {
  const shown = names.length > 6 ? names.slice(0, 5) : names;
  const rest = names.length - shown.length;
  if (more) return `${shown.join(', ')} 등`;
  return rest > 0 ? `${shown.join(', ')} 외 ${rest}개` : shown.join(', ');
};
const nibbles = (bits: string): string => bits.replace(/(.{4})/, '$1 ');

export const memory: MemoryText = {
  memory: '메모리',
  base: '바이트를 적는 진법',
  bases: {
    hex: { short: '16진', long: '16진수' },
    dec: { short: '10진', long: '10진수' },
    bin: { short: '2진', long: '2진수' },
  },
  bytes: '바이트',
  nothing: '아직 버퍼가 없습니다. 형식화 배열이나 DataView를 만들고 코드를 실행하세요.',
  bufferCount: (n) => `버퍼 ${n}개`,
  omittedBuffers: (n) => `버퍼 ${count.format(n)}개가 더 있지만 보여 주지 않습니다.`,
  bufferOf: (view) => `${view}의 버퍼`,
  unnamedBuffer: '이름 없는 버퍼',
  buffer: (name, { byteLength, maxByteLength, shared, detached }) => {
    if (detached) return `${name}, 분리됨`;
    const size =
      maxByteLength === null
        ? bytes(byteLength)
        : `${bytes(byteLength)}, 최대 ${bytes(maxByteLength)}`;
    return shared ? `${name}, 공유, ${size}` : `${name}, ${size}`;
  },
  grid: (buffer, views) => `메모리: ${buffer}, ${views === 0 ? '뷰 없음' : `뷰 ${views}개`}`,
  detached: '분리된 버퍼입니다. 바이트의 소유권이 다른 버퍼로 넘어갔습니다.',
  noBytes: '바이트가 없습니다.',
  noViews: '이 바이트를 읽는 뷰가 없습니다.',
  laneNotes: {
    detached: '길이 0, 버퍼가 분리됨',
    'out-of-bounds': '길이 0, 범위를 벗어남',
    empty: '길이 0',
  },
  unmade: (line) => (line === null ? '아직 만들지 않음' : `아직 만들지 않음, ${line}행에서 만듦`),
  unmadeBuffer: (name) => `${name}, 아직 만들지 않음`,
  omittedCalls: (n) => `+${n}번 더`,
  showLane: (name) => `${name} 줄 보기`,
  laneHeader: (name, kind, tracking) =>
    `${name}, ${kind}${tracking ? ', 버퍼의 길이를 따라감' : ''}`,
  moreLanes: (n) => `뷰 ${n}개 더 보기`,
  fewerLanes: '뷰 줄여 보기',
  byteName: (offset) => `바이트 ${offset}`,
  byteCell: (offset, base, shown, value) => {
    const said = {
      hex: `16진수 ${shown}, ${value}`,
      dec: shown,
      bin: `비트 ${nibbles(shown)}, ${value}`,
    };
    return `바이트 ${offset}, ${said[base]}`;
  },
  valueCell: (name, first, last, value) => `${name}, ${range(first, last)}, ${value}`,
  callCell: (lane, call, first, last, value) =>
    `${lane}, ${call}, ${range(first, last)}, 지금 ${value}`,
  byteOrder: (littleEndian) => (littleEndian ? '리틀 엔디언' : '빅 엔디언'),
  call: (order, line, times) =>
    [order, line === null ? null : `${line}행`, times > 1 ? `${times}번` : null]
      .filter((part) => part !== null)
      .join(', '),
  span: range,
  bits: (bits) => `비트 ${nibbles(bits)}`,
  idle: '값을 가리키거나 누르면 그 값이 차지한 바이트가 보입니다.',
  spoken: (hex, value) => `16진수 ${hex}, 값 ${value}`,
  pinned: (name) => `${name} 고정됨. Escape를 누르면 풀립니다.`,
  unpinned: '고정을 풀었습니다.',
  chosen: (name) => `${name} 선택됨. 아래에 비트와 이력이 있습니다.`,
  strip: '버퍼에서 보이는 구간',
  stripValue: (first, last, byteLength) => `${bytes(byteLength)} 중 ${range(first, last)}`,
  untracked: (tracked) => `처음 ${bytes(tracked)}만 보관합니다.`,
  access: { read: '읽기', write: '쓰기' },
  changed: (cell) => `${cell}, 바뀜`,
  explain: {
    before: '첫 단계 앞: 아직 아무 바이트도 건드리지 않았습니다.',
    noSteps: '메모리를 건드린 단계가 없습니다.',
    stepOf: (step, steps, line) =>
      `${count.format(step)} / ${count.format(steps)}단계${line === null ? '' : `, ${line}행`}`,
    sentence: (part) => `${part}.`,
    where: (first, last) => `, ${range(first, last)}`,
    title: (kind, operation, name, value, where, lengths) => {
      const what = value === null ? name : `${name} = ${value}`;
      switch (kind) {
        case 'read':
          return `읽기 ${what}${where}`;
        case 'write':
          return `쓰기 ${what}${where}`;
        case 'copy':
          return `복사해 넣기 ${name}${where}`;
        case 'resize':
          return lengths === null
            ? `크기 조절 ${name}`
            : `크기 조절 ${name}, ${bytes(lengths.before)}에서 ${bytes(lengths.after)}로`;
        case 'detach':
          return `분리 ${name}`;
        case 'host':
          return `네이티브 코드가 바꿈 ${name}${where}`;
        default:
          return operation ?? name;
      }
    },
    reason: (reason, assigned, stored) => {
      const kept = `저장된 값: ${stored}`;
      switch (reason.kind) {
        case 'converted':
          return `대입한 값 ${assigned} 대신 숫자로 변환한 값을 저장함, ${kept}`;
        case 'nan':
          return 'NaN은 정수가 아니어서 0이 저장됨';
        case 'infinite':
          return `대입한 값 ${assigned}, 정수가 아니어서 0이 저장됨`;
        case 'clamped':
          return reason.limit === 255
            ? `대입한 값 ${assigned}, 255보다 커서 255로 클램프됨`
            : `대입한 값 ${assigned}, 0보다 작아서 0으로 클램프됨`;
        case 'nearest':
          return reason.half
            ? `대입한 값 ${assigned}, 딱 중간이어서 짝수 쪽으로 반올림됨, ${kept}`
            : `대입한 값 ${assigned}, 반올림됨, ${kept}`;
        case 'truncated':
          return `대입한 값 ${assigned}, 정수가 아니어서 소수부를 버림, ${kept}`;
        case 'negative':
          return `대입한 값 ${assigned}, 부호 없는 요소에는 음수가 없어서 같은 ${reason.bits}비트를 읽은 값은 ${stored}`;
        case 'wrapped':
          return reason.sign
            ? `대입한 값 ${assigned}, 최상위 비트가 필요한데 여기서는 그 비트를 음수로 세므로 읽은 값은 ${stored}`
            : `대입한 값 ${assigned}, ${reason.bits}비트에 들어가지 않음, ${kept}`;
        case 'wrappedBigInt':
          return reason.negative && !stored.startsWith('−')
            ? `대입한 값 ${assigned}, 부호 없는 요소에는 음수가 없어서 같은 64비트를 읽은 값은 ${stored}`
            : `대입한 값 ${assigned}, 64비트에 들어가지 않음, ${kept}`;
        case 'rounded':
          return `대입한 값 ${assigned}, 가장 가까운 ${reason.bits}비트 부동 소수점 수로 반올림됨`;
        case 'overflowed':
          return `대입한 값 ${assigned}, 가장 큰 ${reason.bits}비트 부동 소수점 수보다 큼, ${kept}`;
        case 'underflowed':
          return `대입한 값 ${assigned}, 가장 작은 ${reason.bits}비트 부동 소수점 수보다 작음, ${kept}`;
      }
    },
    byteOrder: (kind, littleEndian) =>
      `${littleEndian ? '리틀 엔디언으로, 하위 바이트부터' : '빅 엔디언으로, 상위 바이트부터'} ${kind === 'read' ? '읽음' : '씀'}`,
    readsOnly: '읽기는 아무것도 바꾸지 않음',
    resized: (before, after) =>
      after > before
        ? `${bytes(after - before)} 늘어남, 새 바이트는 0`
        : `${bytes(before - after)} 줄어듦, 거기 있던 것은 사라짐`,
    detached: (operation) =>
      `${operation === null ? '' : `${operation}: `}바이트의 소유권이 넘어가서 이 버퍼의 모든 뷰는 길이가 0이 됨`,
    host: (from, to) =>
      to === null
        ? `${count.format(from)}단계 뒤에 네이티브 코드가 바꿈`
        : `${count.format(from)}단계와 ${count.format(to)}단계 사이에 네이티브 코드가 바꿈`,
    hostBy: (operation) => `네이티브 코드가 바꿈: ${operation}`,
    by: (operation) => `수단: ${operation}`,
    copiedFrom: (buffer, first, last) =>
      `출처: ${buffer === null ? '다른 버퍼' : buffer}의 ${range(first, last)}`,
    elsewhere: (kind, operation) => {
      switch (kind) {
        case 'blob':
          return operation === 'Blob.slice'
            ? '다른 Blob의 이 바이트를 가리키는 Blob, 읽은 바이트는 없음'
            : '조각들의 사본을 담은 Blob';
        case 'blobread':
          return 'Blob의 이 바이트를 읽음';
        case 'url':
          return operation === 'revokeObjectURL'
            ? '이제부터 이 주소는 아무 데도 가리키지 않음'
            : '해제할 때까지 주소가 가리키는 것이 메모리에 남음';
        default:
          return '';
      }
    },
    same: '전에도 같은 바이트가 있었음',
    also: (kind, names, more) =>
      kind === 'host'
        ? `함께 바뀐 값: ${list(names, more)}`
        : `이 쓰기로 함께 바뀐 값: ${list(names, more)}`,
    whatIf: '가정: 여기서 비트를 뒤집어 본 것입니다. 기록은 그대로입니다.',
    backToStep: (step) => `${count.format(step)}단계로 돌아가기`,
  },
  compare: {
    mark: '이 단계와 비교하기',
    marked: (step) => `${count.format(step)}단계와 비교하는 중`,
    stop: '비교 그만두기',
    goTo: (step) => `${count.format(step)}단계로 가기`,
    differences: (mark, step, n) => {
      if (mark === step) return '다른 단계로 가면 어느 바이트가 다른지 보입니다.';
      const steps = `${count.format(Math.min(mark, step))}단계와 ${count.format(Math.max(mark, step))}단계 사이에`;
      return n === 0 ? `${steps} 달라진 바이트가 없습니다.` : `${steps} ${bytes(n)}가 다릅니다.`;
    },
    places: (places, more) =>
      more === 0 ? places.join(', ') : `${places.join(', ')} 외 ${count.format(more)}곳`,
  },
  history: {
    title: (byte) => `${byte}의 이력`,
    byte: (buffer, offset) =>
      buffer === null ? `바이트 ${offset}` : `${buffer}, 바이트 ${offset}`,
    none: '이 바이트를 건드린 단계가 없습니다.',
    previous: '앞선 접근',
    next: '다음 접근',
    stepNo: (step) => `${count.format(step)}단계`,
    lineNo: (line) => `${line}행`,
    kinds: {
      read: '읽기',
      write: '쓰기',
      copy: '복사',
      resize: '크기 조절',
      detach: '분리',
      host: '네이티브 코드',
    },
    absent: '없음',
    unchanged: (value) => value,
    changed: (before, after) => `${before} → ${after}`,
    omitted: (earlier, later) =>
      `${[
        earlier > 0 ? `앞선 접근 ${count.format(earlier)}번` : null,
        later > 0 ? `뒤의 접근 ${count.format(later)}번` : null,
      ]
        .filter((part) => part !== null)
        .join(', ')}은 목록에 없습니다.`,
  },
};
