import { defineQuizzes } from '../../core/quiz';

export const quizzes = defineQuizzes({
  cut: {
    kind: 'value',
    of: { snippet: 'cut' },
    asks: { line: 12 },
    words: {
      en: {
        question:
          'The file has 250,000 bytes and a chunk has 102,400. Before you run it: how many bytes does the last part have, which line 12 prints?',
        because: 'Two whole chunks are 204,800 bytes, and 45,200 are left.',
        wrong: {
          '102400': 'The file does not divide into whole chunks. `slice` stops at its end.',
          '250000': 'That is the whole file. The last part begins at byte 204,800.',
          '147600': 'That is what is left behind one chunk. Two of them fit.',
          '204800': 'That is where the last part begins. How much is left from there on?',
        },
      },
      ko: {
        question:
          '파일은 250,000바이트이고 청크는 102,400바이트입니다. 실행하기 전에: 12행이 출력하는 마지막 조각은 몇 바이트일까요?',
        because: '온전한 청크 둘이 204,800바이트이고, 45,200바이트가 남습니다.',
        wrong: {
          '102400':
            '파일은 온전한 청크로 나누어떨어지지 않습니다. `slice`는 파일의 끝에서 멈춥니다.',
          '250000': '그것은 파일 전체입니다. 마지막 조각은 204,800번 바이트에서 시작합니다.',
          '147600': '청크 하나 뒤에 남은 것입니다. 둘이 들어갑니다.',
          '204800': '그것은 마지막 조각이 시작하는 자리입니다. 거기서부터 얼마나 남았나요?',
        },
      },
    },
  },

  kib: {
    kind: 'value',
    of: { snippet: 'kib' },
    asks: { expression: 'chunkSize / 1000' },
    words: {
      en: {
        question: 'Before you run it: how many kB are 100 KiB?',
        because: '100 × 1,024 bytes are 102,400 bytes, and a kB has 1,000 of them.',
        wrong: {
          '100': 'A KiB has 24 bytes more than a kB, so the number is another one.',
          '102400': 'That is how many bytes they are. A kB has 1,000.',
          '97.65625': 'You divided where you had to multiply: a KiB is the larger of the two.',
        },
      },
      ko: {
        question: '실행하기 전에: 100 KiB는 몇 kB일까요?',
        because: '100 × 1,024바이트는 102,400바이트이고, 1 kB는 1,000바이트입니다.',
        wrong: {
          '100': '1 KiB는 1 kB보다 24바이트 크므로 수가 달라집니다.',
          '102400': '그것은 바이트 수입니다. 1 kB는 1,000바이트입니다.',
          '97.65625': '곱해야 할 곳에서 나누었습니다. 둘 가운데 큰 것이 KiB입니다.',
        },
      },
    },
  },

  empty: {
    kind: 'choice',
    of: { snippet: 'empty' },
    asks: { expression: 'percent.toFixed(2)' },
    choices: ['0.00', '100.00', 'NaN', 'RangeError'],
    words: {
      en: {
        question: 'An empty file is chosen. Before you run it: which percentage does line 5 print?',
        choices: { RangeError: 'None: line 4 throws a `RangeError`' },
        because: '0 bytes of 0 are 0 / 0, and that is `NaN`, not a number.',
        wrong: {
          '0.00': 'Nothing is loaded, that is true. But nothing of what? The file has 0 bytes.',
          '100.00': 'That is what it should say: all of it is there. The division says otherwise.',
          RangeError: 'JavaScript divides by 0 without an error. What does it give for 0 / 0?',
        },
      },
      ko: {
        question: '빈 파일을 골랐습니다. 실행하기 전에: 5행은 몇 퍼센트라고 출력할까요?',
        choices: {
          RangeError: '없음: 4행이 `RangeError`를 던집니다',
        },
        because: '0바이트 중 0바이트는 0 / 0이고, 그것은 수가 아니라는 뜻의 `NaN`입니다.',
        wrong: {
          '0.00':
            '읽은 것이 없다는 것은 맞습니다. 하지만 무엇 가운데 없나요? 파일은 0바이트입니다.',
          '100.00':
            '그렇게 나와야 옳습니다. 전부 다 있기 때문입니다. 하지만 나눗셈의 답은 다릅니다.',
          RangeError: 'JavaScript는 0으로 나누어도 오류를 내지 않습니다. 0 / 0은 무엇일까요?',
        },
      },
    },
  },

  'in-memory': {
    kind: 'value',
    of: {
      code: 'const file = { size: 4 * 1024 ** 3 };\nconst chunk = 1024 * 100;\nconst inFlight = 2;',
    },
    asks: { expression: 'inFlight * chunk' },
    words: {
      en: {
        question:
          'A file of 4 GiB goes up in chunks of 100 KiB, with at most two in flight. How many bytes of it has the program in memory at most, if it reads a chunk only when there is room?',
        because:
          'Two chunks of 102,400 bytes. The size of the file does not come into it, and that is the point.',
        wrong: {
          '4294967296': 'That is the whole file. Which part of it has to be there at one moment?',
          '102400': 'Two chunks are on their way at the same time.',
          '200': 'That is in KiB. The question is about bytes.',
        },
      },
      ko: {
        question:
          '4 GiB짜리 파일을 100 KiB 청크로 나누고, 동시에 최대 둘만 가는 중으로 두어 업로드합니다. 자리가 났을 때만 청크를 읽는다면, 프로그램의 메모리에 올라와 있는 파일의 바이트는 최대 몇 바이트일까요?',
        because:
          '102,400바이트짜리 청크 둘입니다. 파일의 크기는 상관없고, 바로 그 점이 중요합니다.',
        wrong: {
          '4294967296': '그것은 파일 전체입니다. 한순간에 있어야 하는 것은 어느 부분인가요?',
          '102400': '청크 둘이 동시에 가는 중입니다.',
          '200': 'KiB로 센 것입니다. 물은 것은 바이트입니다.',
        },
      },
    },
  },

  'who-knows': {
    kind: 'value',
    of: {
      code: `const lab = { next: 0 };
const sender = { acknowledged: 0 };

for (const isHeard of [true, true, false]) {
  lab.next += 102400; // It stores a chunk, and says so.
  if (isHeard) sender.acknowledged = lab.next;
}`,
    },
    asks: { expression: 'lab.next' },
    words: {
      en: {
        question:
          'Three chunks arrive, and the acknowledgement of the third is lost together with the connection. At which byte of the file should the sender go on?',
        because:
          'The lab has three chunks, 307,200 bytes. The sender knows of two, so it has to ask.',
        wrong: {
          '204800':
            'That is what the sender knows of. The lab has one chunk more, and would get it twice.',
          '0': 'That would send 307,200 bytes a second time.',
          '409600': 'That leaves a gap: the fourth chunk has not been sent.',
        },
      },
      ko: {
        question:
          '청크 셋이 도착하고, 셋째의 수신 확인이 연결과 함께 사라집니다. 보내는 쪽은 파일의 몇 번 바이트에서 이어 가야 할까요?',
        because:
          '랩에는 청크 셋, 307,200바이트가 있습니다. 보내는 쪽은 둘만 알고 있으므로 물어야 합니다.',
        wrong: {
          '204800': '보내는 쪽이 아는 것입니다. 랩에는 청크가 하나 더 있어서 두 번 받게 됩니다.',
          '0': '307,200바이트를 다시 보내게 됩니다.',
          '409600': '빈틈이 생깁니다. 넷째 청크는 보내지 않았습니다.',
        },
      },
    },
  },

  moved: {
    kind: 'value',
    of: { snippet: 'moved' },
    asks: { expression: 'bytes.byteLength' },
    words: {
      en: {
        question:
          'Before you run it: line 7 hands the buffer over. What is `bytes.byteLength` in line 8?',
        because: 'The memory has changed hands, and the buffer that you hold has none any more.',
        wrong: {
          '102400':
            'So it would be if the bytes had been copied. Then they would be in memory twice.',
          '1': 'It is not one buffer in a list, it is the buffer itself. How much memory does it still have?',
        },
      },
      ko: {
        question: '실행하기 전에: 7행이 버퍼를 넘깁니다. 8행의 `bytes.byteLength`는 무엇일까요?',
        because: '메모리의 주인이 바뀌었고, 들고 있는 버퍼에는 이제 메모리가 없습니다.',
        wrong: {
          '102400': '바이트가 복사되었다면 그럴 것입니다. 그러면 메모리에 두 벌 있게 됩니다.',
          '1': '목록에 든 버퍼의 개수가 아니라 버퍼 자체입니다. 거기에 메모리가 얼마나 남아 있나요?',
        },
      },
    },
  },

  messages: {
    kind: 'value',
    of: { code: 'const size = 250000;\nconst chunk = 1024 * 100;' },
    asks: { expression: 'Math.ceil(size / chunk)' },
    words: {
      en: {
        question: 'How many messages with bytes does this upload take?',
        because: 'Two whole chunks, and one for the 45,200 bytes that are left.',
        wrong: {
          '2': 'Two whole chunks are 204,800 bytes. The rest needs a message too.',
          '2.44140625': 'There is no part of a message: round up.',
          '5': 'You counted `start` and `done`, which carry no bytes.',
        },
      },
      ko: {
        question: '이 업로드에는 바이트를 담은 메시지가 몇 개 필요할까요?',
        because: '온전한 청크 둘, 그리고 남은 45,200바이트에 하나입니다.',
        wrong: {
          '2': '온전한 청크 둘은 204,800바이트입니다. 나머지에도 메시지가 필요합니다.',
          '2.44140625': '메시지의 일부라는 것은 없습니다. 올림하세요.',
          '5': '바이트를 담지 않는 `start`와 `done`까지 세었습니다.',
        },
      },
    },
  },

  'last-bytes': {
    kind: 'value',
    of: { code: 'const size = 250000;\nconst chunk = 1024 * 100;' },
    asks: { expression: 'size % chunk' },
    words: {
      en: {
        question: 'And how many bytes does the last of them carry?',
        because: '250,000 − 2 × 102,400 = 45,200.',
        wrong: {
          '102400': 'Then the file would have 307,200 bytes.',
          '0': 'The file does not divide into whole chunks.',
          '50000': 'A chunk has 102,400 bytes: 100 KiB, not 100 kB.',
        },
      },
      ko: {
        question: '그러면 마지막 메시지는 몇 바이트를 담을까요?',
        because: '250,000 − 2 × 102,400 = 45,200.',
        wrong: {
          '102400': '그렇다면 파일은 307,200바이트일 것입니다.',
          '0': '파일은 온전한 청크로 나누어떨어지지 않습니다.',
          '50000': '청크는 102,400바이트입니다. 100 kB가 아니라 100 KiB입니다.',
        },
      },
    },
  },

  complete: {
    kind: 'choice',
    of: {
      code: `const shown = 100; // percent
const complete = { success: false };`,
    },
    asks: { expression: 'shown === 100 && !complete.success ? "success" : "nothing"' },
    choices: ['success', 'progress', 'load', 'nothing'],
    words: {
      en: {
        question:
          'An upload of the post’s kind has ended like this. What must a listener of `complete` look at before it says that the file is saved?',
        choices: {
          success: '`event.success`',
          progress: 'Whether the last progress was 100 %',
          load: 'Whether `load` has fired',
          nothing: 'Nothing: `complete` means that it is saved',
        },
        because:
          '`complete` says that it is over, well or badly. `success` says which, and it comes from the server.',
        wrong: {
          progress: 'It was 100 here, and the file is not saved. Progress counts what was read.',
          load: '`load` says that the file has been read here. What does the server say?',
          nothing: 'Over is not the same as saved. The event has a field that says so.',
        },
      },
      ko: {
        question:
          '2015년 글과 같은 업로드가 이렇게 끝났습니다. `complete`의 리스너는 파일이 저장되었다고 알리기 전에 무엇을 봐야 할까요?',
        choices: {
          success: '`event.success`',
          progress: '마지막 진행률이 100 %였는지',
          load: '`load`가 발생했는지',
          nothing: '아무것도: `complete`는 저장되었다는 뜻입니다',
        },
        because:
          '`complete`는 잘되었든 아니든 끝났다는 뜻입니다. 어느 쪽인지는 서버에서 온 `success`가 말해 줍니다.',
        wrong: {
          progress:
            '여기서는 100이었고 파일은 저장되지 않았습니다. 진행률이 세는 것은 읽은 바이트입니다.',
          load: '`load`는 여기서 파일을 다 읽었다는 뜻입니다. 서버는 무엇이라고 하나요?',
          nothing: '끝난 것과 저장된 것은 다릅니다. 이벤트에 그것을 말하는 필드가 있습니다.',
        },
      },
    },
  },

  'who-checks': {
    kind: 'choice',
    of: {
      code: 'const chunk = { offset: 102400, byteLength: 45200 };\nconst lab = { next: 204800, size: 250000 };',
    },
    asks: {
      expression: 'chunk.offset < lab.next ? "duplicate" : chunk.offset > lab.next ? "gap" : "ack"',
    },
    choices: ['ack', 'duplicate', 'gap', 'overrun'],
    words: {
      en: {
        question: 'The lab wants byte 204,800, and this chunk comes. What should it answer?',
        choices: {
          ack: 'It takes the bytes',
          duplicate: 'It refuses them: it has them already',
          gap: 'It refuses them: bytes before them are missing',
          overrun: 'It refuses them: they reach past the end of the file',
        },
        because:
          'The chunk begins at byte 102,400, which the lab has. Because every chunk says its offset, a second copy does no harm.',
        wrong: {
          ack: 'Appended at the end, they would stand at the wrong place in the file.',
          gap: 'A gap is the other way round: an offset beyond what the lab wants.',
          overrun: 'It ends at byte 147,600, well within the file.',
        },
      },
      ko: {
        question: '랩은 204,800번 바이트를 원하는데 이 청크가 옵니다. 무엇이라고 답해야 할까요?',
        choices: {
          ack: '바이트를 받습니다',
          duplicate: '거절합니다. 이미 있는 바이트입니다',
          gap: '거절합니다. 그 앞의 바이트가 빠졌습니다',
          overrun: '거절합니다. 파일의 끝을 넘어갑니다',
        },
        because:
          '청크는 랩에 이미 있는 102,400번 바이트에서 시작합니다. 청크마다 오프셋을 밝히므로 두 번 보내도 해가 없습니다.',
        wrong: {
          ack: '끝에 덧붙이면 파일의 엉뚱한 자리에 놓이게 됩니다.',
          gap: '빈틈은 그 반대입니다. 랩이 원하는 것보다 뒤의 오프셋입니다.',
          overrun: '147,600번 바이트에서 끝나므로 파일 안에 넉넉히 들어갑니다.',
        },
      },
    },
  },
});
