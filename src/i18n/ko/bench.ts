import type { BenchText } from '../bench';

const count = new Intl.NumberFormat('ko');
const when = new Intl.DateTimeFormat('ko', { dateStyle: 'medium', timeStyle: 'short' });

const steps = (n: number): string => `${count.format(n)}단계`;

export const bench: BenchText = {
  label: (title) => `벤치: ${title}`,
  toolbar: '스니펫',
  run: '실행',
  stop: '중지',
  step: '한 단계',
  stepHint: '접근 하나만큼 앞으로 (Alt와 →)',
  stepFlag: (step) => count.format(step),
  timeline: '실행 단계',
  runToRecord: '실행하면 단계가 기록됩니다.',
  reset: '되돌리기',
  resetAsk: '고친 내용을 버릴까요?',
  resetYes: '되돌리기',
  resetNo: '그대로 두기',
  share: '공유',
  shareFailed: '공유를 불러오지 못했습니다. 다시 누르세요',
  present: '발표 화면',
  presentHint: '창 가득히 큰 글자로 (P)',
  edited: '수정됨',
  toPlayground: '플레이그라운드에서 열기',
  code: (title) => `코드: ${title}`,
  editorHelp: 'Tab은 들여쓰기입니다. 편집기에서 나가려면 Escape를 누른 다음 Tab을 누르세요.',
  editorFailed: '편집기를 불러오지 못했습니다. 여기 있는 코드는 그대로 실행됩니다.',
  editorRetry: '다시 시도',
  partFailed: '벤치의 일부를 불러오지 못했습니다.',
  partRetry: '다시 시도',
  recordedAtBuild: (n) => (n === null ? '기록된 실행' : `기록된 실행, ${steps(n)}`),
  recording: '기록 중',
  finished: (ms, n) => {
    const time = ms < 1 ? '1 ms 미만' : `${count.format(Math.round(ms))} ms`;
    return n === null ? `끝남, ${time}` : `끝남: ${steps(n)}, ${time}`;
  },
  stepKeys: [
    [['←', '→'], '단계 이동'],
    [['Space'], '재생'],
    [['Home', 'End'], '처음과 끝'],
    [['?'], '모든 단축키'],
  ],
  threw: (name, line) => (line === null ? name : `${line}행에서 ${name}`),
  stoppedByReader: '중지됨',
  stoppedByGuard: (line) => (line === null ? '시간 제한으로 중지됨' : `${line}행에서 중지됨`),
  stoppedByWatchdog: '응답이 없어 중지됨',
  lost: '실행 결과를 잃음',
  fromLastRun: '지난 실행의 결과',
  runAgain: '다시 실행하면 새로 고쳐집니다',
  neverRun: '아직 실행하지 않음',
  predictFirst: '결과를 먼저 예상해 보고 실행을 누르세요.',
  guardTitle: (seconds) => `${seconds}초 동안 쉬지 않아서 중지했습니다.`,
  guardBody: (line) =>
    line === null
      ? '프로그램이 페이지에 한 번도 제어를 돌려주지 않았습니다. 반복문이나 프로미스 사슬이 끝나기는 하나요?'
      : `${line}행이 계속 실행되면서 페이지에 제어를 돌려주지 않았습니다. 끝나기는 하나요?`,
  watchdogTitle: '5초 동안 응답이 없어서 중지했습니다.',
  watchdogBody:
    '연산 하나가 그 시간을 모두 썼기 때문에 어느 반복문인지 가리킬 수 없습니다. 그 전에 기록된 것은 남아 있습니다.',
  lostTitle: '이 실행은 보여 줄 수 없습니다.',
  keepGoing: '단계 기록 없이 20초 제한으로 다시 실행',
  goToLine: (line) => `${line}행으로 가기`,
  engineSays: '엔진이 알린 내용',
  rejected: '프로미스가 거부되었고 아무도 처리하지 않았습니다.',
  console: '콘솔',
  consoleEmpty: 'console.log의 출력이 여기에 나옵니다.',
  consoleNoOutput: '출력이 없습니다.',
  consoleNotYet: '이 단계까지는 출력된 것이 없습니다.',
  consoleCleared: '여기서 콘솔을 지웠습니다.',
  consoleOmitted: (n) =>
    `${count.format(n)}줄이 더 있지만 보여 주지 않습니다. 실행마다 처음 1,000줄만 보관합니다.`,
  output: '출력',
  outputNote: '프로그램을 실행하면 그 페이지가 여기에 나타납니다.',
  draftConflict:
    '다른 탭에서도 이 스니펫을 고쳤습니다. 여기에 보이는 것은 이 탭의 코드이고, 다른 탭의 코드도 보관되어 있습니다.',
  draftResetElsewhere:
    '다른 탭에서 이 스니펫을 되돌렸습니다. 여기에는 아직 고친 코드가 있습니다. 그대로 두면 다음에 왔을 때에도 보입니다.',
  draftKept: (n) => `다른 버전 ${count.format(n)}개`,
  draftKeptBecause: '다른 수정이 그 자리를 차지해서 보관해 둔 코드입니다:',
  draftVersion: (savedAt, lines) => `${when.format(savedAt)}에 저장, ${count.format(lines)}줄`,
  draftUse: '쓰기',
  draftDelete: '지우기',
  draftUseOther: '다른 버전 쓰기',
  draftKeepMine: '이 버전 유지',
  draftClose: '닫기',
  draftCorrupt: (key) =>
    `저장해 둔 코드를 읽을 수 없어서 레슨의 코드를 보여 줍니다. 원문은 이 브라우저 저장소의 “${key}”에 남아 있습니다.`,
  draftFull:
    '이 브라우저의 저장 공간이 부족해서 고친 코드를 저장하지 못했습니다. 페이지를 닫기 전까지는 남아 있으니, 나가기 전에 복사해 두세요.',
  draftUnavailable:
    '이 브라우저는 페이지가 고친 코드를 저장하는 것을 허용하지 않습니다. 페이지를 닫기 전까지는 남아 있으니, 나가기 전에 복사해 두세요.',
  draftLessonChanged: '고친 뒤에 레슨의 코드가 바뀌었습니다. 되돌리기를 누르면 새 코드가 보입니다.',
};
