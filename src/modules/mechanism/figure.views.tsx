import type { Child } from 'hono/jsx';
import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import { Fold } from '#ui/fold/fold.tsx';
import {
  armBox,
  barOf,
  bendMuscle,
  bendOf,
  elbow,
  forearm,
  straightenMuscle,
  thresholdBar,
  traceBox,
  traceOf,
  traceX,
  twistOf,
  wishArea,
} from './drawing.ts';
import { isPresetId, settingOf, type Figure } from './figure.ts';
import { isSelected } from './selection.ts';
import { knobNames, knobs, type KnobName, type Setting } from './settings.ts';
import { frameAt, moments, outcomeOf, outcomes, runTrial, type Moment, type Trial } from './trial.ts';

/** Addresses of what the figure brings along, and loads only where it stands. */
export interface FigureAssets {
  script: string;
  style: string;
}

interface FigureProps {
  i18n: I18n;
  figure: Figure;
  /** Ids of the states to show side by side. */
  panels: readonly string[];
  assets: FigureAssets;
  /** The language of the words that the figure's own states bring along, if it is not the page's. */
  language?: string;
  /** Where readers learn how far the model goes; absent on that page itself. */
  more?: string;
}

/**
 * The figure as it stands without a script: a few states side by side, computed here by the model. The script of
 * `mechanism-figure` puts what is in the template below them.
 */
export function MechanismFigure({ i18n, figure, panels, assets, language = i18n.language, more }: FigureProps) {
  const settings = Object.fromEntries(panels.map((id) => [id, settingOf(id, figure)]));
  return (
    <figure class="mechanism across" aria-labelledby="mechanism-title">
      <link rel="stylesheet" href={assets.style} />
      <p class="figure-title" id="mechanism-title">
        {i18n.t('mechanism.figure.title')}
      </p>
      <mechanism-figure
        data-island={assets.script}
        data-preset={figure.preset}
        data-settings={JSON.stringify(settings)}
      >
        <ul class="mechanism-panels" role="list">
          {panels.map((id) => (
            <Panel id={id} figure={figure} i18n={i18n} language={language} />
          ))}
        </ul>
        <p class="mechanism-legend">
          {i18n.t('mechanism.figure.legend-brakes')} {i18n.t('mechanism.figure.legend-trace')}
        </p>
        <template>
          <Stage i18n={i18n} figure={figure} panels={panels} />
        </template>
      </mechanism-figure>
      <figcaption>
        <p>
          <b>{i18n.t('mechanism.figure.caption')}</b>
        </p>
        {more && (
          <p>
            <a href={more}>{i18n.t('mechanism.figure.more')}</a>
          </p>
        )}
      </figcaption>
    </figure>
  );
}

function wordsOf(id: string, figure: Figure, i18n: I18n): { name: string; says: string; own: boolean } {
  const own = figure.own.find((preset) => preset.id === id);
  if (own) return { name: own.name, says: own.says, own: true };
  const known = isPresetId(id) ? id : 'healthy';
  return { name: i18n.t(`mechanism.preset.${known}`), says: i18n.t(`mechanism.story.${known}`), own: false };
}

/** A cramp shows when the wish is over; all else while it lasts. */
const tellingMoment = ({ latch }: Setting): Moment => (latch > 1 ? 'after' : 'during');

function Panel({ id, figure, i18n, language }: { id: string; figure: Figure; i18n: I18n; language: string }) {
  const { name, says, own } = wordsOf(id, figure, i18n);
  const setting = settingOf(id, figure);
  const trial = runTrial(setting);
  const moment = tellingMoment(setting);
  const frame = frameAt(moments[moment]);
  const marked = own ? foreign(i18n, language) : {};
  return (
    <li id={`preset-${id}`}>
      <p class="like-h3" {...marked}>
        {name}
      </p>
      <p class="mechanism-says" {...marked}>
        {says}
      </p>
      <Arm bend={trial.bendPull[frame]!} straighten={trial.straightenPull[frame]!} i18n={i18n} />
      <p class="mechanism-moment">{i18n.t(`mechanism.moment.${moment}`)}</p>
      <Brakes trial={trial} frame={frame} i18n={i18n} />
      <Trace trial={trial} at={moments[moment]} />
      <button class="button second" type="button" data-try={id} data-script hidden>
        {i18n.t('mechanism.stage.try', { name })}
      </button>
    </li>
  );
}

const percent = (i18n: I18n, value: number) => i18n.number(value, { style: 'percent' });

