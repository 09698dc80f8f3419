import type { ControlsText, FileRefusal } from '../controls';

const number = new Intl.NumberFormat('ko');
const size = (bytes: number) => {
  if (bytes < 1024) return `${number.format(bytes)}바이트`;
  if (bytes < 1024 * 1024) return `${number.format(Math.round(bytes / 1024))} KiB`;
  return `${number.format(Math.round((bytes / 1024 / 1024) * 10) / 10)} MiB`;
};

function why(refusal: FileRefusal): string {
  switch (refusal.kind) {
    case 'type':
      return `타입: ${refusal.type === '' ? '알 수 없음' : refusal.type}, 이 프로그램이 받는 타입: ${refusal.accept}`;
    case 'bytes':
      return `크기: ${size(refusal.bytes)}, 받을 수 있는 최대 크기: ${size(refusal.most)}`;
    case 'pixels':
      return `크기: ${number.format(refusal.width)} × ${number.format(refusal.height)}픽셀, 받을 수 있는 최대: ${number.format(Math.floor(refusal.most / 10_000))}만 픽셀`;
    case 'unreadable':
      return '읽을 수 없습니다. 고른 뒤에 옮겨졌거나 바뀌었을 수 있습니다';
    case 'unloaded':
      return '파일을 살펴보는 부분을 불러오지 못했습니다. 연결을 확인하고 파일을 다시 고르세요';
  }
}

export const controls: ControlsText = {
  label: '프로그램의 조절 장치',
  chooseFile: '파일 고르기',
  dropHere: '또는 여기에 끌어다 놓으세요',
  file: (name, bytes) => `${name}, ${size(bytes)}`,
  noFile: '아직 파일이 없습니다',
  removeFile: '파일 빼기',
  stays: '파일은 이 기기 밖으로 나가지 않습니다.',
  refused: (name, refusal) => `${name} 파일을 받지 않았습니다. ${why(refusal)}.`,
  reset: '조절 장치 되돌리기',
  ownInstead: (name) => `${name}. 내 파일을 고르거나 여기에 끌어다 놓으세요.`,
};
