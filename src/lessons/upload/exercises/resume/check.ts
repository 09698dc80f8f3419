import {
  call,
  defineExercise,
  everyCall,
  file,
  labRefusedNothing,
  labSaved,
  messagesOf,
  noReadsBelowResume,
  resumedAt,
  labOf,
  socket,
  type Call,
} from '../../../../core/exercise';

const upload = (byteLength: number, seed: number, chunk: number | null, stored = false) => {
  const made = { byteLength, seed };
  const diesAt = chunk === null ? null : { chunk, stored };
  return call('upload', socket(made, { diesAt }), file('film.bin', made));
};

/** The second start was one of another upload. */
const beganAnew = (made: Call | null) => {
  const [, second] = made === null ? [] : messagesOf(made, 'ready');
  return second?.next === 0;
};

export const exercise = defineExercise({
  probes: [
    upload(250_000, 0x6c, 2),
    upload(250_000, 2, 1, true),
    upload(500_000, 3, 3, true),
    upload(500_000, 4, 3),
    upload(300_000, 5, 0),
    upload(250_000, 6, null),
    upload(0, 7, null),
  ],

  checks: {
    reads: {
      judge: everyCall(noReadsBelowResume()),
      mistakes: {
        'from-zero': ({ problem }) => problem.kind === 'read-again' && problem.start === 0,
        'no-resume': ({ call: made }) => beganAnew(made),
        'own-count': ({ problem }) => problem.kind === 'read-again' && problem.start > 0,
      },
    },
    accepted: {
      judge: everyCall(labRefusedNothing()),
      mistakes: {
        'no-resume': ({ call: made }) => beganAnew(made),
        'own-position': ({ problem }) =>
          problem.kind === 'lab' && ['gap', 'incomplete'].includes(problem.refusal ?? ''),
      },
    },
    saved: {
      judge: everyCall(labSaved()),
      mistakes: {
        'gave-up': ({ call: made }) =>
          made !== null &&
          messagesOf(made, 'disconnect').length > 0 &&
          resumedAt(labOf(made)) === null,
      },
    },
  },

  words: {
    en: {
      checks: {
        reads: 'After a loss, reads nothing that the lab has',
        accepted: 'The lab refuses nothing',
        saved: 'The lab has the whole file, and its hash is right',
      },
      mistakes: {
        'from-zero': {
          why: 'The lab had 204,800 bytes when it died, and kept them. You began at 0 again: 204,800 bytes were sent twice.',
          next: 'Ask to go on with the same upload, and begin at the byte that the answer names.',
        },
        'own-count': {
          why: 'The lab had stored the chunk, and only its acknowledgement was lost. Your own count does not know of it, so you read it again.',
          next: 'Begin at the `next` that the lab answers to `start`.',
        },
        'own-position': {
          why: 'A gap: the lab wants 204,800. You went on where you had read to, and what was on its way when the lab died never arrived.',
          next: 'Begin at the `next` that the lab answers to `start`.',
        },
        'no-resume': {
          why: 'Without `resume` the lab took this for a new upload, which begins at 0, and you sent a chunk from its middle.',
          next: 'Give `start` the id of the first upload as `resume`.',
        },
        'gave-up': {
          why: 'The connection was lost, and you never started again. The lab holds part of a file that nobody finishes.',
          next: 'Catch the error, and start once more.',
        },
      },
    },
    ko: {
      checks: {
        reads: '끊긴 뒤에 랩에 있는 것을 읽지 않습니다',
        accepted: '랩이 거절하는 것이 없습니다',
        saved: '랩에 파일 전체가 있고 해시가 맞습니다',
      },
      mistakes: {
        'from-zero': {
          why: '랩은 죽을 때 204,800바이트를 가지고 있었고, 잃지 않았습니다. 0부터 다시 시작해서 204,800바이트를 두 번 보냈습니다.',
          next: '같은 업로드를 이어 가겠다고 하고, 응답이 말하는 바이트에서 시작하세요.',
        },
        'own-count': {
          why: '랩은 청크를 저장했고 그 수신 확인만 사라졌습니다. 자기가 센 수는 그것을 모르므로 다시 읽었습니다.',
          next: '`start`에 랩이 답하는 `next`에서 시작하세요.',
        },
        'own-position': {
          why: '빈틈이 생겼습니다. 랩은 204,800을 원합니다. 읽던 자리에서 이어 갔는데, 랩이 죽을 때 가는 중이던 것은 도착하지 않았습니다.',
          next: '`start`에 랩이 답하는 `next`에서 시작하세요.',
        },
        'no-resume': {
          why: '`resume`이 없어서 랩은 0에서 시작하는 새 업로드로 보았는데, 한가운데의 청크를 보냈습니다.',
          next: '`start`에 첫 업로드의 id를 `resume`으로 주세요.',
        },
        'gave-up': {
          why: '연결이 끊겼는데 다시 시작하지 않았습니다. 랩에는 아무도 끝내지 않는 파일의 일부가 남아 있습니다.',
          next: '오류를 잡아서(catch) 다시 시작하세요.',
        },
      },
    },
  },
});
