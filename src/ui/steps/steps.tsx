import type { I18n } from '#platform/i18n/i18n.ts';
import { stoneNames } from '../stones/shapes.ts';
import { Ground, Stone } from '../stones/stones.tsx';

/**
 * How far somebody is on a way of single questions. The words say it; on the ground below lies a stone for each answer that
 * they have given, and a free place for each that is open or was passed over.
 */
export const Steps = ({ i18n, step, answered }: { i18n: I18n; step: number; answered: readonly boolean[] }) => (
  <div class="steps">
    <p>{i18n.t('steps.of', { step, steps: answered.length })}</p>
    <Ground>
      {answered.map((laid, index) => (
        <Stone name={stoneNames[index % stoneNames.length]!} kind={laid ? 'person' : 'place'} />
      ))}
    </Ground>
  </div>
);
