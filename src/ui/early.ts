// Runs before anything is painted, so that a page never flashes in colours the reader put away.
// Classic script, alone in its file: the same key and names as in islands/comfort.ts.
{
  try {
    const kept = JSON.parse(localStorage.getItem('cairn.comfort') ?? '{}') as Record<string, string>;
    for (const name of ['text', 'spacing', 'theme', 'contrast', 'motion'])
      if (kept[name]) document.documentElement.dataset[name] = kept[name];
  } catch {
    // storage may be closed; then the page follows the device
  }
}
