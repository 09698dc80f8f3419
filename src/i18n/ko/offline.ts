import type { OfflineText } from '../offline';

const whole = new Intl.NumberFormat('ko', { maximumFractionDigits: 1 });
const megabytes = (bytes: number) => `${whole.format(bytes / 1e6)} MB`;

export const offline: OfflineText = {
  update: {
    says: '이 사이트의 새 버전이 나왔습니다. 작성한 내용은 그대로 남습니다.',
    reload: '새로 고침',
    later: '나중에',
  },
  standIn: {
    title: '이 기기에 저장되지 않은 페이지입니다',
    description: '네트워크 없이 읽을 수 있는 페이지.',
    lead: '네트워크에 연결되어 있지 않고, 이 페이지는 아직 열어 본 적이 없습니다. 한 번 연 페이지는 저장됩니다.',
    again: '다시 시도',
    kept: '이 기기에 저장된 페이지',
    nothing: '아직 저장된 페이지가 없습니다.',
  },
  panel: {
    title: '네트워크가 없을 때',
    about:
      '한 번 연 페이지는 기록된 실행, 퀴즈, 미디어와 함께 이 기기에 저장되므로 네트워크 없이도 다시 열립니다.',
    running:
      '코드도 네트워크 없이 실행됩니다. 다만 여기서 스니펫을 한 번 실행했고 브라우저에 샌드박스 페이지가 남아 있어야 합니다. 남아 있지 않으면 벤치가 알려 줍니다.',
    kept: (pages, bytes) =>
      `페이지 ${whole.format(pages)}개가 저장되어 있습니다. 모두 ${megabytes(bytes)}입니다.`,
    nothing: '저장된 페이지가 없습니다.',
    impossible:
      '이 주소에서는 브라우저가 아무것도 저장하지 않습니다. HTTPS가 필요하며, 사생활 보호 창에서는 되지 않습니다.',
    list: '저장된 페이지',
    keepAll: '모든 레슨 저장',
    remove: '저장된 것 지우기',
    keeping: (done, total) => `페이지 ${String(total)}개 중 ${String(done)}개 저장…`,
    allKept: (pages) => `이제 페이지 ${String(pages)}개를 네트워크 없이 읽을 수 있습니다.`,
    someFailed: (failed) =>
      `페이지 ${String(failed)}개를 받지 못했습니다. 네트워크가 나아지면 다시 시도하세요.`,
    removed: '지웠습니다. 이제부터 여는 페이지는 다시 저장됩니다.',
  },
};
