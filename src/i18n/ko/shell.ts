import type { ShellText } from '../shell';

export const shell: ShellText = {
  languageName: '한국어',
  skip: '본문으로 건너뛰기',
  home: 'Bytescope 첫 페이지',
  lessons: '레슨',
  chapterList: '장과 레슨',
  openMenu: '레슨 목록 열기',
  closeMenu: '레슨 목록 닫기',
  planned: '준비 중',
  previousLesson: (title) => `이전 레슨: ${title}`,
  nextLesson: (title) => `다음 레슨: ${title}`,
  previousAndNext: '이전과 다음 레슨',
  wayOn: '다음으로 갈 곳',
  position: (number, total) => `${String(number)} / ${String(total)}`,
  crumb: (chapter, number, total, minutes) =>
    `${chapter}, 레슨 ${String(total)}개 중 ${String(number)}번째. 약 ${String(minutes)}분.`,
  draft: '초안입니다. 이 페이지는 공개된 사이트에 들어 있지 않습니다.',
  next: '다음',
  previous: '이전',
  backToMap: '모든 레슨',
  needs: '먼저 읽어 두면 좋은 레슨',
  language: '언어',
  theme: { system: '시스템', light: '밝게', dark: '어둡게', label: '테마' },
  footer: {
    label: '이 페이지에 대해',
    mark: '로고는 글자 B, 곧 0x42를 디지털 파형으로 그린 것입니다: 0100 0010.',
    edit: '이 페이지 고치기',
    report: '오류 알리기',
    source: '소스',
    keyboard: '단축키',
    glossary: '용어집',
    errata: '2015년 글',
  },
  report: {
    title: (page) => `“${page}”의 오류`,
    body: (path) =>
      `페이지: ${path}\n\n페이지에 쓰인 내용:\n\n올바른 내용과 그 근거:\n\n브라우저와 버전(관련이 있다면):\n`,
  },
  keys: {
    title: '단축키',
    close: '단축키 목록 닫기',
    groups: [
      {
        title: '어디서나',
        rows: [
          { keys: ['/'], does: '검색' },
          { keys: ['['], does: '이전 레슨' },
          { keys: [']'], does: '다음 레슨' },
          { keys: ['?'], does: '이 목록' },
        ],
      },
      {
        title: '벤치에서',
        rows: [
          { keys: ['Ctrl', 'Enter'], does: '실행 (Mac에서는 ⌘ Enter)' },
          { keys: ['Ctrl', 'Shift', 'Enter'], does: '연습 문제에서: 실행하고 확인' },
          { keys: ['Ctrl', '.'], does: '중지 (Mac에서는 ⌘ .)' },
          {
            keys: ['Alt', '→'],
            does: '접근 하나만큼 앞으로, 편집기 안에서도 (Shift와 함께: 문 하나만큼)',
          },
          { keys: ['Alt', '←'], does: '접근 하나만큼 뒤로' },
          { keys: ['Enter'], does: '코드 위에서: 고치기' },
          { keys: ['Esc', 'Tab'], does: '차례로 누르기: 편집기에서 나가기' },
          { keys: ['P'], does: '레슨에서: 발표 화면으로 보기' },
        ],
      },
      {
        title: '발표 화면에서',
        rows: [
          { keys: ['R'], does: '실행' },
          { keys: ['←', '→'], does: '접근 하나만큼 뒤로 또는 앞으로' },
          { keys: ['Page Up', 'Page Down'], does: '이전 벤치와 다음 벤치' },
          { keys: ['−', '+'], does: '글자 작게 또는 크게' },
          { keys: ['F'], does: '전체 화면' },
          { keys: ['Esc'], does: '끝내기' },
        ],
      },
      {
        title: '타임라인에서',
        rows: [
          { keys: ['←', '→'], does: '접근 하나만큼 뒤로 또는 앞으로' },
          { keys: ['Shift', '→'], does: '다음 문으로' },
          { keys: ['Page Up', 'Page Down'], does: '접근 열 개만큼' },
          { keys: ['Home', 'End'], does: '처음과 끝' },
          { keys: ['Space'], does: '재생과 일시 정지' },
        ],
      },
      {
        title: '메모리 뷰에서',
        rows: [
          { keys: ['←', '→', '↑', '↓'], does: '칸에서 칸으로, 줄에서 줄로' },
          { keys: ['Home', 'End'], does: '첫 칸과 마지막 칸' },
          { keys: ['Enter'], does: '칸을 켜진 채로 두기' },
          { keys: ['Esc'], does: '놓아 주기' },
        ],
      },
    ],
  },
  front: {
    title: 'Bytescope: JavaScript가 건드리는 모든 바이트를 보다',
    description:
      'JavaScript의 이진 데이터를 다루는 대화형 레슨입니다. 페이지에서 코드를 고쳐 실행하고, 메모리에 남은 바이트를 눈으로 확인하세요.',
    heading: ['JavaScript가 건드리는', '모든 바이트를 보다'],
    intro: (lessons) =>
      `이진 데이터를 다루는 레슨 ${String(lessons)}개. 모든 예제가 페이지 안에서 실행됩니다. 고치고, 실행을 누르고, 남은 바이트를 들여다보세요.`,
    written: (written, total) =>
      written === total ? '' : `지금까지 ${String(written)}개를 썼습니다.`,
    start: '버퍼부터 시작하기',
    mapLink: '모든 레슨 보기',
    mapHeading: (lessons) => `레슨 ${String(lessons)}개, 주소 공간 하나`,
    mapNote:
      '너비는 읽는 시간입니다. 어디서 시작해도 됩니다. 레슨마다 무엇이 필요한지 적혀 있습니다.',
    minutes: (minutes) => `${String(minutes)}분`,
  },
  errata: {
    title: '2015년 글이 말한 것, 지금 맞는 것',
    description:
      '이 사이트의 바탕이 된 2015년의 한국어 글을 하나씩 짚어 봅니다. 여전히 맞는 것, 그 뒤로 달라진 것, 그리고 그것을 보여 주는 프로그램.',
    lead: '이 사이트는 2015년의 한국어 글에서 자라났습니다. JavaScript로 바이트를 다룰 수 있다는 것을 많은 독자에게 알려 준 글이고, 대부분은 지금도 맞습니다. 나머지를 프로그램과 함께 모았습니다.',
    said: '글이 말한 것',
    holds: '맞는 것',
    shown: '실행해 보기',
    evidence: '확인한 것',
  },
  glossary: {
    title: '용어집',
    description:
      '레슨에 나오는 말을 한국어와 영어로 모았습니다. 저마다 무슨 뜻인지, 어느 레슨에서 설명하는지 적혀 있습니다.',
    lead: '한 가지에 말 하나, 한국어와 영어로.',
    other: '영어',
    explained: '설명하는 레슨',
  },
  lost: {
    title: '이 주소에는 아무것도 없습니다',
    text: '여기에 저장된 페이지가 없습니다. 주소를 잘못 적었거나, 아직 쓰지 않은 레슨일 수 있습니다.',
    back: '모든 레슨',
  },
};
