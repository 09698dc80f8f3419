/** By the English sentence, which is what a run says. One that is not here stays English. */
const KOREAN: Readonly<Record<string, string>> = {
  'The sandbox page did not load, so the code was not run. Reload the page; if that does not help, an extension or a proxy may be blocking it.':
    '샌드박스 페이지를 불러오지 못해 코드를 실행하지 않았습니다. 페이지를 새로 고치세요. 그래도 안 되면 확장 프로그램이나 프록시가 막고 있을 수 있습니다.',
  'There is no network, and this browser does not have the sandbox page any more, so the code was not run. Its recorded run can be stepped through all the same.':
    '네트워크에 연결되어 있지 않고 이 브라우저에 샌드박스 페이지가 남아 있지 않아 코드를 실행하지 않았습니다. 기록된 실행은 그대로 한 단계씩 볼 수 있습니다.',
  'The sandbox did not answer, so the code was not run. Press Run again; if that does not help, reload the page.':
    '샌드박스가 응답하지 않아 코드를 실행하지 않았습니다. 실행을 다시 누르세요. 그래도 안 되면 페이지를 새로 고치세요.',
  'The sandbox went away while the code ran. It may have used up its memory, closed itself or tried to leave its page. Press Run to start afresh.':
    '코드가 실행되는 동안 샌드박스가 사라졌습니다. 메모리를 다 썼거나, 스스로 닫혔거나, 페이지를 떠나려 했을 수 있습니다. 실행을 누르면 새로 시작합니다.',
  'The code sent messages faster than this page takes them, so the run was ended. What is shown is incomplete.':
    '코드가 이 페이지가 받을 수 있는 것보다 빨리 메시지를 보내서 실행을 끝냈습니다. 보이는 것은 일부입니다.',
  'The sandbox sent a message this page does not understand, so nothing about this run can be trusted.':
    '샌드박스가 이 페이지가 이해하지 못하는 메시지를 보냈으므로 이 실행은 아무것도 믿을 수 없습니다.',
  'The part of this page that prepares code did not load, so the code was not run. Press Run again; if that does not help, reload the page.':
    '코드를 준비하는 부분을 불러오지 못해 코드를 실행하지 않았습니다. 실행을 다시 누르세요. 그래도 안 되면 페이지를 새로 고치세요.',
  'The part of this page that reaches the lab did not load. Press Run again; if that does not help, reload the page.':
    '랩에 연결하는 부분을 불러오지 못했습니다. 실행을 다시 누르세요. 그래도 안 되면 페이지를 새로 고치세요.',
  'The page lost its connection to the sandbox. Reload the page.':
    '페이지와 샌드박스의 연결이 끊어졌습니다. 페이지를 새로 고치세요.',
};

export const lost = (reason: string): string => KOREAN[reason] ?? reason;
