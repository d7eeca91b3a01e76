/** Says in the contents which part the reader is in. */
export function startContents(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-contents] a')];
  const parts = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  if (links.length === 0 || !('IntersectionObserver' in window)) return;
  const update = () => {
    // the last part whose top has passed the upper third of the window; none while the opening is read
    const line = window.innerHeight / 3;
    let here = -1;
    parts.forEach((part, i) => {
      if (part && part.getBoundingClientRect().top <= line) here = i;
    });
    links.forEach((link, i) => {
      if (i === here) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    });
  };
  // asked only when a part crosses that line, not on every movement of the page
  const observer = new IntersectionObserver(update, { rootMargin: '-33% 0px -66% 0px' });
  for (const part of parts) if (part) observer.observe(part);
  update();
}