/** Drawn for a reader of the page; in the stage, where words change with it, it has no name of its own. */
function Arm({ bend, straighten, i18n }: { bend: number; straighten: number; i18n?: I18n }) {
  const degrees = bendOf(bend, straighten);
  const muscles = { bend: bendMuscle(bend, degrees), straighten: straightenMuscle(straighten) };
  const twist = twistOf(bend, straighten);
  const named = i18n
    ? {
        role: 'img',
        'aria-label': i18n.t('mechanism.figure.picture', {
          bend: percent(i18n, bend),
          straighten: percent(i18n, straighten),
        }),
      }
    : { 'aria-hidden': 'true' };
  const { x, y } = elbow;
  const tip = x + forearm.length;
  return (
    <svg class="arm" viewBox={`0 0 ${armBox.width} ${armBox.height}`} {...named}>
      <path
        class="limb"
        d={`M8 ${y - 24}C40 ${y - 22} 90 ${y - 18} ${x} ${y - 16}A16 16 0 0 1 ${x} ${y + 16}C90 ${y + 20} 40 ${y + 24} 8 ${y + 26}`}
      />
      <g data-part="forearm" transform={`rotate(${-degrees} ${x} ${y})`}>
        <path
          class="limb"
          d={`M${x} ${y - 15}C${x + 30} ${y - 17} ${tip - 26} ${y - 11} ${tip} ${y - 9}V${y + 9}C${tip - 26} ${y + 11} ${x + 30} ${y + 16} ${x} ${y + 15}A15 15 0 0 1 ${x} ${y - 15}Z`}
        />
        <g data-part="hand" transform={`translate(0 ${y}) scale(1 ${handScale(twist)}) translate(0 ${-y})`}>
          <path
            class="limb"
            d={`M${tip - 1} ${y - 9}C${tip + 8} ${y - 13} ${tip + 24} ${y - 12} ${tip + 27} ${y - 4}C${tip + 29} ${y + 4} ${tip + 24} ${y + 11} ${tip + 12} ${y + 11}C${tip + 6} ${y + 11} ${tip + 2} ${y + 9} ${tip - 1} ${y + 9}Z`}
          />
          <path
            class="limb"
            d={`M${tip + 2} ${y - 9}C${tip + 2} ${y - 17} ${tip + 8} ${y - 22} ${tip + 13} ${y - 20}C${tip + 17} ${y - 18} ${tip + 13} ${y - 13} ${tip + 13} ${y - 9}`}
          />
        </g>
        <path
          class="turn"
          data-part="turn"
          visibility={twist > 0.5 ? 'visible' : 'hidden'}
          d={`M${tip - 18} ${y + 22}C${tip - 30} ${y + 6} ${tip - 30} ${y - 10} ${tip - 18} ${y - 22}M${tip - 29} ${y - 19}L${tip - 17} ${y - 23}L${tip - 15} ${y - 10}`}
        />
      </g>
      <g class="muscle bends">
        <path class="outline" data-part="bend" d={muscles.bend.outline} />
        <path class="contours" data-part="bend-contours" d={muscles.bend.contours} />
      </g>
      <g class="muscle">
        <path class="outline" data-part="straighten" d={muscles.straighten.outline} />
        <path class="contours" data-part="straighten-contours" d={muscles.straighten.contours} />
      </g>
    </svg>
  );
}

/** Thumb up, or turned over. Never quite flat. */
const handScale = (twist: number): number => (twist > 0.5 ? -1 : 1);

const brakeNames = ['bend', 'straighten', 'others'] as const;
const brakeOf: Record<(typeof brakeNames)[number], keyof Trial> = {
  bend: 'bendBrake',
  straighten: 'straightenBrake',
  others: 'otherBrake',
};

function Brakes({ trial, frame, i18n }: { trial: Trial; frame: number; i18n: I18n }) {
  return (
    <ul class="brakes" role="list">
      {brakeNames.map((name) => {
        const value = trial[brakeOf[name]][frame]!;
        return (
          <li data-brake={name} data-through={isSelected(value) ? '' : undefined}>
            <span>{i18n.t(`mechanism.brake-${name}`)}</span>
            <svg class="brake" width="100%" height="1.1em" aria-hidden="true">
              <rect class="bar" data-part="bar" x="0" y="15%" width={`${barOf(value)}%`} height="70%" />
              <line x1={`${thresholdBar}%`} x2={`${thresholdBar}%`} y1="0" y2="100%" />
            </svg>
            <span class="brake-state">{i18n.t(isSelected(value) ? 'mechanism.through' : 'mechanism.held')}</span>
          </li>
        );
      })}
    </ul>
  );
}

const Trace = ({ trial, at }: { trial: Trial; at: number }) => (
  <svg class="trace" viewBox={`0 0 ${traceBox.width} ${traceBox.height}`} preserveAspectRatio="none" aria-hidden="true">
    <rect class="wish" x={wishArea.x} width={wishArea.width} y="0" height={traceBox.height} />
    <path class="ground-line" d={`M0 ${traceBox.height - 3}H${traceBox.width}`} />
    <path class="bends" data-part="trace-bend" d={traceOf(trial.bendPull)} />
    <path class="straightens" data-part="trace-straighten" d={traceOf(trial.straightenPull)} />
    <line class="now" data-part="now" x1={traceX(at)} x2={traceX(at)} y1="0" y2={traceBox.height} />
  </svg>
);

