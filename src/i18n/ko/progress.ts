import type { Expected } from '../../core/progress/parse';
import type { ProgressText } from '../progress';

const EXPECTED: Readonly<Record<Expected, string>> = {
  json: '온전한 JSON',
  format: '"bytescope-progress"',
  object: '필드가 있는 객체',
  version: '이 사이트가 읽는 버전 1',
  count: '0 이상의 정수',
  name: '영문자, 숫자, 하이픈으로 된 이름',
  part: 'section:, quiz:, exercise: 가운데 하나와 이름',
  state: '상태: read; answered 또는 right; tried, seen 또는 solved',
  time: '밀리초로 나타낸 시각',
  fewer: '더 적은 항목',
  key: '수정한 코드나 답의 이름',
  text: '이보다 짧은 텍스트',
};

export const progress: ProgressText = {
  parts: (total) => `${String(total)}개`,
  partsDone: (done, total) => `${String(total)}개 중 ${String(done)}개 마침`,
  read: ', 읽음',
  link: '진도',
  linkOf: '진도, 이 레슨:',
  continue: '이어 하기',
  resume: '읽던 곳: ',
  resumeIn: ', ',
  page: {
    title: '나의 진도',
    description:
      '이 기기에서 읽고, 답하고, 푼 것입니다. 사본을 보관하거나 다른 기기로 옮길 수 있습니다.',
    lead: '이 브라우저, 이 기기에만 저장됩니다. 계정이 없고, 아무것도 보내지 않습니다.',
    noScript: '진도는 JavaScript로 저장하는데, 이 브라우저에서는 꺼져 있습니다.',
    nothing: '아직 마친 것이 없습니다. 절은 끝까지 스크롤하면 읽은 것으로 칩니다.',
    lessons: '레슨',
    kinds: { section: '읽은 절', quiz: '답한 퀴즈', exercise: '푼 연습 문제' },
    ofTotal: (done, total) => `${String(total)}개 중 ${String(done)}개`,
    counts:
      '절은 끝까지 스크롤했을 때, 퀴즈는 답했을 때, 연습 문제는 풀었을 때 마친 것으로 칩니다.',
    copy: {
      title: '사본',
      about:
        '파일 하나에 진도와 직접 쓴 코드가 모두 들어갑니다. 여기서든 다른 기기에서든 그 파일을 열면 있던 것에 더해집니다. 잃는 것은 없습니다.',
      save: '사본 저장',
      open: '사본 열기…',
    },
    anew: {
      title: '새로 시작',
      about:
        '열려 있는 다른 탭까지 모든 칸이 비워지고, 퀴즈도 답하지 않은 상태가 됩니다. 직접 쓴 코드는 남습니다. 이 페이지를 떠나기 전까지는 취소할 수 있습니다.',
      reset: '진도 비우기',
      undo: '취소',
    },
    aside: {
      title: '따로 둔 것',
      about: '진도가 있어야 할 자리의 내용을 읽을 수 없어서 여기에 보관하고, 새로 시작했습니다.',
      save: '저장',
      saveThat: (at) => `${at}에 따로 둔 것 저장`,
      remove: '지우기',
      removeThat: (at) => `${at}에 따로 둔 것 지우기`,
      removed: '지웠습니다.',
    },
  },
  said: {
    saved: (file) => `${file} 파일로 저장했습니다.`,
    imported: ({ parts, texts, left, unsaved }) =>
      [
        parts === 0
          ? '사본에 여기 없는 항목이 하나도 없습니다.'
          : `항목 ${String(parts)}개를 더했습니다.`,
        texts === 0 ? '' : ` 수정한 코드와 답 ${String(texts)}개를 더했습니다.`,
        left === 0
          ? ''
          : ` 수정한 코드와 답 ${String(left)}개가 여기 있는 것과 다릅니다. 여기 있던 것을 그대로 두었습니다.`,
        unsaved === 0
          ? ''
          : ` 수정한 코드와 답 ${String(unsaved)}개는 이 브라우저에 자리가 없어서 저장하지 못했습니다. 파일을 보관하세요.`,
      ].join(''),
    tooLarge: (file, most) =>
      `${file} 파일은 ${most}보다 커서 진도의 사본일 수 없습니다. “사본 저장”으로 만든 파일을 고르세요. 바뀐 것은 없습니다.`,
    unopened: (file) => `${file} 파일을 열지 못했습니다. 바뀐 것은 없습니다. 다시 골라 주세요.`,
    refused: (file, { at, expected, found }) =>
      `${file} 파일은 이 사이트가 읽을 수 있는 진도의 사본이 아닙니다.${at === '' ? '' : ` 위치: ${at}.`} 찾은 것: ${found}, 있어야 할 것: ${EXPECTED[expected]}. 바뀐 것은 없습니다. “사본 저장”으로 만든 파일을 고르세요.`,
    reset: '진도를 비웠습니다.',
    nothingToReset: '비울 것이 없습니다.',
    undone: '진도를 되살렸습니다.',
  },
  trouble: {
    unreadable:
      '이 브라우저의 저장소에서 진도를 읽지 못했습니다. 그 자리에 있던 것은 따로 두고 새로 시작했습니다.',
    full: '이 브라우저의 저장 공간이 가득 차서 진도가 저장되지 않고 있습니다. 페이지를 닫기 전까지만 유지됩니다. “진도” 페이지에서 사본을 저장하세요.',
    forbidden:
      '이 브라우저가 페이지에 저장을 허용하지 않아서 진도가 저장되지 않고 있습니다. 페이지를 닫기 전까지만 유지됩니다.',
    save: '따로 둔 것 저장',
    close: '닫기',
  },
};
