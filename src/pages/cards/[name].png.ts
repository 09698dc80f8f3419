import type { APIRoute } from 'astro';
import { drawCard, type CardContent } from '../../build/cards';
import { allLessons, lessonPlaces } from '../../build/lessons';
import { DEFAULT_LOCALE, LOCALES, textFor } from '../../i18n/locale';
import { shellText } from '../../i18n/shell';

/** A card for the home page and for every lesson, in each language; `ko-` marks the Korean ones. */
export async function getStaticPaths() {
  const homes = LOCALES.flatMap((locale) => {
    const text = shellText[locale];
    if (!text) return [];
    const content: CardContent = {
      kicker: text.lessons,
      title: text.front.heading.join(' '),
    };
    return [{ params: { name: nameOf(locale, 'home') }, props: { content } }];
  });
  const lessons = (await allLessons()).map(async ({ slug, locale, entry }) => {
    const places = await lessonPlaces(locale);
    const place = places.find((known) => known.slug === slug);
    const chapter = place ? textFor(place.chapter.text, locale).title : '';
    const position = place ? textFor(shellText, locale).position(place.number, places.length) : '';
    const content: CardContent = { kicker: `${chapter}  ${position}`, title: entry.data.title };
    return { params: { name: nameOf(locale, slug) }, props: { content } };
  });
  return [...homes, ...(await Promise.all(lessons))];
}

const nameOf = (locale: string, name: string) =>
  locale === DEFAULT_LOCALE ? name : `${locale}-${name}`;

export const GET: APIRoute<{ readonly content: CardContent }> = async ({ props }) =>
  new Response(await drawCard(props.content), { headers: { 'content-type': 'image/png' } });
