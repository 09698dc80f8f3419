import type { LeftOut } from '../../core/share/fit-files';
import type { Expected, LinkProblem } from '../../core/share/problem';
import type { ShareText } from '../share';

const number = new Intl.NumberFormat('ko');
const size = (bytes: number): string =>
  bytes < 1024 ? `${number.format(bytes)}바이트` : `${number.format(Math.ceil(bytes / 1024))} KiB`;

function left(why: LeftOut): string {
  switch (why.kind) {
    case 'large':
      return `크기가 ${size(why.bytes)}인데, 링크에는 파일을 모두 합쳐 ${size(why.most)}까지만 담을 수 있습니다`;
    case 'many':
      return `링크에는 파일을 ${number.format(why.most)}개까지만 담을 수 있습니다`;
    case 'name':
      return '링크에 담을 수 없는 이름입니다';
  }
}

function expectedWords(expected: Expected): string {
  switch (expected.kind) {
    case 'text':
      return '텍스트';
    case 'flag':
      return 'true 또는 false';
    case 'list':
      return '목록';
    case 'record':
      return '필드가 있는 객체';
    case 'name':
      return '이 사이트에서 쓰는 이름';
    case 'file name':
      return '파일 이름';
    case 'media type':
      return '미디어 타입(예: image/png)';
    case 'one of':
      return expected.values.length === 0 ? '값이 있는 목록' : expected.values.join(' 또는 ');
    case 'within':
      return expected.most === Number.MAX_VALUE
        ? expected.least === -Number.MAX_VALUE
          ? '숫자'
          : `${number.format(expected.least)} 이상의 수`
        : `${number.format(expected.least)}부터 ${number.format(expected.most)}까지의 수`;
    case 'at most':
      return expected.unit === 'characters'
        ? `${number.format(expected.most)}자 이하`
        : `${number.format(expected.most)}개 이하`;
    case 'bytes at most':
      return `${size(expected.most)} 이하`;
    case 'once':
      return '한 번만 나오는 이름';
    case 'nothing':
      return '없음(이 필드는 없어야 합니다)';
  }
}

function says(problem: LinkProblem): string {
  switch (problem.kind) {
    case 'none':
      return '프로그램으로 가는 링크가 아닙니다.';
    case 'newer':
      return '이 페이지보다 새로운 버전의 Bytescope에서 만든 링크입니다.';
    case 'character':
      return `링크의 ${number.format(problem.at)}번째 글자가 “${problem.found}”입니다. 링크에는 이런 글자가 없습니다.`;
    case 'cut':
      return '링크가 중간에 잘려서 프로그램이 다 들어 있지 않습니다.';
    case 'damaged':
      return '링크가 처음 만들었을 때와 다릅니다. 글자 일부가 바뀌었습니다.';
    case 'large':
      return problem.unit === 'bytes'
        ? `링크에 담긴 내용이 ${size(problem.most)}를 넘습니다.`
        : `링크가 ${number.format(problem.most)}자를 넘습니다.`;
    case 'field':
      return `링크의 ${problem.field} 값이 ${problem.found}입니다. 있어야 할 값: ${expectedWords(problem.expected)}.`;
  }
}

function next(problem: LinkProblem): string {
  switch (problem.kind) {
    case 'none':
      return '보낸 사람에게 링크 전체를 다시 받으세요.';
    case 'newer':
      return '링크는 주소창에 그대로 있습니다. 나중에 이 페이지를 다시 불러오거나, 다른 방법으로 프로그램을 받으세요.';
    case 'character':
    case 'cut':
    case 'damaged':
      return '링크를 처음부터 끝까지 다시 복사해 보세요. 메신저가 긴 링크를 자르거나 깨뜨릴 때가 있습니다.';
    case 'large':
      return 'Bytescope는 이렇게 큰 링크를 만들지 않습니다. 보낸 사람에게 어디서 난 링크인지 물어보세요.';
    case 'field':
      return 'Bytescope는 이런 링크를 만들지 않습니다. 보낸 사람에게 어디서 난 링크인지 물어보세요.';
  }
}

