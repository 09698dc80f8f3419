// Runs before the first paint of /embed/, after theme-init.js: the page that embeds it chooses theme, size and language.
// Kept in plain JavaScript, since nothing compiles it.
(() => {
  const asked = new URLSearchParams(location.search);
  const lang = asked.get('lang');
  const { pathname, search, hash } = location;
  if ((lang === 'ko') !== /\/ko\/embed\/$/.test(pathname) && (lang === 'ko' || lang === 'en')) {
    const other =
      lang === 'ko'
        ? pathname.replace(/embed\/$/, 'ko/embed/')
        : pathname.replace(/ko\/embed\/$/, 'embed/');
    location.replace(other + search + hash);
    return;
  }
  const theme = asked.get('theme');
  // Not what the reader has chosen for the site: this is somebody else's page.
  const detail = theme === 'light' || theme === 'dark' ? theme : 'system';
  dispatchEvent(new CustomEvent('bytescope:theme', { detail }));
  const height = Number(asked.get('height'));
  if (height >= 200 && height <= 2000)
    document.documentElement.style.setProperty('--embed-h', `${height}px`);
})();
