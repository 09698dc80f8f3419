// Runs before the first paint, inlined into every page (src/layouts/Page.astro): a key of the page (keys.ts) that is
// pressed before the scripts that hear it have come is pressed again once they have. Kept in plain JavaScript, since
// nothing compiles it.
{
  let pressed = null;
  const remember = (event) => {
    if (/^[/?[\]p]$/.test(event.key)) pressed = event;
  };
  addEventListener('keydown', remember, true);
  // Module scripts have run by then.
  addEventListener('DOMContentLoaded', () => {
    removeEventListener('keydown', remember, true);
    // An island prevents the default of what it remembers itself (intent.ts).
    if (pressed && !pressed.defaultPrevented)
      pressed.target.dispatchEvent(new KeyboardEvent('keydown', pressed));
  });
}
