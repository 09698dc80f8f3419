import type { ErrorListText } from '../error-list';

export const errorList: ErrorListText = {
  title: '오류 메시지',
  description:
    '바이트, 뷰, 미디어에서 잘못되었을 때 Chromium과 Firefox가 하는 말, 그 뜻과 고치는 방법.',
  lead: '바이트, 뷰, 미디어에서 무엇이 잘못되었을 때 브라우저가 하는 말과 그 뜻, 그리고 고치는 방법입니다. Chromium과 Firefox의 말이 다르면 둘 다 적었습니다.',
  groups: {
    views: '버퍼와 뷰',
    media: '미디어와 객체 URL',
    language: '언어 자체',
  },
  met: '나오는 레슨:',
};
