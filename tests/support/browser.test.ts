import { expect, test } from 'vitest';
import { startBrowser, visit } from './browser.ts';

test('A browser is found, starts and draws text on this machine', { timeout: 60_000 }, async () => {
  const browser = await startBrowser();
  try {
    await using visited = await visit(browser, 'data:');
    await visited.page.setContent('<p style="font: 40px serif; width: max-content">Blepharospasm</p>');
    expect((await visited.page.locator('p').boundingBox())?.width).toBeGreaterThan(100);
    expect(visited.complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
