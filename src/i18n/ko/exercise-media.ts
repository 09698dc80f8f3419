import type { MistakeWords } from '../../core/exercise/exercise';
import type { MediaProblem } from '../../core/exercise/feedback';

const number = new Intl.NumberFormat('ko');
const bytes = (n: number): string => `${number.format(n)}바이트`;

export function mediaWords(problem: MediaProblem): MistakeWords {
  switch (problem.kind) {
    case 'media-busy':
      return {
        why: `\`${problem.operation}\`의 ${problem.number}번째 호출이, SourceBuffer가 updating인 동안 일어나서 \`InvalidStateError\`를 던졌습니다.`,
        next: '다음 일을 시키기 전에 updateend를 기다리세요.',
      };
    case 'media-uncaught':
      return {
        why: `\`${problem.event}\`의 리스너에서 오류가 나왔습니다: \`${problem.error}\`.`,
        next: '오류를 던진 호출과, 그때의 상태를 찾으세요.',
      };
    case 'media-bytes':
      if (problem.differsAt !== null)
        return {
          why: `오프셋 ${number.format(problem.differsAt)} 뒤의 추가에 거기 올 바이트가 없었습니다.`,
          next: '청크를 온 순서대로, 그것만 추가하세요.',
        };
      return {
        why: `${bytes(problem.expected)} 중 ${bytes(problem.found)}가 추가되었습니다.`,
        next: '청크 하나를 data 이벤트부터 추가까지 따라가 보세요.',
      };
    case 'media-ends':
      return {
        why:
          problem.found === 0
            ? '다 들어갔는데 끝이라고 알리지 않았습니다.'
            : problem.found === 1
              ? '호출할 수 없을 때 `endOfStream`을 호출했습니다.'
              : `\`endOfStream\`을 ${problem.found}번 호출했습니다.`,
        next: '끝이 왔고, 큐가 비었고, updating이 아닐 때 endOfStream을 한 번 호출하세요.',
      };
    case 'media-after-failure':
      return {
        why: `SourceBuffer가 실패한 뒤에도 \`${problem.operation}\` 호출이 있었습니다.`,
        next: 'error 이벤트를 확인하고 거기서 멈추세요.',
      };
    case 'told':
      return {
        why:
          problem.found === null
            ? `알려야 할 것: \`${String(problem.expected)}\`. 알린 것이 없습니다.`
            : problem.expected === null
              ? `알리지 않아야 할 것을 알렸습니다: \`${problem.found}\`.`
              : `알려야 할 것은 \`${problem.expected}\`, 알린 것은 \`${problem.found}\`.`,
        next: '어떻게 끝났는지 아는 곳에서 한 번만 알리세요.',
      };
    case 'media-type':
      return {
        why:
          problem.found === null
            ? '`addSourceBuffer` 호출이 없습니다.'
            : problem.expected === null
              ? `\`addSourceBuffer\`에 준 \`${problem.found}\` 타입은 여기서 지원하지 않습니다.`
              : `\`addSourceBuffer\`에 준 것은 \`${problem.found}\`, 맞는 것은 \`${problem.expected}\`.`,
        next: '트랙마다 CodecID와 타입 문자열에서의 이름을 적어 보세요.',
      };
    case 'media-unasked':
      return {
        why: `만들 때까지 \`${problem.type}\` 타입을 지원하는지 아무도 묻지 않았습니다.`,
        next: '먼저 같은 문자열로 `MediaSource.isTypeSupported`에 물으세요.',
      };
    case 'media-url':
      return problem.isEarly
        ? {
            why: 'MediaSource가 열리기 전에 주소를 해제했습니다. 요소가 아직 가져오지 않았다면 영영 열리지 않습니다.',
            next: 'sourceopen의 리스너에서 해제하세요.',
          }
        : {
            why: 'MediaSource의 주소가 아직 남아 있습니다.',
            next: 'MediaSource가 열리는 대로 `video.src`를 해제하세요.',
          };
  }
}
