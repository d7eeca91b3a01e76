/**
 * Some elements bring a script of their own, named in `data-island`. It is fetched when the element comes near the window:
 * who never gets there never pays for it.
 */
export function startLater(): void {
  const waiting = document.querySelectorAll<HTMLElement>('[data-island]');
  if (waiting.length === 0 || !('IntersectionObserver' in window)) return;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        void import(/* @vite-ignore */ (target as HTMLElement).dataset.island!);
      }
    },
    { rootMargin: '300px 0px' },
  );
  for (const element of waiting) observer.observe(element);
}
