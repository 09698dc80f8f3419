import type { PixelsText } from '../pixels';

const format = new Intl.NumberFormat('ko');
const number = (value: number) => format.format(value);
const percent = (share: number) => `${Math.round(share * 100)}%`;

export const pixels: PixelsText = {
  title: '픽셀',
  summary: (name, width, height, bytes) =>
    `${name === null ? '' : `${name}, `}${number(width)} × ${number(height)}, ${number(bytes)}바이트`,
  picture: 'ImageData',
  pictureOption: (index, name, operation, line, width, height) =>
    `${index + 1}: ${name ?? operation}${line === null ? '' : `, ${line}행`} (${width} × ${height})`,
  follow: '이 단계에서 쓰이는 것',
  show: '오른쪽에 보여 줄 것',
  showPicture: '그림',
  showOrder: '쓴 순서',
  download: 'PNG 내려받기',
  before: '전',
  after: '후',
  order: '쓴 순서',
  divider: '전과 후',
  dividerAt: (at) => `전 ${at}%, 후 ${100 - at}%`,
  stage:
    '그림. 화살표 키로 십자선을 한 픽셀씩, Shift와 함께 열 픽셀씩 옮깁니다. Home과 End는 행의 양 끝으로 갑니다',
  brightness: '밝기',
  onCanvas: (x, y) => `캔버스의 ${x}, ${y}`,
  magnifier: '돋보기',
  magnifierSize: (columns, rows) => `${columns} × ${rows}픽셀`,
  bytes: '픽셀의 바이트',
  bytesRange: (start, end, of) => `${number(of)} 중 ${number(start)}–${number(end)}`,
  byteRow: '바이트',
  valueRow: '값',
  wordRow: 'u32',
  hostOrder: (littleEndian) =>
    littleEndian
      ? '이 기기는 리틀 엔디언입니다. 첫 바이트가 수의 가장 낮은 바이트입니다.'
      : '이 기기는 빅 엔디언입니다. 첫 바이트가 수의 가장 높은 바이트입니다.',
  channels: ['빨강', '초록', '파랑', '알파'],
  byteCell: (offset, channel, hex, value) =>
    `바이트 ${offset}, ${channel}, 16진수 ${hex}, ${value}`,
  pixelSpoken: (x, y, index, [red, green, blue, alpha]) =>
    `x ${x}, y ${y}, 인덱스 ${index}: 빨강 ${red}, 초록 ${green}, 파랑 ${blue}, 알파 ${alpha}`,
  histogram: '밝기',
  histogramAlt: (darkest, brightest, most) =>
    `바꾸기 전 밝기의 히스토그램: ${darkest}부터 ${brightest}까지, 가장 많은 것은 ${most}.`,
  below: (share) => `임곗값 미만 ${percent(share)}`,
  notBelow: (share) => `임곗값 이상 ${percent(share)}`,
  verdict: (level, threshold) =>
    `밝기 ${level}, 임곗값 ${threshold} ${level < threshold ? '미만' : '이상'}`,
  written: (written, all, step) =>
    `${number(step)}단계까지 ${number(all)}픽셀 중 ${number(written)}픽셀에 썼습니다`,
  outside: (pixels) => `빗금: 캔버스 밖에 있는 ${number(pixels)}픽셀.`,
  cut: (rows, height) =>
    `${number(height)}행 중 처음 ${number(rows)}행만 보입니다. 기록은 버퍼의 처음 1,048,576바이트까지만 따라갑니다.`,
  gone: '이 단계에는 그 바이트가 없습니다.',
  number,
};
