import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2 to AA, the AAA rule on contrast, and what axe holds for good practice; or only some rules of these. */
export async function findBarriers(
  page: Page,
  { rules, within }: { rules?: string[]; within?: string } = {},
): Promise<string[]> {
  // Our pages have no frames. The other mode gathers what frames say in a page of its own, and takes three times as long.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (within) axe.include(within);
  if (rules) axe.withRules(rules).options({ preload: false, resultTypes: ['violations'] });
  else
    axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).options({
      preload: false,
      resultTypes: ['violations'],
      rules: {
        // 7:1, and 4.5:1 for large text: whatever keeps it keeps AA too.
        'color-contrast-enhanced': { enabled: true },
        'color-contrast': { enabled: false },
        'target-size': { enabled: true },
      },
    });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 5).map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}
