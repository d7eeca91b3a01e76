import type { Child } from 'hono/jsx';
import { renderInline, Sanitized, type TextContext } from '#modules/knowledge/index.ts';
import type { FormatValues, MessageKey } from '#platform/i18n/languages.ts';
import { Table } from '#ui/table/table.tsx';
import { publishedNetwork, ratePerSecond, thresholds, type Network } from './basal-ganglia.ts';
import { calibrate, calibrations, criticalSurround } from './calibration.ts';
import { selectionThreshold } from './selection.ts';
import { knobs, presets } from './settings.ts';

/** The model's own signs; not words of any language (BCP 47 "zxx"). */
const signs = 'zxx';

const connections: readonly [keyof Network, string][] = [
  ['cortexToD1', 'wₛ: cortex → D1'],
  ['cortexToD2', 'w_c: cortex → D2'],
  ['cortexToStn', 'wₜ: cortex → STN'],
  ['d1ToGpi', 'w₋: D1 ⊣ GPi'],
  ['d2ToGpe', 'w_D2: D2 ⊣ GPe'],
  ['gpeToStn', 'w_g: GPe ⊣ STN'],
  ['gpeToGpi', 'wₑ: GPe ⊣ GPi'],
  ['stnToGpe', 'w₊: STN → GPe'],
  ['stnToGpi', 'w₊: STN → GPi'],
  ['dopamine', 'λ'],
];

const equations: readonly [string, string][] = [
  ['D1', 'u = c·wₛ·(1 + λ)'],
  ['D2', 'u = c·w_c·(1 − λ)'],
  ['STN', 'u = c·wₜ − w_g·y(GPe)'],
  ['GPe', 'u = w₊·Σ y(STN) − w_D2·y(D2)'],
  ['GPi', 'u = w₊·Σ y(STN) − wₑ·y(GPe) − w₋·y(D1)'],
];
const thresholdOf: Record<string, number> = {
  D1: thresholds.striatum,
  D2: thresholds.striatum,
  STN: thresholds.stn,
  GPe: thresholds.gpe,
  GPi: thresholds.gpi,
};

const check = `npm run cairn -- mechanism --table A2
npm run cairn -- mechanism --table A3

import { publishedNetwork, settle } from 'cairn/mechanism';
settle([0.4, 0.6, 0, 0, 0, 0], publishedNetwork).gpi;`;

/** Equations, parameters, calibration and what was measured, for those who want to check. Called, since it cites. */
export function Specialists({ context }: { context: TextContext }): Child {
  const { i18n } = context;
  const where = i18n.t('mechanism.page.specialists');
  const number = (value: number, digits = 3) => i18n.number(value, { maximumFractionDigits: digits });
  const row = (values: readonly number[]) => values.map((value) => number(value)).join(' · ');
  const states = calibrations.map(({ preset, knob, measured }) => ({
    preset,
    knob,
    measured,
    state: calibrate(presets[preset]),
  }));
  const text = (key: MessageKey, values?: FormatValues) => (
    <p>
      <Sanitized html={renderInline(i18n.t(key, values), context, where)} />
    </p>
  );
  // one after the other: what cites is called in the order of reading
  const model = text('mechanism.specialists.model');
  const gate = text('mechanism.specialists.gate', { threshold: number(selectionThreshold) });
  const note = text('mechanism.specialists.calibration-note', { gpe: number(states[0]!.state.restGpe) });
  return (
    <>
      {model}
      <p class="figure-title">{i18n.t('mechanism.specialists.equations')}</p>
      <dl class="equations">
        <div>
          <dt>{i18n.t('mechanism.specialists.integrator')}</dt>
          <dd lang={signs}>da/dt = −k·(a − u), k = {number(ratePerSecond)} s⁻¹; a ← (a − u)·e^(−k·Δt) + u</dd>
        </div>
        <div>
          <dt>{i18n.t('mechanism.specialists.output')}</dt>
          <dd lang={signs}>y = min(1, max(0, a − ε))</dd>
        </div>
        {equations.map(([nucleus, equation]) => (
          <div lang={signs}>
            <dt>{nucleus}</dt>
            <dd>
              {equation}, ε = {number(thresholdOf[nucleus]!)}
            </dd>
          </div>
        ))}
      </dl>
      {gate}
      <Table
        caption={i18n.t('mechanism.specialists.parameters-caption')}
        corner={i18n.t('mechanism.specialists.parameters')}
        columns={[{ text: i18n.t('mechanism.specialists.value'), number: true }]}
        rows={connections.map(([name, sign]) => ({
          head: <span lang={signs}>{sign}</span>,
          cells: [number(publishedNetwork[name])],
        }))}
      />
      <Table
        caption={i18n.t('mechanism.specialists.calibration')}
        corner={i18n.t('mechanism.specialists.state')}
        columns={[
          { text: i18n.t('mechanism.specialists.knob') },
          { text: i18n.t('mechanism.specialists.rest') },
          { text: i18n.t('mechanism.specialists.rest-measured') },
          { text: i18n.t('mechanism.specialists.task') },
          { text: i18n.t('mechanism.specialists.drive') },
          { text: i18n.t('mechanism.specialists.together') },
          { text: i18n.t('mechanism.specialists.surround') },
        ]}
        rows={states.map(({ preset, knob, measured, state }) => ({
          head: i18n.t(`mechanism.preset.${preset}`),
          cells: [
            knob
              ? `${i18n.t(`mechanism.knob.${knob}`)}: ${number(knobs[knob].healthy)} → ${number(presets[preset][knob])}`
              : '–',
            number(state.restRatio),
            measured ? number(measured) : '–',
            row(state.gpi),
            row([state.drive.bend, state.drive.straighten]),
            number(state.coContraction),
            i18n.number(state.surround, { maximumFractionDigits: 3, signDisplay: 'always' }),
          ],
        }))}
      />
      {note}
      <p>{i18n.t('mechanism.specialists.sensitivity', { critical: number(criticalSurround(), 4) })}</p>
      <p>{i18n.t('mechanism.specialists.check')}</p>
      <pre class="mechanism-code" lang={signs}>
        <code>{check}</code>
      </pre>
    </>
  );
}
