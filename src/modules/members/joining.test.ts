import { expect, test } from 'vitest';
import { emptyDraft, firstOpenStep, joinSteps, mayAsk, passStep, type JoinStep } from './joining.ts';

test('the first question that is open is the one to go on with; at the end there is none', () => {
  expect(firstOpenStep([])).toBe('age');
  expect(firstOpenStep(['age', 'consents', 'conditions'])).toBe('role');
  expect(firstOpenStep(joinSteps)).toBeUndefined();
});

test('nothing is asked before age and consents are answered, and everything after', () => {
  const asked = (passed: JoinStep[]) => joinSteps.filter((step) => mayAsk(step, passed));
  expect(asked([])).toEqual(['age']);
  expect(asked(['age'])).toEqual(['age', 'consents']);
  expect(asked(['age', 'consents'])).toEqual([...joinSteps]);
  // consents alone are nobody's leave to pass the gate
  expect(asked(['consents'])).toEqual(['age']);
});

test('an answer is kept, and passing over the question later takes it back', () => {
  const answered = passStep(emptyDraft, 'role', { role: 'family' });
  expect(answered).toMatchObject({ role: 'family', passed: ['role'], skipped: [] });
  const skipped = passStep(answered, 'role', 'skip');
  expect(skipped).toMatchObject({ role: null, passed: ['role'], skipped: ['role'] });
  expect(passStep(skipped, 'role', { role: 'clinician' })).toMatchObject({ role: 'clinician', skipped: [] });
});

test('what was passed stays in the order of the questions, each once', () => {
  const draft = passStep(passStep(passStep(emptyDraft, 'role', 'skip'), 'age', {}), 'role', 'skip');
  expect(draft.passed).toEqual(['age', 'role']);
  expect(draft.skipped).toEqual(['role']);
});
