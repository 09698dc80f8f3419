import type { EndiannessText } from '../endianness';

const count = new Intl.NumberFormat('ko');
const raised = (power: number) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(power);
const integer = (value: number | bigint) => count.format(value).replaceAll('-', '−');
const orderName = { big: '빅 엔디언', little: '리틀 엔디언' } as const;
const partNames = {
  spoken: { sign: '부호', exponent: '지수부', fraction: '가수부' },
  cell: { sign: '부호', exponent: '지수', fraction: '가수' },
  small: { sign: '부호', exponent: '지수', fraction: '가수' },
} as const;

export const endianness: EndiannessText = {
  label: (hex) => `메모리 속의 ${hex}, 두 가지 바이트 순서`,
  caption: (hex) =>
    `${hex}의 바이트마다 주소로 이어지는 선이 있습니다. 빅 엔디언의 선은 곧고, 리틀 엔디언의 선은 엇갈립니다. 바이트의 자릿값이 클수록 선이 굵습니다.`,
  orders: {
    big: {
      title: '빅 엔디언',
      about:
        '큰 쪽 끝이 가장 낮은 주소로 갑니다. 글로 적은 순서 그대로 읽힙니다. PNG, TCP, Java 클래스 파일이 이렇게 씁니다.',
    },
    little: {
      title: '리틀 엔디언',
      about:
        '작은 쪽 끝이 가장 낮은 주소로 갑니다. PC와 휴대전화가 수를 이렇게 저장하고, 그 위의 형식화 배열도 마찬가지입니다. WAV와 WebAssembly가 이렇게 씁니다.',
    },
  },
  value: '값',
  aboutValue: '선이 굵을수록 자릿값이 큰 바이트입니다.',
  follow: '바이트를 가리키면 따라갈 수 있습니다.',
  input: '값',
  size: '값의 크기',
  bits: (bits) => ({ short: String(bits), long: `${bits}비트` }),
  readAs: '값의 타입',
  families: { u: '부호 없음', i: '부호 있음', f: '부동 소수점' },
  tries: '해 보기',
  try: (value, bits, family) => {
    const kind = { u: '부호 없는', i: '부호 있는', f: '부동 소수점' }[family];
    return `${value}, ${bits}비트 ${kind} 값으로`;
  },
  hint: '아무 수나 적거나, 메모리의 바이트를 고쳐 보세요. 16진수 두 자리를 적거나 위아래 화살표를 누르면 됩니다.',
  notes: {
    wrapped: (stored, bits) => `들어가지 않습니다. 아래쪽 ${bits}비트만 남아 ${stored}로 읽힙니다.`,
    cut: (stored) => `정수에는 소수부가 없습니다. 저장된 값: ${stored}.`,
    rounded: (stored, bits) => `가장 가까운 ${bits}비트 부동 소수점 수가 저장됩니다: ${stored}.`,
  },
  refusals: {
    syntax: '수가 아닙니다. 327, 0x147, −2, 1.5, NaN처럼 적어 보세요.',
    notFinite: '정수에는 NaN도 Infinity도 없습니다. 저장하려면 부동 소수점을 고르세요.',
    fraction: '64비트 정수는 BigInt여서 소수부가 없습니다. 저장하려면 부동 소수점을 고르세요.',
  },
  stored: (value, big, little) => `${value}: 빅 엔디언으로 ${big}, 리틀 엔디언으로 ${little}.`,
  poked: (hex, order, address, value) =>
    `${orderName[order]}, 주소 ${address}: ${hex}. 값: ${value}.`,
  readings: { big: '빅 엔디언으로 읽으면', little: '리틀 엔디언으로 읽으면' },
  hex: '16진수',
  decimal: '10진수',
  row: (order) => `주소순으로 놓은 ${orderName[order]} 바이트`,
  valueRow: (hex) => `값 ${hex}, 바이트별로`,
  memoryByte: (order, address, index, size) => {
    const worth =
      index === 0
        ? '자릿값이 가장 큰 바이트'
        : index === size - 1
          ? '자릿값이 가장 작은 바이트'
          : `값의 ${index + 1}번째 바이트`;
    return `${orderName[order]}, 주소 ${address}, ${worth}, 16진수`;
  },
  valueByte: (hex, worth, bigAddress, littleAddress) =>
    `16진수 ${hex}, ${worth}; 빅 엔디언에서는 주소 ${bigAddress}, 리틀 엔디언에서는 주소 ${littleAddress}`,
  integer,
  weight: (weight, power, room) => {
    if (room === 'spoken') return `곱하기 ${integer(weight)}`;
    return room === 'cell' ? `× ${integer(weight)}` : `× 256${raised(power)}`;
  },
  parts: (parts, room) => parts.map((part) => partNames[room][part]).join(', '),
};
