/**
 * Searches while the reader types, and shows what is found as one list that the arrows walk through while the focus stays
 * in the field (a combobox with a listbox). Fetched by open.ts.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
import { textFor } from '../../i18n/locale';
import { searchText } from '../../i18n/search';
import { pageLocale } from '../shell/page-locale';
import type { Found, Place } from './found';
import { nearWords } from './near-words';
import { SearchIndex, type Answer } from './pagefind';

const text = textFor(searchText, pageLocale);
const index = new SearchIndex();

function find<K extends keyof HTMLElementTagNameMap>(
  name: K,
  selector: string,
): HTMLElementTagNameMap[K] {
  const element = document.querySelector<HTMLElementTagNameMap[K]>(`#search ${name}${selector}`);
  if (element === null) throw new Error(`The search has no ${name}${selector}.`);
  return element;
}
const field = find('input', '');
const status = find('p', '.search-status');
const words = find('div', '.search-words');
const list = find('div', '#search-found');
const more = find('p', '.search-more');

/** Counts what was asked, so that a late answer to an earlier question is not shown. */
let asked = 0;
/** The last question; it ends when its answer is drawn. */
let searching = Promise.resolve();
const options = () => [...list.querySelectorAll<HTMLElement>('[role="option"]')];
const chosen = () => list.querySelector<HTMLElement>('[aria-selected="true"]');

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}

function choose(option: HTMLElement | null): void {
  chosen()?.setAttribute('aria-selected', 'false');
  option?.setAttribute('aria-selected', 'true');
  option?.scrollIntoView({ block: 'nearest' });
  if (option) field.setAttribute('aria-activedescendant', option.id);
  else field.removeAttribute('aria-activedescendant');
}

function placeOption({ title, url, excerpt }: Place, id: string, kind?: string): HTMLElement {
  const pieces = excerpt.map(({ text, hit }) => (hit ? element('mark', '', text) : text));
  const name = element('b', '', title);
  if (kind !== undefined) name.append(' ', element('small', '', kind));
  const option = element('a', 'search-place', name, ...pieces);
  option.href = url;
  option.id = id;
  option.tabIndex = -1;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  return option;
}

function pageGroup({ kind, title, places }: Found, at: number): HTMLElement {
  const id = `search-${String(at)}`;
  const [only] = places;
  // A page of one place that is called like it needs no heading.
  if (places.length === 1 && only?.title === title) return placeOption(only, id, text.kinds[kind]);
  const head = element('div', 'search-page', title, element('small', '', text.kinds[kind]));
  head.id = `${id}-page`;
  const options = places.map((place, i) => placeOption(place, `${id}-${String(i)}`));
  const group = element('div', '', head, ...options);
  group.setAttribute('role', 'group');
  group.setAttribute('aria-labelledby', head.id);
  return group;
}

/** Buttons that put a word into the field. */
function propose(before: string, proposed: readonly string[]): void {
  words.replaceChildren(
    ...(proposed.length === 0 ? [] : [before]),
    ...proposed.map((word) => {
      const button = element('button', 'btn', word);
      button.type = 'button';
      button.addEventListener('click', () => {
        field.value = word;
        field.focus();
        search();
      });
      return button;
    }),
  );
}

function draw({ pages, more: left }: Answer): void {
  list.replaceChildren(...pages.map(pageGroup));
  list.hidden = pages.length === 0;
  field.setAttribute('aria-expanded', String(pages.length > 0));
  more.hidden = left === 0;
  more.textContent = left === 0 ? '' : text.more(left);
  choose(null);
}

function tellFailure(): void {
  draw({ pages: [], more: 0 });
  status.textContent = `${text.failed}${navigator.onLine ? '' : ` ${text.offline}`}`;
  const again = element('button', 'btn', text.again);
  again.type = 'button';
  again.addEventListener('click', () => {
    field.focus();
    search();
  });
  words.replaceChildren(again);
}

function search(): void {
  searching = answer();
}

async function answer(): Promise<void> {
  const question = (asked += 1);
  const typed = field.value.trim();
  if (typed === '') {
    draw({ pages: [], more: 0 });
    status.textContent = '';
    propose(text.tryThese, text.tries);
    return;
  }
  try {
    const found = await index.find(typed);
    if (question !== asked) return;
    const places = found.pages.reduce((sum, page) => sum + page.places.length, 0);
    const near = places > 0 ? [] : nearWords(typed, await index.words(pageLocale));
    if (question !== asked) return;
    draw(found);
    status.textContent = places > 0 ? text.found(places) : text.nothing(typed);
    propose(
      near.length > 0 ? text.didYouMean : text.tryThese,
      places > 0 ? [] : near.length > 0 ? near : text.tries,
    );
  } catch {
    if (question === asked) tellFailure();
  }
}

function step(by: 1 | -1): void {
  const all = options();
  if (all.length === 0) return;
  const current = chosen();
  const at = current === null ? (by === 1 ? -1 : all.length) : all.indexOf(current);
  // Past either end is the field itself, with nothing chosen.
  choose(all[at + by] ?? null);
}

field.addEventListener('input', search);
// Opened again, the next word takes the place of the last.
field.addEventListener('focus', () => field.select());
field.addEventListener('keydown', (event) => {
  // Enter and arrows of an input method choose among its own words.
  if (event.isComposing) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    const option = chosen();
    if (option) option.click();
    // Whoever types and presses Enter at once means what was typed, not what is still shown.
    else void searching.then(() => options()[0]?.click());
  }
});

status.textContent = '';
// What was typed while this came is searched for, too.
search();
void index.load().catch(() => undefined);
