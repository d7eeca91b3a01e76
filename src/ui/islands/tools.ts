/** Shows what only a script can do, and prints. */
export function startTools(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-script]')) part.hidden = false;
  for (const button of document.querySelectorAll('[data-print]'))
    button.addEventListener('click', () => window.print());
}
