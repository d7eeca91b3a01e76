import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { createCircles } from '#ui/map/circles.ts';
import { spread } from '#ui/map/layout.ts';
import { breakLines, drawText, scaleOf, type Letters } from './letters.ts';
import { pictureSize } from './map-paths.ts';
import { areas, worldParts, type ToldCounts } from './map.ts';
import { drawingWidth, type Drawing } from './shapes.ts';

/** The light colours of src/ui/tokens.css: a picture has no reader whose choice it could follow. */
const colours = {
  paper: '#f8f7f2',
  ink: '#1d2427',
  soft: '#42494c',
  hairline: '#d3d0c5',
  line: '#2b3538',
  water: '#b9c9d1',
  land: '#dedacd',
  told: '#efebb9',
  lichen: '#d3cb45',
};
const water = [
  [42, colours.water, 0.4],
  [39, colours.paper, 1],
  [26, colours.water, 0.7],
  [22.5, colours.paper, 1],
  [12, colours.water, 1],
  [8, colours.paper, 1],
] as const;

interface PictureProps {
  title: string;
  /** "At least 805 people". */
  number: string;
  /** When they were counted, and what the picture does not say. */
  said: string;
  siteName: string;
  counts: ToldCounts;
  drawing: Drawing;
  letters: Letters;
}

/** The map of the world as a picture for sharing: the same release, the same circles, all words as outlines. */
export async function drawPicture(props: PictureProps): Promise<string> {
  return (await html`${(<Picture {...props} />)}`).toString();
}

const left = 56;
const mapWidth = 1000;

function Picture({ title, number, said, siteName, counts, drawing, letters }: PictureProps) {
  const { width, height } = pictureSize;
  const size = (drawText(title, letters.head)?.width ?? 0) * 46 > 700 ? 36 : 46;
  const lines = breakLines(title, letters.head, size, 700).slice(0, 2);
  const scale = mapWidth / drawingWidth;
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img">
      <title>{`${title}. ${number}. ${said}`}</title>
      <rect width={width} height={height} fill={colours.paper} />
      {lines.map((line, index) => (
        <Text x={left} y={68 + index * size * 1.1} size={size} face={letters.head} fill={colours.ink}>
          {line}
        </Text>
      ))}
      <Text x={width - left} y={72} size={52} face={letters.head} fill={colours.ink} end>
        {number}
      </Text>
      <g transform={`translate(${(pictureSize.width - mapWidth) / 2} 112) scale(${scale})`}>
        <WorldMap counts={counts} drawing={drawing} letters={letters} />
      </g>
      <Text x={left} y={height - 28} size={20} face={letters.text} fill={colours.soft}>
        {said}
      </Text>
      <Text x={width - left} y={height - 28} size={26} face={letters.head} fill={colours.ink} end>
        {siteName}
      </Text>
    </svg>
  );
}

function WorldMap({ counts, drawing, letters }: Pick<PictureProps, 'counts' | 'drawing' | 'letters'>) {
  const { countries, continents } = worldParts(counts);
  const told = new Map(countries.map(({ code, people }) => [code, people]));
  const marks = [
    ...drawing.parts.flatMap(({ code, x, y }) => (told.has(code) ? [{ x, y, people: told.get(code)! }] : [])),
    ...continents.flatMap((code) => (areas[code] ? [{ ...areas[code], people: counts.get(code)! }] : [])),
  ].sort((a, b) => b.people - a.people);
  const circles = createCircles(
    marks.map(({ people }) => people),
    52,
    8,
  );
  const discs = spread(marks.map((mark) => ({ ...mark, radius: circles.radius(mark.people) })));
  const shapes = drawing.parts.map(({ code, x, y, d }) =>
    d === '' ? <circle cx={x} cy={y} r="4" /> : <path d={d} fill={told.has(code) ? colours.told : undefined} />,
  );
  return (
    <>
      <defs>
        <clipPath id="globe">
          <path d={drawing.edge} />
        </clipPath>
        <path id="land" d={drawing.parts.map(({ d }) => d).join('')} />
      </defs>
      <path d={drawing.graticule} fill="none" stroke={colours.hairline} stroke-width="2" />
      <g clip-path="url(#globe)">
        {water.map(([width, colour, opacity]) => (
          <use
            href="#land"
            fill="none"
            stroke={colour}
            stroke-opacity={opacity}
            stroke-width={width}
            stroke-linejoin="round"
          />
        ))}
        <g fill={colours.land} stroke={colours.paper} stroke-width="2">
          {shapes}
        </g>
      </g>
      <path d={drawing.edge} fill="none" stroke={colours.line} stroke-width="3.5" />
      {discs.map(({ x, y, radius, people }) => (
        <>
          <circle
            cx={x}
            cy={y}
            r={radius}
            fill={colours.lichen}
            fill-opacity="0.9"
            stroke={colours.ink}
            stroke-width="2.5"
          />
          {radius > 24 && (
            <Text x={x} y={y + 9} size={26} face={letters.text} fill={colours.ink} middle>
              {String(people)}
            </Text>
          )}
        </>
      ))}
    </>
  );
}

/** A line of words as outlines; nothing where its script has none here: the page beside the picture says it. */
function Text({
  x,
  y,
  size,
  face,
  fill,
  end,
  middle,
  children,
}: {
  x: number;
  y: number;
  size: number;
  face: Letters['head'];
  fill: string;
  /** `x` is where it ends, or its middle. */
  end?: boolean;
  middle?: boolean;
  children: string;
}): Child {
  const drawn = drawText(children, face);
  if (!drawn) return null;
  const before = drawn.width * size * (end ? 1 : middle ? 0.5 : 0);
  return (
    <g fill={fill} transform={`translate(${Math.round(x - before)} ${Math.round(y)}) scale(${scaleOf(size)})`}>
      {drawn.letters.map((letter) => (
        <path transform={letter.x === 0 ? undefined : `translate(${letter.x})`} d={letter.d} />
      ))}
    </g>
  );
}