/** What only a script can do: buttons, sliders, and a picture that answers. */
function Stage({ i18n, figure, panels }: { i18n: I18n; figure: Figure; panels: readonly string[] }) {
  const setting = settingOf(figure.preset, figure);
  const trial = runTrial(setting);
  const frame = frameAt(moments.during);
  const [main, more] = [
    knobNames.filter((name) => mainKnobs.includes(name)),
    knobNames.filter((name) => !mainKnobs.includes(name)),
  ];
  return (
    <section class="stage" data-script aria-labelledby="stage-title">
      <p class="like-h3" id="stage-title">
        {i18n.t('mechanism.stage.title')}
      </p>
      <div class="stage-presets" role="group" aria-label={i18n.t('mechanism.stage.choose')}>
        {panels.map((id) => (
          <button class="button second" type="button" data-preset={id} aria-pressed={String(id === figure.preset)}>
            {wordsOf(id, figure, i18n).name}
          </button>
        ))}
      </div>
      <p class="stage-says" role="status" data-says>
        {i18n.t(`mechanism.outcome.${outcomeOf(setting)}`)}
      </p>
      <div class="stage-picture">
        <div>
          <Arm bend={trial.bendPull[frame]!} straighten={trial.straightenPull[frame]!} />
          <ul class="stage-pulls" role="list">
            <Pull name="bend" words={i18n.t('mechanism.stage.bends')} />
            <Pull name="straighten" words={i18n.t('mechanism.stage.straightens')} />
          </ul>
        </div>
        <div>
          <p class="figure-title">{i18n.t('mechanism.stage.brakes')}</p>
          <Brakes trial={trial} frame={frame} i18n={i18n} />
          <p class="figure-title">{i18n.t('mechanism.stage.time')}</p>
          <Trace trial={trial} at={moments.during} />
        </div>
      </div>
      <div class="stage-moments" role="group" aria-label={i18n.t('mechanism.stage.look')}>
        {(Object.keys(moments) as Moment[]).map((moment) => (
          <button class="plain-button" type="button" data-moment={moment} aria-pressed={String(moment === 'during')}>
            {i18n.t(`mechanism.moment.${moment}`)}
          </button>
        ))}
      </div>
      <div class="button-row">
        <button
          class="button"
          type="button"
          data-play
          data-pause={i18n.t('mechanism.stage.pause')}
          data-next={i18n.t('mechanism.stage.next')}
        >
          {i18n.t('mechanism.stage.play')}
        </button>
        <button class="button second" type="button" data-stretch aria-pressed="false">
          {i18n.t('mechanism.stage.stretch')}
        </button>
        <button class="button second" type="button" data-undo disabled data-undone={i18n.t('mechanism.stage.undone')}>
          {i18n.t('mechanism.stage.undo')}
        </button>
        <button class="button second" type="button" data-reset>
          {i18n.t('mechanism.stage.reset')}
        </button>
      </div>
      <div class="stage-knobs">
        {main.map((name) => (
          <KnobField name={name} setting={setting} i18n={i18n} />
        ))}
      </div>
      <Fold summary={i18n.t('mechanism.stage.more-knobs')}>
        <div class="stage-knobs">
          {more.map((name) => (
            <KnobField name={name} setting={setting} i18n={i18n} />
          ))}
        </div>
      </Fold>
      <ul hidden data-words data-held={i18n.t('mechanism.held')} data-through={i18n.t('mechanism.through')}>
        {outcomes.map((outcome) => (
          <li data-outcome={outcome}>{i18n.t(`mechanism.outcome.${outcome}`)}</li>
        ))}
      </ul>
    </section>
  );
}

const mainKnobs: readonly KnobName[] = ['bend', 'surround', 'dopamine'];

const Pull = ({ name, words }: { name: 'bend' | 'straighten'; words: Child }) => (
  <li>
    {words} <b data-pull={name}></b>
  </li>
);

/** One thing to set, four ways: a slider for keys and taps, two large buttons, and a number to type. */
function KnobField({ name, setting, i18n }: { name: KnobName; setting: Setting; i18n: I18n }) {
  const { least, most, whole, percentStep } = knobs[name];
  const inPercent = (value: number) => String(Math.round((value / whole) * 100));
  const range = { min: inPercent(least), max: inPercent(most), value: inPercent(setting[name]) };
  const knob = i18n.t(`mechanism.knob.${name}`);
  return (
    <div class="knob" data-knob={name} data-step={String(percentStep)}>
      <label for={`knob-${name}`}>{knob}</label>
      <p class="help" id={`knob-${name}-help`}>
        {i18n.t(`mechanism.knob-help.${name}`)}
      </p>
      <div class="knob-row">
        <button class="plain-button" type="button" data-by="-1" aria-label={i18n.t('mechanism.stage.less', { knob })}>
          −
        </button>
        <input type="range" id={`knob-${name}`} aria-describedby={`knob-${name}-help`} step="1" {...range} />
        <button class="plain-button" type="button" data-by="1" aria-label={i18n.t('mechanism.stage.more', { knob })}>
          +
        </button>
        <input
          class="input"
          type="number"
          inputmode="numeric"
          aria-label={`${knob}, ${i18n.t('mechanism.stage.percent')}`}
          step="1"
          {...range}
        />
        <span aria-hidden="true">%</span>
      </div>
    </div>
  );
}
