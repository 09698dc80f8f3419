// Runs before the first paint, inlined into every page (src/layouts/Page.astro): the first key of the page (keys.ts, and
// `p` of components/teaching/wire.ts) that is pressed before the scripts that hear it have come is pressed again once they
// have. Kept in plain JavaScript, since nothing compiles it.
{
  let pressed = null;
  const remember = (event) => {
    const { key, code, ctrlKey, metaKey, target } = event;
    if (pressed || ctrlKey || metaKey || (!/^[/?[\]p]$/.test(key) && code !== 'KeyP')) return;
    if (target.closest('input,textarea,select')) return;
    pressed = event;
    // Firefox would look for a word in the page.
    if (key === '/') event.preventDefault();
  };
  addEventListener('keydown', remember, true);
  // Module scripts have run by then.
  addEventListener('DOMContentLoaded', () => {
    removeEventListener('keydown', remember, true);
    // What was heard after all, or remembered by an island (intent.ts), has had its default prevented.
    if (pressed && (pressed.key === '/' || !pressed.defaultPrevented))
      pressed.target.dispatchEvent(new KeyboardEvent('keydown', pressed));
  });
}
