import type { SearchText } from '../search';

export const search: SearchText = {
  button: '검색',
  title: '검색',
  field: '레슨, 용어집, 오류 메시지에서 검색',
  placeholder: '낱말, 이름, 오류 메시지',
  close: '검색 닫기',
  results: '결과',
  kinds: { lesson: '레슨', term: '용어집', error: '오류 메시지', page: '페이지' },
  tryThese: '예를 들면',
  tries: ['바이트 순서', 'DataView', '메모리 정렬', 'offset is out of bounds'],
  didYouMean: '혹시 이 낱말을 찾으시나요?',
  found: (places) => `${String(places)}곳을 찾았습니다.`,
  more: (pages) =>
    `이 낱말이 있는 페이지가 ${String(pages)}개 더 있습니다. 낱말을 더 넣으면 찾는 곳이 앞으로 옵니다.`,
  nothing: (words) => `“${words}”에 맞는 곳이 없습니다.`,
  failed: '검색을 불러오지 못했습니다.',
  offline:
    '네트워크에 연결되어 있지 않고, 검색에 필요한 파일이 아직 이 기기에 없습니다. 검색은 한 번 쓴 뒤부터 네트워크 없이도 됩니다.',
  again: '다시 시도',
  keys: [
    ['↑ ↓', '고르기'],
    ['Enter', '그곳으로 가기'],
    ['Esc', '닫기'],
  ],
};
