import { barOf, bendMuscle, bendOf, elbow, straightenMuscle, traceOf, traceX, twistOf } from './drawing.ts';
import { isSelected } from './selection.ts';
import { knobNames, type KnobName, type Setting } from './settings.ts';
import { advance, begin, choose, percentOf, sameSetting, settleKnob, stretch, turn, undo } from './stage-state.ts';
import { frameAt, moments, outcomeOf, plan, runTrial, type Moment } from './trial.ts';

const momentNames = Object.keys(moments) as Moment[];
const numbers = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent', maximumFractionDigits: 0 });

/** The device or the comfort panel asks for stillness: both end in this one length of time. */
const isStill = () => /^0/.test(getComputedStyle(document.documentElement).getPropertyValue('--motion').trim());

/** The still becomes a stage: buttons, sliders and a picture that answers. Without this script the still tells the story. */
class MechanismFigure extends HTMLElement {
  connectedCallback(): void {
    const template = this.querySelector('template');
    if (!template || this.querySelector('.stage')) return;
    this.append(template.content.cloneNode(true));
    startStage(this);
  }
}

function startStage(figure: HTMLElement): void {
  const stage = figure.querySelector<HTMLElement>('.stage')!;
  const find = <T extends Element = HTMLElement>(selector: string) => stage.querySelector<T>(selector)!;
  const all = <T extends Element = HTMLElement>(selector: string) => [...stage.querySelectorAll<T>(selector)];
  const part = (name: string) => find<SVGElement>(`[data-part="${name}"]`);
  const settings = JSON.parse(figure.dataset.settings ?? '{}') as Record<string, Setting>;
  const first = figure.dataset.preset ?? '';
  const words = find('[data-words]').dataset;
  const play = find<HTMLButtonElement>('[data-play]');
  const playWords = play.textContent;
  const [status, undoButton] = [find('[data-says]'), find<HTMLButtonElement>('[data-undo]')];

  let state = begin(settings[hashPreset() ?? first] ?? settings[first]!);
  let trial = runTrial(state.now.setting);
  let seconds: number = moments.during;
  let frameRequest = 0;
  let sayRequest = 0;

  /** The model runs once for each change; what moves afterwards is only the place in its result. */
  function rerun(): void {
    const { setting, stretched } = state.now;
    trial = runTrial(setting, { stretched });
    part('trace-bend').setAttribute('d', traceOf(trial.bendPull));
    part('trace-straighten').setAttribute('d', traceOf(trial.straightenPull));
    for (const name of knobNames) {
      const percent = percentOf(name, setting);
      for (const input of all<HTMLInputElement>(`[data-knob="${name}"] input`)) {
        if (input.type === 'range' || document.activeElement !== input) input.value = String(percent);
        if (input.type === 'range') input.setAttribute('aria-valuetext', numbers.format(percent / 100));
      }
    }
    for (const button of all('[data-preset]'))
      button.setAttribute('aria-pressed', String(sameSetting(settings[button.dataset.preset!]!, setting)));
    find('[data-stretch]').setAttribute('aria-pressed', String(stretched));
    undoButton.disabled = state.before.length === 0;
    draw();
  }

  function draw(): void {
    const frame = frameAt(seconds);
    const [bend, straighten] = [trial.bendPull[frame]!, trial.straightenPull[frame]!];
    const degrees = bendOf(bend, straighten);
    const muscles = { bend: bendMuscle(bend, degrees), straighten: straightenMuscle(straighten) };
    for (const name of ['bend', 'straighten'] as const) {
      part(name).setAttribute('d', muscles[name].outline);
      part(`${name}-contours`).setAttribute('d', muscles[name].contours);
    }
    const { x, y } = elbow;
    const isTurned = twistOf(bend, straighten) > 0.5;
    part('forearm').setAttribute('transform', `rotate(${-degrees} ${x} ${y})`);
    part('hand').setAttribute('transform', `translate(0 ${y}) scale(1 ${isTurned ? -1 : 1}) translate(0 ${-y})`);
    part('turn').setAttribute('visibility', isTurned ? 'visible' : 'hidden');
    find('[data-pull="bend"]').textContent = numbers.format(bend);
    find('[data-pull="straighten"]').textContent = numbers.format(straighten);
    const brakes = { bend: trial.bendBrake, straighten: trial.straightenBrake, others: trial.otherBrake };
    for (const [name, series] of Object.entries(brakes)) {
      const row = find(`[data-brake="${name}"]`);
      const isThrough = isSelected(series[frame]!);
      row.querySelector('[data-part="bar"]')!.setAttribute('width', `${barOf(series[frame]!)}%`);
      row.toggleAttribute('data-through', isThrough);
      const said = (isThrough ? words.through : words.held) ?? '';
      const place = row.querySelector('.brake-state')!;
      if (place.textContent !== said) place.textContent = said;
    }
    const now = part('now');
    for (const end of ['x1', 'x2']) now.setAttribute(end, String(traceX(seconds)));
    for (const button of all('[data-moment]'))
      button.setAttribute('aria-pressed', String(moments[button.dataset.moment as Moment] === seconds));
  }

  function outcome(): string {
    const { setting, stretched } = state.now;
    return find(`[data-outcome="${outcomeOf(setting, { stretched })}"]`).textContent;
  }

  /** Said once a change has come to rest, so that a slider that is being moved does not talk all the time. */
  function say(before = ''): void {
    clearTimeout(sayRequest);
    sayRequest = window.setTimeout(() => (status.textContent = `${before} ${outcome()}`.trim()), 350);
  }

  function update(next: typeof state, at: number = seconds, before?: string): void {
    stop();
    state = next;
    seconds = at;
    rerun();
    say(before);
  }

  /** Where a state shows what it is: a cramp when the wish is over. */
  const telling = (setting: Setting, stretched = false) =>
    moments[stretched ? 'end' : setting.latch > 1 ? 'after' : 'during'];

  function choosePreset(id: string): void {
    const setting = settings[id];
    if (setting) update(choose(state, setting), telling(setting));
  }

  function stop(): void {
    cancelAnimationFrame(frameRequest);
    frameRequest = 0;
    nameButton();
  }

  function nameButton(): void {
    play.textContent = frameRequest ? play.dataset.pause! : isStill() ? play.dataset.next! : playWords;
  }

  function playOn(): void {
    let last = 0;
    const move = (time: number) => {
      seconds = advance(seconds, last ? (time - last) / 1000 : 0);
      last = time;
      if (seconds >= plan.end) {
        seconds = moments.end;
        stop();
        say();
      } else frameRequest = requestAnimationFrame(move);
      draw();
    };
    frameRequest = requestAnimationFrame(move);
    nameButton();
  }

  play.addEventListener('click', () => {
    if (frameRequest) return stop();
    if (isStill()) {
      const next = momentNames.find((name) => moments[name] > seconds) ?? momentNames[0]!;
      seconds = moments[next];
      nameButton();
      draw();
      status.textContent = find(`[data-moment="${next}"]`).textContent;
      return say(status.textContent.trim().replace(/[^.]$/u, '$&.'));
    }
    // from the beginning, unless it was stopped on the way
    if (momentNames.some((name) => moments[name] === seconds)) seconds = 0;
    playOn();
  });
  play.addEventListener('focus', () => nameButton());

  stage.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('button');
    if (!button) return;
    const { preset, moment, by } = button.dataset;
    if (preset) choosePreset(preset);
    else if (moment) {
      stop();
      seconds = moments[moment as Moment];
      draw();
    } else if (by) {
      const knob = button.closest<HTMLElement>('[data-knob]')!;
      const name = knob.dataset.knob as KnobName;
      const percent = percentOf(name, state.now.setting) + Number(by) * Number(knob.dataset.step);
      update(settleKnob(turn(settleKnob(state), name, percent)));
    } else if ('stretch' in button.dataset) {
      const next = stretch(state);
      update(next, telling(next.now.setting, next.now.stretched));
    } else if ('undo' in button.dataset) {
      update(undo(state), seconds, button.dataset.undone);
      // a button that can no longer be pressed would lose the place of whoever came by key
      if (undoButton.disabled) find<HTMLElement>('[data-reset]').focus();
    } else if ('reset' in button.dataset) choosePreset(first);
  });

  stage.addEventListener('input', ({ target }) => {
    const input = target as HTMLInputElement;
    const name = input.closest<HTMLElement>('[data-knob]')?.dataset.knob as KnobName | undefined;
    if (!name || input.value === '') return;
    update(turn(state, name, input.valueAsNumber));
  });
  // a field that was left shows what counts, whatever was typed; and the next turn is a step of its own
  stage.addEventListener('focusout', () => {
    state = settleKnob(state);
    rerun();
  });

  for (const button of figure.querySelectorAll<HTMLElement>('[data-try]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      choosePreset(button.dataset.try!);
      const chosen = find(`[data-preset="${button.dataset.try}"]`);
      chosen.focus({ preventScroll: true });
      stage.scrollIntoView({ block: 'start', behavior: isStill() ? 'instant' : 'smooth' });
    });
  }

  window.addEventListener('hashchange', () => {
    const id = hashPreset();
    if (id) choosePreset(id);
  });
  // out of sight nothing moves; a hidden page gets no frames anyway
  new IntersectionObserver((entries) => {
    if (!entries.at(-1)!.isIntersecting) stop();
  }).observe(stage);

  seconds = telling(state.now.setting);
  status.textContent = outcome();
  nameButton();
  rerun();
}

/** `#preset-dystonia`: also a place on the page, for those without a script. */
const hashPreset = (): string | undefined => /^#preset-([a-z0-9-]+)$/u.exec(location.hash)?.[1];

if (!customElements.get('mechanism-figure')) customElements.define('mechanism-figure', MechanismFigure);
