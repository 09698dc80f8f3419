import type { ExercisePageText } from '../exercise-page';

const number = new Intl.NumberFormat('ko');
const when = new Intl.DateTimeFormat('ko', { dateStyle: 'medium', timeStyle: 'medium' });

const score = (passed: number, of: number): string =>
  passed === of ? `검사 ${of}개를 모두 통과` : `검사 ${of}개 중 ${passed}개 통과`;

export const exercisePage: ExercisePageText = {
  title: (title) => `연습 문제: ${title}`,
  label: (title) => `연습 문제: ${title}`,
  check: '확인',
  checkHint: '실행하고 확인하기 (Ctrl Shift Enter, Mac에서는 ⌘ Shift Enter)',
  checking: '확인하는 중',
  checks: '검사',
  score,
  notChecked: (of) => `검사 ${of}개`,
  attempt: (n) => `${number.format(n)}번째 시도`,
  solved: '풀었음',
  seen: '풀이를 봤음',
  state: { passed: ', 통과', failed: ', 실패', open: ', 아직 확인하지 않음' },
  firstFailed: (check) => `처음 실패한 검사: ${check}.`,
  allPassed: '풀었습니다.',
  passedSeen: '풀이를 본 것으로 기록됩니다.',
  solvedTitle: '풀었습니다.',
  solvedBody: '문제에 나오지 않은 입력까지 모든 검사를 통과했습니다.',
  seenTitle: '모든 검사를 통과했습니다.',
  seenBody:
    '보여 드린 풀이와 같은 코드여서 풀이를 본 것으로 기록됩니다. 자기 방식으로 다시 쓰면 푼 것이 됩니다.',
  refusedTitle: '이 실행은 채점하지 않았습니다.',
  fromLastCheck: '지난 확인의 결과입니다. 그 뒤에 코드가 바뀌었습니다.',
  unloaded: '검사를 불러오지 못했습니다. 확인을 눌러 다시 시도하세요.',
  goToLine: (line) => `${line}행으로 가기`,
  showByte: (byte) => `벤치에서 바이트 ${byte} 보기`,
  compared: '기대한 것과 나온 것',
  withCall: '호출:',
  inProgram: '프로그램 자체에서',
  expected: '기대',
  found: '결과',
  nothing: '없음',
  byte: (offset, hex, differs) => `바이트 ${offset}, ${hex ?? '없음'}${differs ? ', 다름' : ''}`,
  moreDiffer: (n) => `그 밖에 ${number.format(n)}바이트가 더 다릅니다.`,
  hints: '힌트',
  hintNames: ['어디를 볼까', '무엇을 쓸까', '거의 답'],
  hintLocked: '앞의 힌트를 본 다음에',
  solution: '풀이 보기',
  solutionCounts: '푼 것이 아니라 본 것으로 기록됩니다',
  solutionSeen: '봤음',
  solutionLater: '두 번 시도하거나 힌트 세 개를 본 다음에',
  solutionFailed: '풀이를 불러오지 못했습니다. 닫았다가 다시 여세요.',
  diff: '내 코드와 풀이의 차이',
  added: '풀이에만 있음',
  removed: '내 코드에만 있음',
  same: '풀이와 같은 코드입니다.',
  useSolution: '쓰기',
  keepMine: '내 코드 유지',
  solutionUsed: '풀이가 편집기에 들어갔습니다. 쓰던 코드는 다른 버전으로 보관되어 있습니다.',
  ofRun: '이 실행의 메모리, 콘솔, 단계',
  ofCheck: '이 확인의 메모리, 콘솔, 단계',
  attempts: (n) => `시도 ${number.format(n)}번`,
  attemptAt: (at) => when.format(at),
  result: (result, passed, of) =>
    result === 'solved'
      ? '풀었음'
      : result === 'refused'
        ? '채점하지 않음'
        : result === 'passed'
          ? '통과, 풀이를 봤음'
          : score(passed, of),
  restore: '쓰기',
  restored: '그 시도가 편집기에 들어갔습니다. 있던 코드는 다른 버전으로 보관되어 있습니다.',
  current: '지금 편집기에 있음',
  logFull:
    '이 브라우저의 저장 공간이 부족해서 시도를 저장하지 못했습니다. 페이지를 닫기 전까지는 남아 있습니다.',
  logUnavailable:
    '이 브라우저는 페이지가 시도를 저장하는 것을 허용하지 않습니다. 페이지를 닫기 전까지는 남아 있습니다.',
  logUnreadable: (key) =>
    `앞선 시도를 읽을 수 없습니다. 원문은 이 브라우저 저장소의 “${key}”에 남아 있습니다.`,
  close: '닫기',
  room: '쓸 자리:',
};