export const share: ShareText = {
  title: '프로그램 공유',
  close: '닫기',
  making: '링크를 만들고 있습니다…',
  unreadable:
    '프로그램의 파일을 읽을 수 없습니다. 고른 뒤에 옮겨졌거나 바뀌었을 수 있습니다. 파일을 다시 고르고 공유를 누르세요.',
  goesAlong: '링크에 담기는 것',
  lines: (count) => `${number.format(count)}행`,
  realms: { worker: 'Worker에서 실행', page: '페이지에서 실행' },
  ownPage: '딸린 페이지 포함',
  controls: (count) => `조절 장치 ${number.format(count)}개(지금 값)`,
  labs: { server: '랩과 통신', page: '페이지 안의 랩과 통신' },
  conditions: '연결 설정(지금 값)',
  serverHalf: (fileName, lines) => `${fileName}: 서버 쪽 코드, ${number.format(lines)}행`,
  file: (name, bytes) => `${name}, ${size(bytes)}`,
  leftOut: (name, why) => `${name} 파일은 담기지 않습니다. ${left(why)}.`,
  byName:
    '레슨에 있는 프로그램 그대로라서 링크에는 그 이름만 담깁니다. 나중에 레슨이 바뀌면 바뀐 프로그램이 열리고, 바뀌었다는 안내가 함께 나옵니다.',
  byItself: '프로그램은 링크 안에 들어 있습니다. 다른 곳에는 아무것도 저장하지 않습니다.',
  exerciseOnly: '연습 문제의 검사는 링크에 담기지 않고 레슨에만 있습니다.',
  atStep: (step) => `이 순간(${number.format(step)}단계)에서 열기`,
  link: '링크',
  copy: '복사',
  copied: '복사했습니다.',
  copyByHand: '이 브라우저가 복사를 허용하지 않습니다. 링크를 선택해 두었으니 직접 복사하세요.',
  send: '보내기…',
  characters: (count) => `${number.format(count)}자`,
  longLink: '이만큼 긴 링크는 메신저가 자를 수 있습니다.',
  localOnly:
    '이 주소는 이 컴퓨터에서만 열립니다. 다른 사람과 나누려면 그 사람도 접속할 수 있는 주소에서 Bytescope를 여세요.',
  qr: 'QR 코드',
  qrLabel: (fileName) => `${fileName} 링크의 QR 코드`,
  qrLarge: '크게 보기',
  qrTooLong: (characters, most) =>
    `링크가 너무 길어서 QR 코드에 담을 수 없습니다. 링크는 ${number.format(characters)}자인데, 벽에 비춘 코드를 카메라로 읽으려면 ${number.format(most)}자를 넘지 않아야 합니다. QR 코드 대신 링크를 보내세요.`,
  preview: {
    title: '누군가 프로그램을 공유했습니다',
    loading: '링크가 가리키는 프로그램을 불러오고 있습니다…',
    intro: '아직 아무것도 실행되지 않았습니다. 열기 전에 읽어 보세요.',
    fileName: '파일',
    made: '실행 방식',
    began: '처음 코드',
    ownWork: '새로 쓴 프로그램',
    step: (step) => `실행하면 ${number.format(step)}단계에서 열립니다`,
    files: '함께 온 파일',
    code: (fileName) => `코드: ${fileName}`,
    pageOf: '딸린 페이지',
    hidden: (count) =>
      `눈에 보이지 않거나 글의 방향을 뒤집는 문자가 ${number.format(count)}개 있습니다. 코드에 표시해 두었습니다.`,
    example: '이 링크는 이 사이트의 프로그램을 가리킵니다.',
    exampleChanged:
      '이 링크는 이 사이트의 프로그램을 가리키는데, 링크를 만든 뒤에 프로그램이 바뀌었습니다. 아래는 지금의 코드이고, 링크에 있던 단계는 뺐습니다.',
    open: '열기',
    leave: '열지 않기',
    keepsMine: '내 프로그램은 그대로 남습니다.',
  },
  problem: {
    title: '이 링크는 열 수 없습니다',
    says,
    next,
    exampleGone: (from) =>
      `링크가 가리키는 ${from} 프로그램이 이제 이 사이트에 없습니다. 보낸 사람에게 프로그램 자체를 받으세요.`,
    exampleUnloaded: '링크가 가리키는 프로그램을 불러오지 못했습니다. 인터넷에 연결되어 있나요?',
    retry: '다시 시도',
    leave: '링크 없이 계속하기',
  },
};
