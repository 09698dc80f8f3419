import type { PlaygroundText } from '../playground';

const count = new Intl.NumberFormat('ko');
const when = new Intl.DateTimeFormat('ko', { dateStyle: 'medium', timeStyle: 'short' });
const size = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${count.format(Math.ceil(bytes / 1024))} KiB`
    : `${count.format(Math.ceil(bytes / 1024 / 102.4) / 10)} MiB`;

const REALMS: PlaygroundText['realms'] = { worker: 'Worker', page: '페이지' };
const GOALS: PlaygroundText['goals'] = { module: '모듈', script: '스크립트' };
const LABS: PlaygroundText['labs'] = {
  none: '네트워크 없음',
  server: '랩',
  page: '페이지 안의 랩',
};

export const playground: PlaygroundText = {
  title: '플레이그라운드',
  description:
    '바이트를 다루는 JavaScript를 직접 쓰고 샌드박스에서 실행해, 메모리에 접근하는 단계를 하나씩 따라갑니다. 설치할 것이 없고, 아무것도 기기 밖으로 나가지 않습니다.',
  heading: '플레이그라운드',
  needsScript:
    '플레이그라운드가 처음에 여는 프로그램과 그 결과입니다. 고치고 실행하려면 JavaScript가 필요합니다.',
  link: '플레이그라운드',
  bar: '프로그램',
  name: '프로그램 이름',
  create: '새로 만들기',
  programs: '내 프로그램',
  examples: '예제',
  openFile: '파일 열기',
  download: '내려받기',
  embed: '퍼가기',
  setup: (realm, goal, lab) =>
    `${REALMS[realm]}에서 ${GOALS[goal]}로 실행${lab === 'none' ? '' : `, ${LABS[lab]} 사용`}`,
  setupTitle: '실행 방식',
  realm: '실행하는 곳',
  realms: REALMS,
  goal: '해석 방식',
  goals: GOALS,
  lab: '네트워크',
  labs: LABS,
  byTheCode: (what) => `자동(코드에 따라): ${what}`,
  because: (realm, name, hasHtml) =>
    realm === 'worker'
      ? '페이지에만 있는 것을 쓰지 않는 코드입니다. Worker는 언제든 중지할 수 있습니다.'
      : name !== null
        ? `코드가 페이지에만 있는 것(${name})을 씁니다.`
        : hasHtml
          ? '프로그램에 딸린 페이지가 있습니다.'
          : '이 프로그램에 지정된 방식입니다.',
  html: '딸린 페이지 (HTML)',
  htmlHint:
    '코드가 실행되기 전에 페이지에 있는 내용입니다. 예: <canvas width="320" height="180"></canvas>. 안에 있는 스크립트는 실행되지 않습니다.',
  giveFile: '파일 건네기',
  giveFileHint: '페이지 아무 곳에나 끌어다 놓아도 됩니다. 프로그램은 controls.file로 읽습니다.',
  dropHere: '.js 파일을 놓으면 프로그램으로 열고, 다른 파일은 이 프로그램에 건넵니다.',
  columns: '코드 너비',
  rows: '메모리 뷰 높이',
  separatorHint: '끌거나 화살표 키로 옮깁니다. 두 번 누르거나 Enter를 누르면 처음으로 돌아갑니다.',
  close: '닫기',

  opened: (name) => `${name} 프로그램을 열었습니다. 고치면 내 프로그램에 저장됩니다.`,
  openedEdit: (name) =>
    `레슨에서 고친 내용 그대로 ${name} 프로그램을 열었습니다. 레슨에도 따로 남아 있습니다.`,
  notKept: {
    full: '브라우저에 저장할 자리가 남아 있지 않습니다. 나가기 전에 프로그램을 내려받으세요.',
    unavailable:
      '브라우저가 이 페이지에 저장을 허용하지 않습니다. 나가기 전에 프로그램을 내려받으세요.',
  },
  deleted: (name) => `${name} 프로그램을 지웠습니다. 내 프로그램의 ‘지운 프로그램’에 있습니다.`,
  deletedElsewhere: (name) =>
    `다른 탭에서 ${name} 프로그램을 지웠습니다. 여기에는 아직 열려 있으니, 남기려면 되살리세요.`,
  undo: '되살리기',
  keepIt: '되살리기',
  fileGiven: (name, control) =>
    `${name} 파일을 프로그램에 건넸습니다. 프로그램에서 읽는 이름: controls.${control}.`,
  fileRefused: (name, why) =>
    why.kind === 'binary'
      ? `${name} 파일은 텍스트가 아니어서 프로그램이 될 수 없습니다. 프로그램에 건네려면 ‘파일 건네기’를 쓰세요.`
      : why.kind === 'large'
        ? `${name} 파일의 크기는 ${size(why.bytes)}입니다. 프로그램은 ${size(why.most)}까지 열 수 있습니다.`
        : `${name} 파일을 읽지 못했습니다. 고른 뒤에 옮겨졌거나 바뀌었을 수 있습니다.`,
  noExample: (id) => `‘${id}’ 예제는 없습니다. ‘예제’에서 다른 것을 고르세요.`,
  notLoaded: {
    example: '예제를 불러오지 못했습니다. 네트워크를 확인하고 다시 시도하세요.',
    link: '공유 링크를 여는 부분을 불러오지 못했습니다. 링크는 주소창에 그대로 있으니, 네트워크가 연결되면 페이지를 다시 불러오세요.',
    part: '페이지의 이 부분을 불러오지 못했습니다. 네트워크를 확인하고 다시 시도하세요.',
    download:
      '파일을 만들지 못했습니다. 페이지의 일부를 불러오지 못했거나 프로그램의 파일을 읽지 못했습니다. 다시 시도하세요.',
  },
  downloaded: (name) => `${name} 파일을 내려받았습니다. 네트워크 없이 실행됩니다.`,

  programsTitle: '내 프로그램',
  programsEmpty: '아직 없습니다. 프로그램을 고치면 바로 여기에 저장됩니다.',
  programsUnavailable: '브라우저가 프로그램 저장을 허용하지 않습니다.',
  programsHint: '이 기기의 이 브라우저에만 저장됩니다. 프로그램에 건넨 파일은 저장되지 않습니다.',
  changed: (at, lines) => `${count.format(lines)}행, ${when.format(at)}에 고침`,
  isOpen: '열려 있음',
  duplicate: '열린 프로그램 복제',
  delete: '지우기',
  deletedTitle: (n) => `지운 프로그램 (${count.format(n)})`,
  bringBack: '되살리기',
  forget: '완전히 지우기',
  forgetAsk: (name) => `${name} 프로그램을 완전히 지울까요? 되살릴 수 없습니다.`,
  forgetYes: '완전히 지우기',
  forgetNo: '그대로 두기',
  unreadable: (key) =>
    `저장된 프로그램 하나를 읽지 못했습니다. 원문은 이 브라우저 저장소의 “${key}”에 남아 있습니다.`,

  examplesTitle: '레슨의 예제',
  search: '찾기: 레슨, 제목, 코드에 나오는 이름',
  found: (n) => `예제 ${count.format(n)}개`,
  nothingFound: '이 낱말이 모두 들어간 예제가 없습니다.',
  loading: '불러오는 중',
  failed: '목록을 불러오지 못했습니다.',
  retry: '다시 시도',
  exercise: '연습 문제',

  embedTitle: '페이지나 슬라이드로 퍼가기',
  embedHint: 'HTML을 쓸 수 있는 곳에 붙여 넣으세요. 누군가 실행을 눌러야만 실행됩니다.',
  embedHeight: '높이 (픽셀)',
  embedTheme: '테마',
  embedThemes: { auto: '읽는 사람의 시스템 설정', light: '밝게', dark: '어둡게' },
  embedCode: '붙여 넣을 HTML',
  embedFailed:
    '프로그램이 길어서 링크에 담을 수 없습니다. 줄이거나, 내려받은 파일을 직접 올리세요.',
  embedUnreadable:
    '프로그램의 파일을 읽을 수 없습니다. 고른 뒤에 옮겨졌거나 바뀌었을 수 있습니다. 파일을 다시 고르고 퍼가기를 누르세요.',
  copy: '복사',
  copied: '복사됨',
  notCopied: '브라우저가 복사를 허용하지 않습니다. 텍스트를 선택해 복사하세요.',

  embedPage: {
    title: '삽입된 프로그램',
    open: 'Bytescope에서 열기',
    nothing: '이 주소에는 프로그램이 없습니다.',
    frame: (title) => `${title}, 실행해 볼 수 있는 프로그램`,
  },

  file: {
    made: 'Bytescope 플레이그라운드에서 만든 파일입니다. 필요한 것이 모두 들어 있어서 어떤 서버에도 요청하지 않습니다.',
    safe: '프로그램은 이 페이지의 프레임 안에서 실행됩니다. 네트워크에도, 같은 사이트의 다른 페이지가 브라우저에 저장한 것에도 접근할 수 없습니다.',
    noLab:
      '사이트의 랩과 통신하는 프로그램인데, 랩은 이 파일에 들어 있지 않습니다. io()와 tus를 쓸 수 없습니다.',
    runAgain: '다시 실행',
    running: '실행 중',
    done: '끝남',
    output: '출력',
    console: '콘솔',
    code: '코드',
    controls: '조절 장치',
    nothing: '아직 출력이 없습니다.',
    needsScript: '실행하려면 JavaScript가 필요합니다. 코드는 아래에 있습니다.',
    line: '#행',
    program: {
      moreItems: '… #개 더',
      fromByte: '바이트 #부터',
      notLoaded: '프로그램을 불러오지 못했습니다.',
    },
  },
};
