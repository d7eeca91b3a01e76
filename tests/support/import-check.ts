import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { importRules } from './import-rules.ts';

export interface BrokenRule {
  rule: string;
  from: string;
  to: string;
}

/** Reads every import of `src` and `migrations` in a project's folder, types too, and says which rules they break. */
export async function checkImports(folder: string): Promise<BrokenRule[]> {
  const { output } = await cruise(
    ['src', 'migrations'],
    {
      baseDir: folder,
      ruleSet: { forbidden: importRules },
      validate: true,
      exclude: { path: String.raw`\.test\.tsx?$` },
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
      preserveSymlinks: true,
    },
    { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  );
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    from,
    to: cycle ? cycle.map((step) => step.name).join(' → ') : to,
  }));
}
