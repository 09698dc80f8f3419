import type { AnswerKey } from '../../core/quiz/answer-key';
import type { Slip } from '../../core/quiz/wrong-answers';
import type { QuizText, SlipWords } from '../quiz';

export const quiz: QuizText = {
  predict: '예상해 보기',
  question: '문제',
  you: '내 답',
  memory: '메모리',
  byte: (index) => `바이트 ${index}`,
  howTo: (kind, base) =>
    kind === 'bytes'
      ? '바이트마다 16진수 두 자리를 적으세요.'
      : kind === 'value'
        ? base === 16
          ? '16진수를 적으세요. 0x는 있어도 되고 없어도 됩니다.'
          : '10진수를 적으세요. 16진수는 0x로 시작합니다.'
        : '',
  value: (base) => (base === 16 ? '내 답, 16진수' : '내 답'),
  check: '확인',
  again: '다시 풀기',
  show: '답 보기',
  hide: '답 가리기',
  answer: '답',
  right: '맞았습니다.',
  rightSeen: '맞았습니다. 답을 먼저 봤기 때문에 진도에는 들어가지 않습니다.',
  wrong: (kind, differing, of) =>
    kind === 'bytes'
      ? {
          name: '아직 아닙니다.',
          why:
            differing === of
              ? '맞은 바이트가 아직 없습니다. 하나씩 계산해 보세요.'
              : `${of}바이트 중 ${differing}바이트가 틀렸습니다. 표시해 두었습니다.`,
        }
      : { name: '아직 아닙니다.', why: '한 단계씩 다시 계산해 보세요.' },
  notThis: '아직 아닙니다.',
  refused: (why, typed, byte) => {
    const where = byte === null ? '' : `바이트 ${byte}: `;
    switch (why) {
      case 'empty':
        return byte === null
          ? '칸이 비어 있습니다. 수를 적으세요.'
          : `바이트 ${byte} 칸이 비어 있습니다. 00부터 FF까지 16진수 두 자리를 적으세요.`;
      case 'not-hex':
        return byte === null
          ? `“${typed}” 값은 16진수가 아닙니다. 0–9와 A–F만 쓰세요.`
          : `${where}“${typed}”. 00부터 FF까지 16진수 두 자리를 적으세요.`;
      case 'long':
        return `${where}“${typed}” 값은 FF보다 큽니다. 바이트는 16진수 두 자리입니다.`;
      case 'hex-digits':
        return `“${typed}” 값은 16진수처럼 보입니다. 10진수로 적거나 0x${typed}처럼 적으세요.`;
      case 'not-a-number':
        return `“${typed}” 값은 수가 아닙니다. 44, −2, 0x2C처럼 적으세요.`;
    }
  },
  choose: '고른 답이 없습니다. 답 하나를 고르세요.',
};

export const slip = (of: Slip, kind: AnswerKey['kind']): SlipWords => {
  switch (of) {
    case 'byte-swapped':
      return kind === 'bytes'
        ? {
            name: '바이트는 맞고 순서가 다릅니다.',
            why: '수는 모두 있지만 반대쪽 끝부터 적혀 있습니다. 여기서는 어느 끝이 먼저일까요?',
          }
        : {
            name: '반대쪽 끝부터 읽었습니다.',
            why: '같은 바이트를 다른 바이트 순서로 읽은 값입니다. 여기서는 어느 끝이 먼저일까요?',
          };
    case 'wrong-offset':
      return {
        name: '바이트는 맞고 자리가 다릅니다.',
        why: '이 바이트는 다른 오프셋에 있습니다. 버퍼나 뷰의 첫 바이트가 0번입니다. 거기서부터 다시 세어 보세요.',
      };
    case 'sign-lost':
      return {
        name: '부호가 사라졌습니다.',
        why: '마이너스가 빠진 수입니다. 음수의 비트는 어떻게 생겼을까요?',
      };
    case 'sign-flag':
      return {
        name: '최상위 비트는 마이너스 기호가 아닙니다.',
        why: '양수의 비트를 그대로 두고 최상위 비트만 켰습니다. 최상위 비트도 자릿값입니다. 음수로 세고, 나머지 비트를 거기에 더합니다.',
      };
    case 'read-unsigned':
      return {
        name: '부호 없이 읽었습니다.',
        why: '최상위 비트를 양수로 세었을 때의 값입니다. 타입을 다시 보세요.',
      };
    case 'read-signed':
      return {
        name: '부호 있게 읽었습니다.',
        why: '최상위 비트를 음수로 세었을 때의 값입니다. 타입을 다시 보세요.',
      };
    case 'clamped':
      return {
        name: '랩어라운드하는 타입인데 클램프했습니다.',
        why: '범위의 끝에서 멈췄습니다. 이 타입은 멈추지 않고, 아래쪽 비트만 남기고 나머지를 버립니다.',
      };
    case 'wrapped':
      return {
        name: '클램프하는 타입인데 랩어라운드했습니다.',
        why: '범위의 끝에서 한 바퀴 돌았습니다. 이 타입은 끝에서 멈춥니다.',
      };
    case 'not-stored':
      return {
        name: '저장하기 전의 수입니다.',
        why: '이 타입의 범위 안에 있나요? 들어가는 만큼만 저장됩니다.',
      };
    case 'decimal-for-hex':
      return {
        name: '16진수로 물었는데 10진수입니다.',
        why: '값은 맞습니다. 16진수로 적어 보세요. 16진수의 10은 십육입니다.',
      };
    case 'hex-for-decimal':
      return {
        name: '10진수로 물었는데 16진수입니다.',
        why: '값은 맞습니다. 10진수로 적거나 앞에 0x를 붙이세요.',
      };
  }
};
